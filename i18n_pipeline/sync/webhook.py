"""Tells another service how a pass went."""

import hmac
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit
from uuid import uuid4

import requests

from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.sync import timely

SECRET = "I18N_WEBHOOK_SECRET"  # noqa: S105 - the variable's name
"""The environment variable with the key of the signature."""

SIGNATURE = "X-I18N-Signature-256"
DELIVERY = "X-I18N-Delivery"
_AGAIN = (429, 500, 502, 503, 504)
_A_MOMENT = 0.1


class WebhookFailed(PipelineError):
    """The service was not told; the run is none the worse for it."""


class _Passing(WebhookFailed):
    """It may well be told a little later."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that takes JSON, which is signed where there is a `secret`.

    An attempt may take `timeout` seconds from looking up the host to the answer's head, all attempts
    `within` seconds. The first of `retries` comes at once, the second after `backoff` seconds, each later
    one after twice as many. Of the address only the host is shown: path, query and user may be secrets.
    Raises UsageError for what is none.
    """

    url: str
    secret: str = ""
    timeout: float = 15.0
    within: float = 60.0
    retries: int = 4
    backoff: float = 1.0

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:
            good = False
        if not good:
            raise UsageError("The webhook's address is none.", mending="Give one with http:// or https://.")

    @property
    def host(self) -> str:
        """What of the address may be shown."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    def post(self, body: bytes) -> None:
        """Send a JSON document; each attempt has the same delivery number.

        Raises WebhookFailed when all attempts failed, or the service refused it.
        """
        headers = {"Content-Type": "application/json", "User-Agent": "i18n-pipeline", DELIVERY: str(uuid4())}
        if self.secret:
            headers[SIGNATURE] = signature(body, self.secret)
        end = time.monotonic() + self.within
        with _quiet():
            for number in range(self.retries):
                pause = self.backoff * 2 ** (number - 1) if number else 0.0
                try:
                    self._attempt(body, headers, end)
                except _Passing:
                    if time.monotonic() + pause >= end:
                        raise
                else:
                    return
                # A server may ask for hours; the next pass tells it anyway.
                time.sleep(pause)
            self._attempt(body, headers, end)

    def _attempt(self, body: bytes, headers: dict[str, str], end: float) -> None:
        seconds = max(_A_MOMENT, min(self.timeout, end - time.monotonic()))
        try:
            status = timely.post(self.url, body, headers, seconds)
        except (requests.ConnectionError, requests.Timeout) as error:
            raise self._failed(_reason(error), _Passing) from None
        except requests.RequestException as error:
            raise self._failed(_reason(error)) from None
        if not 200 <= status < 300:  # noqa: PLR2004
            kind = _Passing if status in _AGAIN else WebhookFailed
            raise self._failed(f"it answered with HTTP {status}", kind)

    def _failed(self, reason: str, kind: type[WebhookFailed] = WebhookFailed) -> WebhookFailed:
        problem = f"The webhook at {self.host} was not told: {reason}."
        return kind(problem, mending="The run itself is not affected.")


def signature(body: bytes, secret: str) -> str:
    """The header's value: HMAC-SHA256 of the body's bytes, in hexadecimal."""
    return f"sha256={hmac.new(secret.encode(), body, sha256).hexdigest()}"


def _reason(error: requests.RequestException) -> str:
    """Why, without the address that the error's own text has."""
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not trusted"
    if isinstance(error, requests.Timeout):
        return "it did not answer in time"
    if isinstance(error, requests.ConnectionError):
        late = "timed out" in str(error).lower()
        return "it did not answer in time" if late else "there is no connection"
    return f"the request failed ({type(error).__name__})"


@contextmanager
def _quiet() -> Iterator[None]:
    """For a while urllib3 logs nothing: its lines about attempts have the address in them."""
    loggers = [logging.getLogger(f"urllib3.{name}") for name in ("connectionpool", "util.retry")]
    for logger in loggers:
        logger.addFilter(_nothing)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_nothing)


def _nothing(_record: logging.LogRecord) -> bool:
    return False
