"""The HTTP side of the test server: requests in, answers or faults out."""

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any, Protocol
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests.servers.deepl_faults import Fault

TRANSLATE = "/v2/translate"
Reply = tuple[int, Mapping[str, Any] | None]
_LISTS = {"ignore_tags", "splitting_tags", "non_splitting_tags", "custom_instructions"}


@dataclass(frozen=True)
class Request:
    """A request that arrived; `billed` is the characters that it cost, 0 where it was refused."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    size: int
    billed: int = 0
    query: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.body.get("text") or ())


class Service(Protocol):
    """What answers requests; `stopped` is set when no answer is waited for any more."""

    stopped: Event

    def answer(self, request: Request) -> tuple[Fault, int, Mapping[str, Any] | None]:
        """What goes wrong with the request, and its answer if nothing does."""
        ...

    def done(self) -> None:
        """A request for which `answer` was called is over."""
        ...


class HttpServer(ThreadingHTTPServer):
    """Listens on loopback, at a port of the system's choice."""

    request_queue_size = 64

    def __init__(self, service: Service) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.service = service

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: HttpServer

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing on the test's output."""

    def _handle(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = _read(raw, self.headers.get("Content-Type", ""))
        parts = urlsplit(self.path)
        request = Request(self.command, parts.path, dict(self.headers), body, len(raw), query=parts.query)
        service = self.server.service
        fault, status, answer = service.answer(request)
        try:
            service.stopped.wait(fault.delay)
            self._send(fault, status, answer)
        finally:
            service.done()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _handle  # noqa: N815

    def _send(self, fault: Fault, status: int, answer: Mapping[str, Any] | None) -> None:
        if fault.cut:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        body = b"" if answer is None else json.dumps(answer).encode()
        if fault.body is not None:
            status, body = 200, fault.body
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if fault.retry_after:
            self.send_header("Retry-After", fault.retry_after)
        self.end_headers()
        self.wfile.write(body)


def with_cost(request: Request, billed: int) -> Request:
    """The request as one that cost so many characters."""
    return replace(request, billed=billed)


def parameters(request: Request) -> dict[str, str]:
    """What follows the question mark."""
    return dict(parse_qsl(request.query))


def _read(raw: bytes, kind: str) -> dict[str, Any]:
    if not raw:
        return {}
    if kind.startswith("application/json"):
        read: dict[str, Any] = json.loads(raw)
        return read
    form = parse_qs(raw.decode(), keep_blank_values=True)
    return {name: values if name == "text" or name in _LISTS else values[-1] for name, values in form.items()}
