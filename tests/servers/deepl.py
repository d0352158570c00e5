"""A server on loopback that speaks DeepL's API and misbehaves on demand."""

import json
import socket
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests.servers.deepl_glossaries import Glossaries
from tests.servers.deepl_translate import MOST_BYTES, Refusal, translations, without_tags

KEY = "11111111-2222-3333-4444-555555555555:fx"
"""The key that the server takes."""

QUOTA_EXCEEDED = 456
_LISTS = {"ignore_tags", "splitting_tags", "non_splitting_tags", "custom_instructions"}


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request for translations.

    `status`: answered with it (and `message`); `delay`: seconds before the answer; `cut`: the
    connection ends without an answer; `body`: sent in place of the answer; `more`: translations
    added (below 0: left out); `drop_tags`: texts come back without tags; `unbilled`:
    `billed_characters` is left out; `rewrite`: applied to each translated text.
    """

    status: int = 0
    message: str = ""
    delay: float = 0
    cut: bool = False
    body: bytes | None = None
    more: int = 0
    drop_tags: bool = False
    unbilled: bool = False
    rewrite: Callable[[str], Any] | None = None


@dataclass(frozen=True)
class Request:
    """A request that arrived; `billed` is the characters that it cost, 0 where it was refused."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    size: int
    billed: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.body.get("text") or ())


class DeepLServer:
    """A context manager; `url` is its address, `requests` what arrived, `billed` what it all cost."""

    def __init__(self, *, character_limit: int = 500_000) -> None:
        self.character_limit = character_limit
        self.requests: list[Request] = []
        self.faults: deque[Fault] = deque()
        self.glossaries = Glossaries()
        self.stopped = Event()
        self.lock = Lock()
        self._http = _HttpServer(("127.0.0.1", 0), _Handler)
        self._http.deepl = self
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def billed(self) -> int:
        return sum(request.billed for request in self.requests)

    @property
    def translations(self) -> list[Request]:
        """The requests for translations, in order."""
        return [request for request in self.requests if request.path == "/v2/translate"]

    def misbehave(self, fault: Fault, times: int = 1) -> None:
        """Let the next requests for translations go wrong, after those already told to."""
        self.faults.extend([fault] * times)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _HttpServer(ThreadingHTTPServer):
    deepl: DeepLServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _HttpServer

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing on the test's output."""

    def _handle(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = _read(raw, self.headers.get("Content-Type", ""))
        request = Request(self.command, urlsplit(self.path).path, dict(self.headers), body, len(raw))
        deepl = self.server.deepl
        if request.path == "/v2/translate":
            self._translate(deepl, request)
            return
        deepl.requests.append(request)
        self._send(*self._reply(deepl, request))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _handle  # noqa: N815

    def _translate(self, deepl: DeepLServer, request: Request) -> None:
        with deepl.lock:
            fault = deepl.faults.popleft() if deepl.faults else Fault()
            status, answer, billed = self._translated(deepl, request, fault)
            deepl.requests.append(Request(**{**vars(request), "billed": billed}))
        deepl.stopped.wait(fault.delay)
        if fault.cut:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif fault.body is not None:
            self._send_bytes(200, fault.body)
        else:
            self._send(status, answer)

    def _translated(
        self, deepl: DeepLServer, request: Request, fault: Fault
    ) -> tuple[int, Mapping[str, Any], int]:
        if fault.status:
            return fault.status, {"message": fault.message} if fault.message else {}, 0
        if self.headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
            return 403, {}, 0
        if request.size > MOST_BYTES:
            return 413, {"message": "Request Entity Too Large"}, 0
        try:
            results = translations(request.body, deepl.glossaries)
        except Refusal as refusal:
            return refusal.status, refusal.answer, 0
        billed = sum(result["billed_characters"] for result in results)
        if deepl.billed + billed > deepl.character_limit:
            return QUOTA_EXCEEDED, {"message": "Quota Exceeded"}, 0
        return 200, {"translations": _spoilt(results, fault)}, billed

    def _reply(self, deepl: DeepLServer, request: Request) -> tuple[int, Mapping[str, Any] | None]:
        parts = urlsplit(self.path)
        if self.headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
            return 403, {}
        if request.path == "/v2/usage":
            return 200, {"character_count": deepl.billed, "character_limit": deepl.character_limit}
        if request.path.startswith("/v3/glossaries"):
            path = [part for part in request.path.removeprefix("/v3/glossaries").split("/") if part]
            with deepl.lock:
                return deepl.glossaries.reply(self.command, path, dict(parse_qsl(parts.query)), request.body)
        return 404, {"message": "Not found"}

    def _send(self, status: int, answer: Mapping[str, Any] | None) -> None:
        self._send_bytes(status, b"" if answer is None else json.dumps(answer).encode())

    def _send_bytes(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _read(raw: bytes, kind: str) -> dict[str, Any]:
    if not raw:
        return {}
    if kind.startswith("application/json"):
        read: dict[str, Any] = json.loads(raw)
        return read
    form = parse_qs(raw.decode(), keep_blank_values=True)
    return {name: values if name == "text" or name in _LISTS else values[-1] for name, values in form.items()}


def _spoilt(results: list[dict[str, Any]], fault: Fault) -> list[dict[str, Any]]:
    for result in results:
        if fault.drop_tags:
            result["text"] = without_tags(result["text"])
        if fault.rewrite:
            result["text"] = fault.rewrite(result["text"])
        if fault.unbilled:
            del result["billed_characters"]
    return [*results, *results[:1] * fault.more] if fault.more >= 0 else results[: fault.more]
