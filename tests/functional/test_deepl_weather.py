"""DeepL on a bad day, through the official client: refusals that pile up, lost lines, odd answers."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from email.utils import formatdate
from typing import Any

import pytest

from i18n_pipeline.backends.deepl import DeepLBackend, DeepLSettings
from i18n_pipeline.backends.deepl.client import Client
from i18n_pipeline.backends.deepl.gate import Gate
from i18n_pipeline.errors import BackendError, QuotaExceeded
from i18n_pipeline.model.engine import Answer, Batch, Query, Usage
from i18n_pipeline.model.inline import Kind, Placeholder
from tests.servers.deepl import KEY, DeepLServer, Fault, always, now_and_then, storm

BOLD, BOLD_END = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")

Connect = Callable[..., DeepLBackend]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeepLServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with DeepLServer() as running:
        yield running


@pytest.fixture
def connect(server: DeepLServer) -> Iterator[Connect]:
    """Makes an engine for the server; closed at the test's end."""
    made: list[DeepLBackend] = []

    def connected(**settings: Any) -> DeepLBackend:
        values = {"server_url": server.url, **settings}
        made.append(DeepLBackend(DeepLSettings(**values), lambda: KEY))
        return made[-1]

    yield connected
    for backend in made:
        backend.close()


def all_answers(backend: DeepLBackend, requests: int) -> list[Answer]:
    """One text in each of many requests, several at once."""
    batches = [Batch((Query((f"zin {number}",)),), "nl", "en-GB") for number in range(requests)]
    with ThreadPoolExecutor(backend.capabilities.concurrency) as workers:
        return [answer for answers in workers.map(backend.translate, batches) for answer in answers]


def complete(answers: list[Answer]) -> bool:
    return [answer.content for answer in answers] == [(f"zinish {number}",) for number in range(len(answers))]


@pytest.mark.parametrize("status", [429, 503, 529])
def test_a_storm_that_ends_leaves_no_text_behind(server: DeepLServer, connect: Connect, status: int) -> None:
    """Some are refused, and asked again; in the end all texts are answered, each once."""
    server.weather = storm(requests=3, status=status)
    assert complete(all_answers(connect(concurrency=4), 24))
    assert set(server.answered.values()) == {1}


def test_a_storm_of_some_seconds_is_sat_out(server: DeepLServer, connect: Connect) -> None:
    """It takes fewer repetitions than there are, for new requests wait with those that were refused."""
    server.weather = storm(seconds=2)
    assert complete(all_answers(connect(concurrency=4, retries=3), 24))
    refused = len(server.translations) - 24
    assert refused < 4 * 3


def test_a_storm_that_does_not_end_is_told(server: DeepLServer, connect: Connect) -> None:
    """After all repetitions the text is given up, in plain words."""
    server.weather = storm(requests=100)
    with pytest.raises(BackendError, match=r"still did after all repetitions.*HTTP 429.*`concurrency`"):
        all_answers(connect(retries=1), 1)
    assert len(server.translations) == 2


def test_in_fair_weather_all_places_are_taken(server: DeepLServer, connect: Connect) -> None:
    """The gate holds nobody back: as many requests are open as the engine takes."""
    server.weather = always(Fault(delay=0.05))
    assert complete(all_answers(connect(concurrency=8), 32))
    assert server.most_at_once == 8


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("30", 30, 30),
        ("in 45 seconds", 20, 45),
        ("86400", 60, 60),
        ("soon", 1, 1),
        ("-5", 1, 1),
        ("", 1, 1),
    ],
)
def test_the_server_says_when_to_come_back(server: DeepLServer, header: str, least: int, most: int) -> None:
    """Retry-After in seconds or as a date holds up the next request, up to a minute."""
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    now = [0.0]
    date = formatdate(time.time() + 45, usegmt=True)
    server.misbehave(Fault(status=429, retry_after=date if header.startswith("in") else header))
    gate = Gate(lambda: now[0], sleep)
    with closing(Client(DeepLSettings(server_url=server.url), lambda: KEY, gate)) as client:
        client.translate(["Ga"], {"target_lang": "EN-GB"})
    (pause,) = slept
    assert least <= pause <= most


def test_lost_connections_are_made_again(server: DeepLServer, connect: Connect) -> None:
    """One request in twenty ends without an answer; every text has one all the same."""
    server.weather = now_and_then(Fault(cut=True), 0.05, seed=3)
    assert complete(all_answers(connect(concurrency=4), 60))
    assert len(server.translations) > 60


def test_a_server_that_stalls_is_waited_for(server: DeepLServer, connect: Connect) -> None:
    """Two seconds are less than `timeout`: nothing is sent, or paid, twice."""
    server.weather = now_and_then(Fault(delay=2), 0.2, seed=1)
    assert complete(all_answers(connect(concurrency=4, timeout=5), 8))
    assert set(server.asked.values()) == {1}


def test_answers_without_costs_are_counted_here(server: DeepLServer, connect: Connect) -> None:
    """A server that never says what it billed changes nothing else."""
    server.weather = always(Fault(unbilled=True))
    answers = all_answers(connect(), 5)
    assert complete(answers)
    assert sum(answer.billed_characters for answer in answers) == server.billed == 5 * len("zin 0")


def test_answers_without_tags_are_refused(server: DeepLServer, connect: Connect) -> None:
    """Where codes were in the text, it counts as paid for and not answered; other texts are fine."""
    server.weather = always(Fault(drop_tags=True))
    coded, bare = Query(("Ga ", BOLD, "nu", BOLD_END)), Query(("Ga",))
    lost, kept = connect().translate(Batch((coded, bare), "nl", "en-GB"))
    assert (lost.content, lost.billed_characters) == (None, 5)
    assert kept.content == ("Go",)


def test_the_quota_ends_in_the_middle(server: DeepLServer, connect: Connect) -> None:
    """What fits is answered, then the run is told, without repetitions; usage says the same."""
    server.character_limit = 100
    backend = connect(concurrency=1)
    with pytest.raises(QuotaExceeded, match="used up"):
        all_answers(backend, 30)
    assert backend.usage() == Usage(server.billed, 100)
    assert 90 <= server.billed <= 100
    assert max(server.asked.values()) == 1


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"<html>", b'{"character_count": "many"}'])
def test_usage_that_is_none_is_told(server: DeepLServer, connect: Connect, body: bytes) -> None:
    """A gateway's welcome page is no account of characters."""
    server.misbehave(Fault(body=body), path="/v2/usage")
    with pytest.raises(BackendError, match="makes no sense: no usage"):
        connect(retries=0).usage()


def test_an_account_may_have_no_limit(server: DeepLServer, connect: Connect) -> None:
    """Then nothing is left to count down from."""
    server.misbehave(Fault(body=b'{"character_count": 7}'), path="/v2/usage")
    used = connect(retries=0).usage()
    assert (used, used.left) == (Usage(7, None), None)


def test_a_message_that_is_no_text_is_told_all_the_same(server: DeepLServer, connect: Connect) -> None:
    """A refusal keeps its status, whatever form its reason has."""
    server.misbehave(Fault(status=400, message={"text": ["is odd"]}))  # type: ignore[arg-type]
    with pytest.raises(BackendError, match=r'HTTP 400\): \{"text": \["is odd"\]\}'):
        all_answers(connect(retries=0), 1)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://127.0.0.1:{port}", r"not secure.*REQUESTS_CA_BUNDLE"),
        ("http://127.0.0.1:9", r"no connection to DeepL \(127\.0\.0\.1:9\)"),
        ("https://api.deepl.invalid", r"proxy on the way to DeepL \(api\.deepl\.invalid\).*HTTPS_PROXY"),
    ],
    ids=["no TLS there", "nobody there", "no proxy there"],
)
def test_ways_that_lead_nowhere_are_told(
    server: DeepLServer,
    connect: Connect,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    words: str,
) -> None:
    """Each obstacle on the way has its own sentence."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    there = address.format(port=server.url.rpartition(":")[2])
    with pytest.raises(BackendError, match=words):
        all_answers(connect(retries=0, server_url=there), 1)
