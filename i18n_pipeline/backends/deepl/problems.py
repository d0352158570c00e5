"""DeepL's refusals in plain words."""

import re
from http import HTTPStatus
from urllib.parse import urlsplit

import deepl

from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE
from i18n_pipeline.errors import BackendError, BackendNotReady, QuotaExceeded

_REASON = re.compile(r"(?:message|detail): (.*)", re.DOTALL)
_LONGEST_REASON = 200

_CHECK_SETTINGS = "Check the languages and [backend.deepl]; if they are right, report this as a bug."
_REFUSALS = {
    HTTPStatus.BAD_REQUEST: (
        "DeepL refused the request as wrong",
        _CHECK_SETTINGS,
    ),
    HTTPStatus.NOT_FOUND: (
        "DeepL does not know what was asked for",
        "Check `glossary_id`, `style_rule` and `server_url` in [backend.deepl].",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "DeepL refused the request as too large",
        "Lower `context_limit` in [backend.deepl].",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "DeepL gets too many requests, and still did after all repetitions",
        "Wait and run it again, or lower `concurrency` in [backend.deepl].",
    ),
}


def in_plain_words(error: deepl.DeepLException, server_url: str, key: str) -> BackendError:
    """The error to raise in place of the client's; `key` is blotted out wherever a server repeats it."""
    reason = _reason(error, key)
    if isinstance(error, deepl.AuthorizationException):
        return BackendNotReady(
            f"DeepL refused the key in {KEY_VARIABLE}{reason}.",
            mending="Copy it again from your DeepL account; a free plan's key ends in `:fx`.",
        )
    if isinstance(error, deepl.QuotaExceededException):
        return QuotaExceeded(
            f"DeepL's quota for this billing period is used up{reason}.",
            mending="Raise the limit in your DeepL account or wait for the next period, then run it again.",
        )
    if isinstance(error, deepl.ConnectionException):
        return _unreachable(error, server_url)
    if error.http_status_code is None:
        return BackendError("The request to DeepL can't be made.", mending=_CHECK_SETTINGS)
    return _refusal(error.http_status_code, reason)


def nonsense(what: str) -> BackendError:
    """An answer with status 200 that is none."""
    return BackendError(
        f"DeepL's answer makes no sense: {what}.",
        mending="Run it again; if it stays so, check DEEPL_SERVER_URL and any proxy in between.",
    )


def _refusal(status: int, reason: str) -> BackendError:
    if status in _REFUSALS:
        problem, mending = _REFUSALS[HTTPStatus(status)]
        return BackendError(f"{problem} (HTTP {status}){reason}.", mending=mending)
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return BackendError(f"DeepL refused the request (HTTP {status}){reason}.", mending=_CHECK_SETTINGS)
    return BackendError(f"DeepL is out of service (HTTP {status}){reason}.", mending="Run it again later.")


def _unreachable(error: deepl.ConnectionException, server_url: str) -> BackendError:
    host = urlsplit(server_url).netloc
    if "timed out" in str(error):
        return BackendError(
            f"DeepL did not answer in time ({host}).",
            mending="Run it again, or raise `timeout` in [backend.deepl].",
        )
    return BackendError(
        f"There is no connection to DeepL ({host}).",
        mending="Check the network, any proxy, and `server_url` or DEEPL_SERVER_URL.",
    )


def _reason(error: deepl.DeepLException, key: str) -> str:
    found = _REASON.search(str(error).replace(key, "***"))
    words = " ".join(found[1].split()).rstrip(".") if found else ""
    return f": {words[:_LONGEST_REASON]}" if words else ""
