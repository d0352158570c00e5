"""A pass that the engine's quota ends, and what it says of the rest."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.priced_site import QUOTA, environment, make
from tests.functional.test_cli import translate
from tests.servers.deepl import DeepLServer

SENTENCES = 60


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    """An account whose quota is enough for the first request of two."""
    with DeepLServer(character_limit=QUOTA) as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two articles and a rate."""
    return make(tmp_path, articles=2, sentences=SENTENCES)


def _left(server: DeepLServer) -> str:
    """How many texts were not paid for."""
    return f"{2 * SENTENCES - len(server.answered)} distinct"


def test_text(site: Path, server: DeepLServer) -> None:
    """The last line has what is left and its price."""
    done = translate(site, "sync", **environment(server))
    assert done.returncode == 4
    left = done.stdout.rpartition("Stopped with work left: ")[2]
    assert _left(server) in left
    assert "EUR" in left


def test_json(site: Path, server: DeepLServer) -> None:
    """Scripts find it under `left`."""
    done = translate(site, "sync", "--format", "json", **environment(server))
    assert _left(server) in json.loads(done.stdout)["left"]


def test_markdown(site: Path, server: DeepLServer) -> None:
    """A pull request's text says it beside why the pass stopped."""
    done = translate(site, "sync", "--format", "markdown", **environment(server))
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("**Stopped:**"))
    assert _left(server) in line
