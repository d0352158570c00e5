"""A POST that ends in time: a socket's timeout begins anew with each byte that arrives, this one does not."""

import contextlib
import socket
from collections.abc import Mapping
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool


def post(url: str, body: bytes, headers: Mapping[str, str], seconds: float) -> int:
    """Send the body and give the answer's HTTP status; redirects are not followed.

    Raises requests.RequestException; its Timeout where the whole, from looking up the host to the end of
    the answer's head, takes longer than `seconds`.
    """
    outcome: Future[int] = Future()
    line = _Line()

    def send() -> None:
        try:
            outcome.set_result(line.post(url, body, headers, seconds))
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            outcome.set_exception(error)

    # Nothing but another thread can stop waiting for a name server, or a head that comes byte by byte.
    Thread(target=send, daemon=True).start()
    if not wait([outcome], seconds).done:
        line.cut()
        raise requests.Timeout
    return outcome.result()


class _Line(HTTPAdapter):
    """One request's connection, which another thread can cut."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[Any] = []

    def post(self, url: str, body: bytes, headers: Mapping[str, str], seconds: float) -> int:
        with requests.Session() as session:
            for scheme in ("http://", "https://"):
                session.mount(scheme, self)
            # Of an answer the head is enough: its body is not waited for.
            with session.post(
                url, data=body, headers=headers, timeout=seconds, allow_redirects=False, stream=True
            ) as answer:
                return answer.status_code

    def cut(self) -> None:
        """End the connection where it stands; its thread meets an error then."""
        for connection in self._made:
            with contextlib.suppress(OSError):
                if connection.sock:
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def get_connection_with_tls_context(self, *args: Any, **options: Any) -> HTTPConnectionPool:
        pool = super().get_connection_with_tls_context(*args, **options)
        make = pool.ConnectionCls

        def kept(*args: Any, **options: Any) -> Any:
            connection = make(*args, **options)
            self._made.append(connection)
            return connection

        pool.ConnectionCls = kept  # type: ignore[assignment]  # it is only called
        return pool
