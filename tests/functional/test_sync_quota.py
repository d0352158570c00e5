"""A pass that the engine's quota ends, and what it says of the rest."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.test_cli import translate
from tests.servers.deepl import KEY, DeepLServer

SENTENCES = 60


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    """An account whose quota is enough for the first request of two."""
    with DeepLServer(character_limit=1200) as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two articles and a rate."""
    folder = tmp_path / "content" / "nl"
    folder.mkdir(parents=True)
    for number in range(2):
        sentences = " ".join(f"Dit is zin {sentence} van {number}." for sentence in range(SENTENCES))
        (folder / f"{number}.md").write_text(f"{sentences}\n", encoding="utf-8")
    settings = '[backend]\nname = "deepl"\n\n[backend.deepl]\nconcurrency = 1\n'
    rate = "\n[budget.price_per_million]\ndeepl = 20.0\n"
    (tmp_path / "i18n.toml").write_text(settings + rate, encoding="utf-8")
    return tmp_path


def _environment(server: DeepLServer) -> dict[str, str]:
    return {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url, "NO_PROXY": "127.0.0.1"}


def _left(server: DeepLServer) -> str:
    """How many texts were not paid for."""
    return f"{2 * SENTENCES - len(server.answered)} distinct"


def test_text(site: Path, server: DeepLServer) -> None:
    """The last line has what is left and its price."""
    done = translate(site, "sync", **_environment(server))
    assert done.returncode == 4
    left = done.stdout.rpartition("Stopped with work left: ")[2]
    assert _left(server) in left
    assert "EUR" in left


def test_json(site: Path, server: DeepLServer) -> None:
    """Scripts find it under `left`."""
    done = translate(site, "sync", "--format", "json", **_environment(server))
    assert _left(server) in json.loads(done.stdout)["left"]


def test_markdown(site: Path, server: DeepLServer) -> None:
    """A pull request's text says it beside why the pass stopped."""
    done = translate(site, "sync", "--format", "markdown", **_environment(server))
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("**Stopped:**"))
    assert _left(server) in line
