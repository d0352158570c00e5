"""A hub of models on loopback, as far as its client asks: a repository's files with their checksums."""

import json
from collections.abc import Mapping
from hashlib import sha1, sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_LARGE = 100_000
"""Bytes from which on a file is kept by its SHA-256."""


class HubServer:
    """A context manager that serves one repository; `url` is the hub's address.

    Instead of what it has promised it sends the bytes in `sent`, if a file is there; after fewer it
    hangs up. `keys` are the keys that arrived.
    """

    def __init__(self, repository: str, files: Mapping[str, bytes]) -> None:
        self.repository = repository
        self.files = files
        self.sent: dict[str, bytes] = {}
        self.keys: list[str] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def reply(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers for a path: the repository's description, a file, or nothing."""
        name = path.removeprefix(f"/{self.repository}/resolve/{COMMIT}/")
        if path.startswith(f"/api/models/{self.repository}"):
            siblings = [_sibling(name, content) for name, content in self.files.items()]
            described = {"id": self.repository, "sha": COMMIT, "siblings": siblings}
            body = json.dumps(described).encode()
            return 200, body, {"Content-Length": str(len(body))}
        if name != path and name in self.files:
            content = self.files[name]
            headers = {"ETag": f'"{sha256(content).hexdigest()}"', "X-Repo-Commit": COMMIT}
            return 200, self.sent.get(name, content), {**headers, "Content-Length": str(len(content))}
        return 404, b"", {"X-Error-Code": "RepoNotFound", "Content-Length": "0"}


def _sibling(name: str, content: bytes) -> dict[str, object]:
    in_git = sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324 - git's own
    file: dict[str, object] = {"rfilename": name, "size": len(content), "blobId": in_git}
    if len(content) >= _LARGE:
        file["lfs"] = {"sha256": sha256(content).hexdigest(), "size": len(content), "pointerSize": 134}
    return file


def _handler(server: HubServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(with_body=True)

        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _answer(self, *, with_body: bool) -> None:
            server.keys += self.headers.get_all("Authorization", [])
            status, body, headers = server.reply(unquote(urlsplit(self.path).path))
            self._send(status, body, headers, with_body=with_body)

        def _send(self, status: int, body: bytes, headers: Mapping[str, str], *, with_body: bool) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if with_body:
                self.wfile.write(body)
                self.close_connection = str(len(body)) != headers["Content-Length"]

    return Handler
