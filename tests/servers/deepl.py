"""A server on loopback that speaks DeepL's API and misbehaves on demand.

`python -m tests.servers.deepl` runs it until Ctrl-C and prints what to put into the environment.
"""

import sys
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self

from tests.servers.deepl_faults import (
    FAIR,
    QUOTA_EXCEEDED,
    Fault,
    Weather,
    always,
    now_and_then,
    storm,
)
from tests.servers.deepl_glossaries import Glossaries
from tests.servers.deepl_http import TRANSLATE, HttpServer, Reply, Request, parameters, with_cost
from tests.servers.deepl_translate import MOST_BYTES, Refusal, translations, without_tags

__all__ = [
    "FAIR",
    "KEY",
    "QUOTA_EXCEEDED",
    "DeepLServer",
    "Fault",
    "Request",
    "always",
    "now_and_then",
    "storm",
]

KEY = "11111111-2222-3333-4444-555555555555:fx"
"""The key that the server takes."""


class DeepLServer:
    """A context manager; `url` is its address, `requests` what arrived, `billed` what it all cost.

    `asked` counts how often each text arrived, `answered` how often it was translated and billed;
    `most_at_once` is the most requests for translations that were open together. `weather` is what goes
    wrong where no fault was ordered by `misbehave`.
    """

    def __init__(self, *, character_limit: int = 500_000, key: str = KEY) -> None:
        self.character_limit = character_limit
        self.key = key
        self.requests: list[Request] = []
        self.asked: Counter[str] = Counter()
        self.answered: Counter[str] = Counter()
        self.faults: deque[Fault] = deque()
        self.weather: Weather = always(FAIR)
        self.glossaries = Glossaries()
        self.most_at_once = 0
        self.stopped = Event()
        self.lock = Lock()
        self._elsewhere: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._open = 0
        self._http = HttpServer(self)
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
        return [request for request in self.requests if request.path == TRANSLATE]

    def misbehave(self, fault: Fault, times: int = 1, path: str = TRANSLATE) -> None:
        """Let the next requests for translations, or of another path, go wrong, after those told to."""
        (self.faults if path == TRANSLATE else self._elsewhere[path]).extend([fault] * times)

    def answer(self, request: Request) -> tuple[Fault, int, Mapping[str, Any] | None]:
        """What goes wrong with the request, and its answer if nothing does."""
        with self.lock:
            self._open += 1
            if request.path == TRANSLATE:
                return self._translate(request)
            self.requests.append(request)
            faults = self._elsewhere[request.path]
            fault = faults.popleft() if faults else FAIR
            return fault, *(_refused(fault) if fault.status else self._reply(request))

    def done(self) -> None:
        """A request is over."""
        with self.lock:
            self._open -= 1

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

    def _translate(self, request: Request) -> tuple[Fault, int, Mapping[str, Any] | None]:
        self.most_at_once = max(self.most_at_once, self._open)
        self.asked.update(request.texts)
        fault = self.faults.popleft() if self.faults else self.weather()
        status, answer, billed = self._translated(request, fault)
        if status == 200:
            self.answered.update(request.texts)
        self.requests.append(with_cost(request, billed))
        return fault, status, answer

    def _translated(self, request: Request, fault: Fault) -> tuple[int, Mapping[str, Any] | None, int]:
        if fault.status:
            return *_refused(fault), 0
        if not self._may(request):
            return 403, {}, 0
        if request.size > MOST_BYTES:
            return 413, {"message": "Request Entity Too Large"}, 0
        try:
            results = translations(request.body, self.glossaries)
        except Refusal as refusal:
            return refusal.status, refusal.answer, 0
        billed = sum(result["billed_characters"] for result in results)
        if self.billed + billed > self.character_limit:
            return QUOTA_EXCEEDED, {"message": "Quota Exceeded"}, 0
        return 200, {"translations": _spoilt(results, fault)}, billed

    def _reply(self, request: Request) -> Reply:
        if not self._may(request):
            return 403, {}
        if request.path == "/v2/usage":
            return 200, {"character_count": self.billed, "character_limit": self.character_limit}
        if request.path.startswith("/v3/glossaries"):
            path = [part for part in request.path.removeprefix("/v3/glossaries").split("/") if part]
            return self.glossaries.reply(request.method, path, parameters(request), request.body)
        return 404, {"message": "Not found"}

    def _may(self, request: Request) -> bool:
        return request.headers.get("Authorization") == f"DeepL-Auth-Key {self.key}"


def _refused(fault: Fault) -> Reply:
    return fault.status, {"message": fault.message} if fault.message else {}


def _spoilt(results: list[dict[str, Any]], fault: Fault) -> list[dict[str, Any]]:
    for result in results:
        if fault.drop_tags:
            result["text"] = without_tags(result["text"])
        if fault.rewrite:
            result["text"] = fault.rewrite(result["text"])
        if fault.unbilled:
            del result["billed_characters"]
    return [*results, *results[:1] * fault.more] if fault.more >= 0 else results[: fault.more]


if __name__ == "__main__":
    with DeepLServer() as running:
        sys.stdout.write(f"export DEEPL_SERVER_URL={running.url} DEEPL_AUTH_KEY={KEY}\n")
        sys.stdout.flush()
        try:
            running.stopped.wait()
        except KeyboardInterrupt:
            running.stopped.set()
