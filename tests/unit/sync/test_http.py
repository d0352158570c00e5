"""The addresses that a watcher asks."""

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests

from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.http import Health, served


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """At a thousand seconds."""
    return Clock()


@pytest.fixture
def health(clock: Clock) -> Health:
    """Of a process that has just started."""
    return Health(clock, patience=60)


@pytest.fixture
def url(health: Health) -> Iterator[str]:
    """Where it is served."""
    with served(health, port=0) as port:
        yield f"http://127.0.0.1:{port}"


def _get(url: str) -> requests.Response:
    with requests.Session() as session:
        session.trust_env = False
        return session.get(url, timeout=10)


def test_metrics_are_those_of_the_last_pass(url: str, health: Health) -> None:
    """They come with the content type of the text format; before the first pass there are none."""
    assert _get(f"{url}/metrics").content == b""
    health.passed(0, b"a 1\n")
    health.passed(0, b"a 2\n")
    answer = _get(f"{url}/metrics?x=1")
    assert (answer.status_code, answer.content) == (200, b"a 2\n")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"


@pytest.mark.parametrize(
    ("exit_status", "later", "word"),
    [
        (None, 10, "starting"),
        (None, 61, "late"),
        (0, 60, "ok"),
        (1, 0, "ok"),
        (3, 0, "failed"),
        (0, 61, "late"),
    ],
)
def test_health(
    url: str, clock: Clock, health: Health, *, exit_status: int | None, later: int, word: str
) -> None:
    """A pass that failed, or none for too long, is 503; findings alone are no failure."""
    if exit_status is not None:
        health.passed(exit_status, b"")
    clock.now += later
    answer = _get(f"{url}/healthz")
    assert (answer.status_code, json.loads(answer.text)["status"]) == (
        503 if word in {"late", "failed"} else 200,
        word,
    )
    assert answer.json()["exit_status"] == exit_status
    assert answer.json()["seconds_since"] == later


def test_a_late_process_recovers(url: str, health: Health, clock: Clock) -> None:
    """The next pass that ends well makes it healthy again."""
    clock.now += 1000
    assert _get(f"{url}/healthz").status_code == 503
    health.passed(0, b"")
    assert _get(f"{url}/healthz").status_code == 200


def test_other_addresses(url: str) -> None:
    """There is nothing else, and nothing can be sent."""
    assert _get(f"{url}/../etc/passwd").status_code == 404
    with requests.Session() as session:
        session.trust_env = False
        assert session.post(f"{url}/metrics", timeout=10).status_code == 501
        assert session.head(f"{url}/healthz", timeout=10).status_code == 200


def test_a_port_that_is_taken(health: Health) -> None:
    """It is refused by name, as a matter of settings."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(UsageError, match=f"127.0.0.1:{port} can't be listened at"),
            served(health, port=port),
        ):
            pass
    with pytest.raises(UsageError, match="can't be listened at"), served(health, port=70000):
        pass
