"""Runs that are killed at any moment, through the real SDK against the project's own server.

`KILLS=200 pytest tests/functional/test_killed.py` kills as many; the suite is content with fewer.
"""

import os
import random
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.functional.launched import Launcher
from tests.servers.deepl import KEY, DeepLServer, Fault

KILLS = int(os.environ.get("KILLS", "12"))
ARTICLES = 4
SENTENCES = 45
CONCURRENCY = 2


def _run(launcher: Launcher, site: Path, kill_after: float | None = None) -> int:
    """A run's exit status; it is killed after so many seconds."""
    child = launcher.start(site, Path(os.devnull), "run")
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)  # one that has ended stays until it is waited for
    return launcher.wait()


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    """A server that takes 20 ms for each request."""
    with DeepLServer(character_limit=10**9) as running:
        yield running


@pytest.fixture
def launcher(server: DeepLServer) -> Iterator[Launcher]:
    """A launcher of runs against the server."""
    starter = Launcher({"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url, "NO_PROXY": "127.0.0.1"})
    yield starter
    starter.close()


def _site(folder: Path) -> Path:
    """Four articles that share some sentences."""
    articles = folder / "content" / "nl"
    articles.mkdir(parents=True)
    for number in range(ARTICLES):
        shared = [f"Deze zin {sentence} staat overal." for sentence in range(5)]
        own = [f"Dit is zin {sentence} van {number}." for sentence in range(SENTENCES)]
        text = f"---\ntitle: Artikel {number}\n---\n\n{' '.join(own)}\n\n{' '.join(shared)}\n"
        (articles / f"{number}.md").write_text(text, encoding="utf-8")
    settings = f'[backend]\nname = "deepl"\n\n[backend.deepl]\nconcurrency = {CONCURRENCY}\n'
    (folder / "i18n.toml").write_text(settings, encoding="utf-8")
    return folder


def _translations(site: Path) -> dict[str, bytes]:
    paths = [path for path in site.rglob("*") if path.is_file() and path.suffix in {".md", ".po"}]
    return {str(path.relative_to(site)): _undated(path.read_bytes()) for path in paths}


def _undated(data: bytes) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if b"PO-Revision-Date" not in line)


def _answered(server: DeepLServer) -> Counter[str]:
    return Counter(text for request in server.translations if request.billed for text in request.texts)


def _kept(site: Path) -> int:
    with closing(sqlite3.connect(site / ".i18n" / "ledger.sqlite3")) as ledger:
        return int(ledger.execute("SELECT count(*) FROM answers").fetchone()[0])


def test_kill_at_any_moment(tmp_path: Path, server: DeepLServer, launcher: Launcher) -> None:
    """After kill -9 only what was in flight is paid for again, and the end is as if nothing had been."""
    server.misbehave(Fault(delay=0.02), times=100_000)
    wanted = _site(tmp_path / "undisturbed")
    start = time.monotonic()
    assert _run(launcher, wanted) == 0
    seconds = time.monotonic() - start
    chance = random.Random(5)  # noqa: S311 - moments
    statuses = Counter[int]()
    for number in range(KILLS):
        server.requests.clear()
        site = _site(tmp_path / str(number))
        statuses[_run(launcher, site, kill_after=chance.uniform(0, seconds * 1.2))] += 1
        assert _run(launcher, site) == 0
        answered = _answered(server)
        twice = [text for text, times in answered.items() if times > 1]
        assert max(answered.values()) <= 2
        assert len(twice) <= CONCURRENCY * 50
        assert _kept(site) == len(answered)
        assert _translations(site) == _translations(wanted)
        assert not [path for path in site.rglob("*") if path.suffix in {".tmp", ".part"} or "~" in path.name]
    assert statuses.keys() <= {0, -signal.SIGKILL}
    assert statuses[-signal.SIGKILL]
