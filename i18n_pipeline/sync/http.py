"""`/metrics` and `/healthz` of a process that runs pass after pass."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.sentence import ended

HEALTHY = frozenset({0, 1})
"""Exit statuses of a pass that did its work."""


@dataclass(slots=True)
class Health:
    """What the last pass left, for several threads to read.

    `clock` gives seconds that only go on. A pass is late when `patience` seconds have gone since the last
    one ended, or since the process `started`; a late or failed one makes the process unhealthy.
    """

    clock: Callable[[], float]
    patience: float
    started: float = field(init=False)
    _metrics: bytes = b""
    _exit_status: int | None = None
    _finished: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.started = self._finished = self.clock()

    def passed(self, exit_status: int, metrics: bytes) -> None:
        """Take what a pass that has just ended left."""
        with self._lock:
            self._exit_status, self._metrics, self._finished = exit_status, metrics, self.clock()

    def metrics(self) -> bytes:
        """Those of the last pass, empty before the first has ended."""
        with self._lock:
            return self._metrics

    def verdict(self) -> tuple[bool, str]:
        """Whether all is well, and how it is as JSON."""
        with self._lock:
            status, since = self._exit_status, self.clock() - self._finished
        late = since > self.patience
        healthy = not late and (status is None or status in HEALTHY)
        word = "late" if late else "starting" if status is None else "ok" if healthy else "failed"
        content = {"status": word, "exit_status": status, "seconds_since": round(since)}
        return healthy, json.dumps(content)


@contextmanager
def served(health: Health, host: str = "127.0.0.1", port: int = 9814) -> Iterator[int]:
    """Serve for the time of a `with` block, at the port that it gives (0 asks the system for one).

    Raises UsageError where that address can't be had.
    """
    try:
        server = _Server((host, port), health)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"{host}:{port} can't be listened at: {ended(reason.lower())}",
            mending="Choose another one.",
        ) from error
    thread = Thread(target=server.serve_forever, name="metrics", daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    block_on_close = False  # a client that keeps its connection must not keep the process

    def __init__(self, address: tuple[str, int], health: Health) -> None:
        super().__init__(address, _Handler)
        self.health = health

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    timeout = 10
    server: _Server

    def do_GET(self) -> None:
        """Answer by path."""
        path = self.path.partition("?")[0]
        if path == "/metrics":
            self._send(HTTPStatus.OK, CONTENT_TYPE_PLAIN_0_0_4, self.server.health.metrics())
        elif path == "/healthz":
            healthy, text = self.server.health.verdict()
            status = HTTPStatus.OK if healthy else HTTPStatus.SERVICE_UNAVAILABLE
            self._send(status, "application/json", text.encode())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"/metrics or /healthz\n")

    do_HEAD = do_GET  # noqa: N815 - named as http.server asks

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def version_string(self) -> str:
        """Nothing about versions."""
        return "i18n-pipeline"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """A scrape every few seconds is no news."""
