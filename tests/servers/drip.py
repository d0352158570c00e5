"""A loopback server that never comes to an end of what it answers."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Semaphore, Thread


@dataclass
class Drip:
    """Where it listens; `cut` is released for each connection that its client ended."""

    port: int = 0
    cut: Semaphore = field(default_factory=lambda: Semaphore(0))
    over: Event = field(default_factory=Event)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"


@contextmanager
def dripping(beginning: bytes) -> Iterator[Drip]:
    """A server that answers with `beginning` and then byte after byte, for the time of a `with` block."""
    state = Drip()

    class Handler(BaseRequestHandler):
        request: socket.socket

        def handle(self) -> None:
            self.request.recv(65_536)
            try:
                self.request.sendall(beginning)
                while not state.over.is_set():
                    self.request.sendall(b"K")
                    time.sleep(0.02)
            except OSError:
                state.cut.release()

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        state.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield state
        finally:
            state.over.set()
            server.shutdown()
            thread.join()
