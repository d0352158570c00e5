"""DeepL's refusals in plain words."""

import re
from http import HTTPStatus
from urllib.parse import urlsplit

import deepl
from requests.exceptions import ProxyError, SSLError, Timeout

from i18n_pipeline.backends.deepl.key import LOGIN, blotted
from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE
from i18n_pipeline.errors import BackendError, BackendNotReady, QuotaExceeded, TextsRefused

_REASONS = (
    re.compile(r"(?:message|detail): (.*)", re.DOTALL),
    re.compile(r'"(?:message|detail)": ?"([^"]*)'),  # where the client shows the answer as it came
)
_LONGEST_REASON = 200
_ABOUT_TEXTS = re.compile(r"tag handling|parsing", re.IGNORECASE)

_OVERLOADED = 529  # DeepL's own; http.HTTPStatus does not have it
_CHECK_SETTINGS = "Check the languages and [backend.deepl]; if they are right, report this as a bug."
_LATER = "Run it again later, or lower `concurrency` in [backend.deepl]; what was paid for is kept."
_REFUSALS: dict[int, tuple[type[BackendError], str, str]] = {
    HTTPStatus.BAD_REQUEST: (BackendError, "DeepL refused the request as wrong", _CHECK_SETTINGS),
    HTTPStatus.NOT_FOUND: (
        BackendError,
        "DeepL does not know what was asked for",
        "Check the ids of glossaries, style rule and translation memory and `server_url` in [backend.deepl].",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        TextsRefused,
        "DeepL refused the request as too large",
        "Lower `context_limit` in [backend.deepl].",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        BackendError,
        "DeepL gets too many requests, and still did after all repetitions",
        _LATER,
    ),
    _OVERLOADED: (BackendError, "DeepL is overloaded, and still was after all repetitions", _LATER),
}


def in_plain_words(error: deepl.DeepLException, server_url: str, key: str) -> BackendError:
    """The error to raise in place of the client's; `key` is blotted out wherever a server repeats it."""
    reason = _reason(error, key)
    if isinstance(error, deepl.AuthorizationException):
        return BackendNotReady(
            f"DeepL refused the key in {KEY_VARIABLE} or the keyring{reason}.",
            mending="Copy it again from your DeepL account into the environment,"
            f" or store it with `{LOGIN}`; a free plan's key ends in `:fx`.",
        )
    if isinstance(error, deepl.QuotaExceededException):
        return QuotaExceeded(
            f"DeepL's quota for this billing period is used up{reason}.",
            mending="Raise the limit in your DeepL account or wait for the next period, then run it again.",
        )
    if isinstance(error, deepl.ConnectionException):
        return _unreachable(error, urlsplit(server_url).netloc)
    if error.http_status_code is None:
        return BackendError("The request to DeepL can't be made.", mending=_CHECK_SETTINGS)
    return _refusal(error.http_status_code, reason)


def without_glossary(error: deepl.DeepLException, server_url: str, key: str) -> BackendError:
    """The same where DeepL does not take the project's glossary, for reasons that stay."""
    status = error.http_status_code
    if status not in _NO_GLOSSARY:
        return in_plain_words(error, server_url, key)
    return BackendNotReady(
        f"DeepL does not take the glossary: {_NO_GLOSSARY[status]} (HTTP {status}){_reason(error, key)}.",
        mending='Mend that in your DeepL account, or write `glossary = "off"` in [backend.deepl].',
    )


class NoGlossaries(BackendError):
    """The server speaks DeepL's language but knows no glossaries."""


def without_list(error: deepl.DeepLException, server_url: str, key: str) -> BackendError:
    """The same where the list of glossaries does not come; DeepL itself always has one."""
    if error.http_status_code in {
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.NOT_IMPLEMENTED,
    }:
        return NoGlossaries(
            f"{urlsplit(server_url).netloc} has no glossaries: the project's terms don't go along.",
            mending='`glossary = "off"` in [backend.deepl] says that this is meant.',
        )
    return in_plain_words(error, server_url, key)


_NO_GLOSSARY = {
    400: "it does not like the languages or a term",
    403: "the plan has no glossaries, or the key may not change them",
    404: "the server has no such glossary",
    413: "it is too large",
    456: "the plan allows no further glossary (a free one has one in all); delete one",
}


def nonsense(what: str) -> BackendError:
    """An answer with status 200 that is none."""
    return BackendError(
        f"DeepL's answer makes no sense: {what}.",
        mending="Run it again; if it stays so, check DEEPL_SERVER_URL and any proxy in between.",
    )


def _refusal(status: int, reason: str) -> BackendError:
    if status == HTTPStatus.BAD_REQUEST and _ABOUT_TEXTS.search(reason):
        return TextsRefused(
            f"DeepL can't read a text's tags (HTTP {status}){reason}.",
            mending="Translate it in the PO file, or write its Markdown in another way.",
        )
    if status in _REFUSALS:
        kind, problem, mending = _REFUSALS[status]
        return kind(f"{problem} (HTTP {status}){reason}.", mending=mending)
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return BackendError(f"DeepL refused the request (HTTP {status}){reason}.", mending=_CHECK_SETTINGS)
    return BackendError(f"DeepL is out of service (HTTP {status}){reason}.", mending="Run it again later.")


def _unreachable(error: deepl.ConnectionException, host: str) -> BackendError:
    cause = Timeout() if "timed out" in str(error) else error.__cause__
    for kind, problem, mending in _CONNECTIONS:
        if isinstance(cause, kind):
            return BackendError(problem.format(host), mending=mending)
    return BackendError(
        f"There is no connection to DeepL ({host}).",
        mending="Check the network, any proxy, and `server_url` or DEEPL_SERVER_URL.",
    )


_CONNECTIONS: tuple[tuple[type[Exception], str, str], ...] = (
    (
        Timeout,
        "DeepL did not answer in time ({}).",
        "Run it again, or raise `timeout` in [backend.deepl].",
    ),
    (
        ProxyError,
        "The proxy on the way to DeepL ({}) can't be used.",
        "Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY in the environment.",
    ),
    (
        SSLError,
        "The connection to DeepL ({}) is not secure: its certificate or encryption is not accepted.",
        "Check the clock, `server_url`, and any proxy with a certificate of its own (REQUESTS_CA_BUNDLE).",
    ),
)


def _reason(error: deepl.DeepLException, key: str) -> str:
    text = blotted(str(error), key)
    found = next((match[1] for reason in _REASONS if (match := reason.search(text))), "")
    words = " ".join(found.split()).rstrip(".")
    return f": {words[:_LONGEST_REASON]}" if words else ""
