"""What a server says in place of an answer."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

_TOO_LONG = re.compile(
    r"context[ _](?:size|length|window)|maximum context|too many tokens|(?:prompt|input) is too long",
    re.IGNORECASE,
)
_PLAIN = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}
_FILTERED = {"content_filter", "content_policy_violation"}


class Refusal(Exception):
    """An HTTP status and the server's own words; `codes` are its names for what is wrong."""

    def __init__(self, status: int, reason: str = "", codes: frozenset[str] = frozenset()) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.codes = codes

    @property
    def meaning(self) -> int:
        """The status that a server should have answered with: many say with 400 or 429 what has its own."""
        if self.codes & _FILTERED:
            return HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS
        if "insufficient_quota" in self.codes:
            return HTTPStatus.PAYMENT_REQUIRED
        if self.status not in _PLAIN and _TOO_LONG.search(" ".join([self.reason, *self.codes])):
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return self.status

    @property
    def is_of_the_texts(self) -> bool:
        """Whether fewer or other texts may be taken: these are too long, or held back by a filter."""
        return self.meaning in {
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
        }

    @property
    def is_of_the_form(self) -> bool:
        """Whether the server may take the same texts in a request of another form."""
        return self.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}


def refusal(status: int, content: Mapping[str, Any]) -> Refusal:
    """A refusal read from an answer's body.

    Servers write `{"error": {"message": …}}`, `{"error": "…"}`, `{"message": …}` or `{"detail": …}`.
    """
    error = content.get("error") or content
    if not isinstance(error, dict):
        return Refusal(status, str(error))
    words = error.get("message") or error.get("detail") or ""
    codes = (error.get("code"), error.get("type"))
    return Refusal(status, str(words), frozenset(code for code in codes if isinstance(code, str)))
