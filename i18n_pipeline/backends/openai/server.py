"""One HTTP request to a chat server, repeated where that may help."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any, Protocol
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import BaseHTTPResponse
from urllib3.connectionpool import ConnectionPool
from urllib3.exceptions import InvalidHeader, MaxRetryError, ReadTimeoutError, ResponseError
from urllib3.util import Retry

from i18n_pipeline.backends.openai.address import is_local
from i18n_pipeline.backends.openai.problems import nonsense, unreachable
from i18n_pipeline.backends.openai.refusal import refusal
from i18n_pipeline.backends.openai.settings import OpenAISettings

_REPEATED = (408, 425, 429, 500, 502, 503, 504, 529)
_LONGEST_WAIT = 120
"""Seconds that a server may ask for in `Retry-After`; beyond them its refusal stands."""


class Server(Protocol):
    """Takes a request's body and gives the answer's."""

    def post(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Raises Refusal, or BackendError where there is no answer at all."""
        ...

    def close(self) -> None:
        """Give back connections; safe to call twice."""
        ...


class HttpServer:
    """A server by its address; `key` may be empty.

    A private address is asked without a proxy. What timed out is not repeated: the server may still
    be at it.
    """

    def __init__(self, settings: OpenAISettings, key: str) -> None:
        self._base = settings.base_url.rstrip("/")
        self._timeout = settings.timeout
        self._proxies = {"no_proxy": urlsplit(self._base).hostname or ""} if is_local(self._base) else {}
        self._session = requests.Session()
        self._session.auth = _Bearer(key)
        self._session.headers["User-Agent"] = f"i18n-pipeline/{version('i18n-pipeline')}"
        adapter = HTTPAdapter(pool_maxsize=settings.concurrency, max_retries=_retry(settings.retries))
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter)

    def post(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """The answer to `/chat/completions`; raises Refusal or BackendError."""
        try:
            answer = self._session.post(
                f"{self._base}/chat/completions",
                json=body,
                timeout=self._timeout,
                allow_redirects=False,
                proxies=self._proxies,
            )
        except requests.RequestException as error:
            raise unreachable(error, self._base) from None
        content = _object(answer)
        if answer.status_code != requests.codes.ok or content.get("error"):  # some refuse with status 200
            raise refusal(answer.status_code, content)
        if not content:
            raise nonsense("its body is no JSON object", self._base)
        return content

    def close(self) -> None:
        self._session.close()


class _Bearer(AuthBase):
    """The key as a header; without a key none, and never one from a `.netrc`."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"
        return request


class _Retry(Retry):
    """Repeats all but what timed out, and what the server wants a longer wait for."""

    def increment(self, *arguments: Any, **details: Any) -> "_Retry":
        match details:
            case {"error": ReadTimeoutError() as error}:
                raise error
            case {"response": BaseHTTPResponse() as response, "_pool": ConnectionPool() as pool}:
                if (self.get_retry_after(response) or 0) > _LONGEST_WAIT:
                    raise MaxRetryError(pool, "", ResponseError("a longer wait than a run has"))
        return super().increment(*arguments, **details)

    def parse_retry_after(self, retry_after: str) -> float:
        """Seconds to wait; 0 where the header says something else than HTTP allows."""
        try:
            return super().parse_retry_after(retry_after)
        except InvalidHeader:
            return 0


def _retry(times: int) -> Retry:
    return _Retry(
        total=times,
        status_forcelist=_REPEATED,
        allowed_methods=None,
        backoff_factor=0.5,
        backoff_jitter=0.5,
        raise_on_status=False,
    )


def _object(answer: requests.Response) -> dict[str, Any]:
    """The body; empty where it is no JSON object."""
    try:
        content = answer.json()
    except (requests.JSONDecodeError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
