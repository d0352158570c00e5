"""A server on loopback that speaks OpenAI's chat completions and misbehaves on demand."""

import json
import socket
import sys
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self

from tests.servers.openai_model import Model, Refused

Completion = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request.

    `status`: answered with it, `error` as the body's error and `headers`; `delay`: seconds before the
    answer; `body`: sent in its place; `cut`: the connection ends without an answer, or before the end of
    `body`, which `delay` is then spent on; `spoil`: applied to the completion.
    """

    status: int = 0
    error: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    cut: bool = False
    body: bytes | None = None
    spoil: Callable[[Completion], Completion] | None = None


@dataclass(frozen=True)
class Request:
    """A request that arrived."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def told(self) -> str:
        """The rules."""
        text: str = self.body["messages"][0]["content"]
        return text

    @property
    def given(self) -> dict[str, Any]:
        """What is to be translated: the last line of the last message."""
        read: dict[str, Any] = json.loads(self.body["messages"][-1]["content"].splitlines()[-1])
        return read

    @property
    def texts(self) -> list[str]:
        return list(self.given["texts"].values())


class OpenAIServer:
    """A context manager; `url` is its address, `requests` what arrived, `model` what answers.

    With a `key`, a request without it is refused.
    """

    def __init__(self, model: Model | None = None, *, key: str = "") -> None:
        self.model = model or Model()
        self.key = key
        self.requests: list[Request] = []
        self.faults: deque[Fault] = deque()
        self.stopped = Event()
        self.lock = Lock()
        self._http = _HttpServer(("127.0.0.1", 0), _Handler)
        self._http.openai = self
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def misbehave(self, *faults: Fault) -> None:
        """Let the next requests go wrong, after those already told to."""
        self.faults.extend(faults)

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
    openai: OpenAIServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _HttpServer

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing on the test's output."""

    def do_POST(self) -> None:
        openai = self.server.openai
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        request = Request(self.path, dict(self.headers), body)
        with openai.lock:
            openai.requests.append(request)
            fault = openai.faults.popleft() if openai.faults else Fault()
        if fault.cut:
            self._cut(fault)
            return
        openai.stopped.wait(fault.delay)
        if fault.body is not None:
            self._send(200, fault.body)
        elif fault.status:
            self._send(fault.status, json.dumps({"error": fault.error}).encode(), fault.headers)
        else:
            self._answer(request, fault)

    def _cut(self, fault: Fault) -> None:
        if fault.body:
            self._send(200, fault.body, missing=1)
            self.server.openai.stopped.wait(fault.delay)
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, request: Request, fault: Fault) -> None:
        try:
            completion = self._completion(request)
        except Refused as refused:
            self._send(refused.status, json.dumps({"error": refused.error}).encode())
            return
        self._send(200, json.dumps(fault.spoil(completion) if fault.spoil else completion).encode())

    def _completion(self, request: Request) -> Completion:
        openai = self.server.openai
        if openai.key and self.headers.get("Authorization") != f"Bearer {openai.key}":
            raise Refused(401, {"message": "Incorrect API key provided.", "code": "invalid_api_key"})
        if request.path != "/v1/chat/completions":
            raise Refused(404, {"message": f"no route {request.path}"})
        return openai.model.completion(request.body)

    def _send(
        self, status: int, body: bytes, headers: Mapping[str, str] | None = None, missing: int = 0
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) + missing))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _serve() -> None:
    """Tell the address and serve until it is interrupted: for trying the commands without a model."""
    with OpenAIServer() as running, suppress(KeyboardInterrupt):
        sys.stdout.write(f"{running.url}\n")
        sys.stdout.flush()
        running.stopped.wait()


if __name__ == "__main__":
    _serve()
