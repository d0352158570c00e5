"""A chat server's refusals in plain words."""

from collections.abc import Mapping
from http import HTTPStatus

import requests
from requests.exceptions import ChunkedEncodingError, SSLError
from urllib3.exceptions import ReadTimeoutError

from i18n_pipeline.backends.openai.address import is_local, place
from i18n_pipeline.backends.openai.refusal import Refusal
from i18n_pipeline.backends.openai.settings import KEY_VARIABLE, OpenAISettings
from i18n_pipeline.errors import BackendError, BackendNotReady, QuotaExceeded

_LONGEST_REASON = 200
_REPORT = "Check [backend.openai]; if it is right, report this as a bug."

_Words = tuple[type[BackendError], str, str]
"""An error, what is wrong, what to do."""

_REFUSALS: Mapping[int, _Words] = {
    HTTPStatus.UNAUTHORIZED: (
        BackendNotReady,
        "{server} wants a valid key",
        f"Set {KEY_VARIABLE} in the environment to a key of this server.",
    ),
    HTTPStatus.PAYMENT_REQUIRED: (
        QuotaExceeded,
        "The quota at {server} is used up",
        "Add credit or raise the limit in your account there, then run it again.",
    ),
    HTTPStatus.FORBIDDEN: (
        BackendNotReady,
        "{server} does not allow the use of `{model}`",
        f"Check what the key in {KEY_VARIABLE} may do.",
    ),
    HTTPStatus.NOT_FOUND: (
        BackendNotReady,
        "{server} has no model `{model}`, or nothing at that address",
        "Check `model` and `base_url` in [backend.openai]; most addresses end in /v1.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        BackendError,
        "The texts are too long for {server}",
        "Lower `context_limit` in [backend.openai], or give the model more room.",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        BackendError,
        "{server} gets too many requests, and still did after all repetitions",
        "Wait and run it again, or lower `concurrency` in [backend.openai].",
    ),
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: (
        BackendError,
        "A filter at {server} holds the text back",
        "Translate it by hand, or choose another model.",
    ),
}
_CLASSES: Mapping[int, _Words] = {
    3: (BackendError, "{server} sends requests elsewhere", "Write that address as `base_url`."),
    5: (BackendError, "{server} is out of order", "Run it again later."),
}
_UNKNOWN: _Words = (BackendError, "{server} refused the request", _REPORT)


def in_plain_words(refusal: Refusal, settings: OpenAISettings, key: str) -> BackendError:
    """The error to raise for a refusal; `key` is blotted out wherever a server repeats it."""
    status = refusal.meaning
    kind, problem, mending = _REFUSALS.get(status) or _CLASSES.get(status // 100) or _UNKNOWN
    server = f"{place(settings.base_url)} (HTTP {refusal.status})"
    return kind(
        f"{problem.format(server=server, model=settings.model)}{_reason(refusal.reason, key)}.",
        mending=mending,
    )


def unreachable(error: requests.RequestException, base_url: str) -> BackendError:
    """Why there is no answer at all."""
    server = place(base_url)
    if isinstance(error, requests.Timeout) or isinstance(next(iter(error.args), None), ReadTimeoutError):
        return BackendError(
            f"{server} did not answer in time.",
            mending="Run it again, raise `timeout` or lower `batch_texts` in [backend.openai].",
        )
    if isinstance(error, SSLError):
        return BackendError(
            f"The certificate of {server} can't be trusted.",
            mending="Check `base_url`; for a certificate of your own set REQUESTS_CA_BUNDLE to its file.",
        )
    if not isinstance(error, requests.ConnectionError | ChunkedEncodingError):
        return BackendError(f"The request to {server} can't be made.", mending=_REPORT)
    if is_local(base_url):
        return BackendError(
            f"There is no connection to {server}: is the server running?",
            mending="Start it, or correct `base_url` in [backend.openai].",
        )
    return BackendError(
        f"There is no connection to {server}.", mending="Check the network, any proxy, and `base_url`."
    )


def nonsense(what: str, base_url: str) -> BackendError:
    """An answer with status 200 that is none."""
    return BackendError(
        f"The answer of {place(base_url)} makes no sense: {what}.",
        mending="Check `base_url` in [backend.openai] (most addresses end in /v1) and any proxy in between.",
    )


def _reason(words: str, key: str) -> str:
    shown = words.replace(key, "***") if key else words
    shown = " ".join(shown.split()).rstrip(".")
    return f": {shown[:_LONGEST_REASON]}" if shown else ""
