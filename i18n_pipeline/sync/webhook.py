"""Tells another service how a pass went."""

import hmac
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit
from uuid import uuid4

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from i18n_pipeline.errors import PipelineError, UsageError

SECRET = "I18N_WEBHOOK_SECRET"  # noqa: S105 - the variable's name
"""The environment variable with the key of the signature."""

SIGNATURE = "X-I18N-Signature-256"
DELIVERY = "X-I18N-Delivery"
_AGAIN = (429, 500, 502, 503, 504)
_LONGEST_WAIT = 60


class WebhookFailed(PipelineError):
    """The service was not told; the run is none the worse for it."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that takes JSON, which is signed where there is a `secret`.

    `timeout` are seconds to connect and to wait for an answer. The first of `retries` comes at once, the
    second after `backoff` seconds, each later one after twice as many, a minute at most. Of the address
    only the host is shown: path, query and user may be secrets. Raises UsageError for what is none.
    """

    url: str
    secret: str = ""
    timeout: tuple[float, float] = (5.0, 15.0)
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
        try:
            with _quiet(), self._session() as session, self._sent(session, body, headers) as answer:
                status = answer.status_code
        except requests.RequestException as error:
            raise self._failed(_reason(error)) from None
        if not 200 <= status < 300:  # noqa: PLR2004
            raise self._failed(f"it answered with HTTP {status}")

    def _sent(self, session: requests.Session, body: bytes, headers: dict[str, str]) -> requests.Response:
        # Of an answer the head is enough: its body is not waited for.
        return session.post(
            self.url, data=body, headers=headers, timeout=self.timeout, allow_redirects=False, stream=True
        )

    def _session(self) -> requests.Session:
        retry = Retry(
            total=self.retries,
            allowed_methods=None,
            status_forcelist=_AGAIN,
            backoff_factor=self.backoff / 2,
            backoff_max=_LONGEST_WAIT,
            # A server may ask for hours; the next pass tells it anyway.
            respect_retry_after_header=False,
            raise_on_status=False,
        )
        session = requests.Session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=retry))
        return session

    def _failed(self, reason: str) -> WebhookFailed:
        return WebhookFailed(
            f"The webhook at {self.host} was not told: {reason}.", mending="The run itself is not affected."
        )


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
