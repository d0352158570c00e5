"""A text as a reader sees it, and where each of its characters is written."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.model.inline import Content, Kind

Span = tuple[int, int]
"""Characters from start to end."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PIECE = re.compile(
    rf"(?P<escaped>{_ESCAPED.pattern})|(?P<entity>&(?:#\d+|#[xX][\da-fA-F]+|\w+);)"
    r"|(?P<space>[\s\u00a0\u202f\u2009]+)|(?P<unseen>[\u00ad\u200b])|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is seen: no codes, escapes and entities decoded, single spaces, none at the edges.

    `places` says of each character from where to where it is written in the Markdown.
    """

    text: str
    places: Sequence[Span]

    def written(self, start: int, end: int) -> Span:
        """Where in the Markdown the characters `start` to `end` are written."""
        if not self.places:
            return (0, 0)
        if start >= end:
            at = self.places[start][0] if start < len(self.places) else self.places[-1][1]
            return (at, at)
        return (self.places[start][0], self.places[end - 1][1])


def shown(content: Content) -> Shown:
    """Content as it is read; a code that stands for itself is a space."""
    pieces: list[tuple[str, Span]] = []
    for char, place in _pieces(content):
        if char != " " or (pieces and pieces[-1][0] != " "):
            pieces.append((char, place))
    if pieces and pieces[-1][0] == " ":
        pieces.pop()
    return Shown("".join(char for char, _ in pieces), [place for _, place in pieces])


def _pieces(content: Content) -> Iterator[tuple[str, Span]]:
    """Single characters with their places; a run of spaces is one."""
    at = 0
    for part in content:
        if isinstance(part, str):
            for match in _PIECE.finditer(part):
                for char in _seen(match):
                    yield char, (at + match.start(), at + match.end())
            at += len(part)
        else:
            width = len(part.in_translation)
            if part.kind is Kind.STANDALONE:
                yield " ", (at, at + width)
            at += width


def _seen(match: re.Match[str]) -> str:
    if match["unseen"]:
        return ""
    if match["space"]:
        return " "
    if match["escaped"]:
        return match[0][1:]
    return html.unescape(match[0]).replace("\u00a0", " ") if match["entity"] else match[0]
