"""A run that is stopped in the middle, through the real SDK against the project's own server."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.deepl import KEY, DeepLServer, Fault

ARTICLES = 8
SENTENCES = 49
"""With its title an article fills a request."""


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    """A server that takes its time."""
    with DeepLServer() as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Eight articles and two requests at once."""
    folder = tmp_path / "content" / "nl"
    folder.mkdir(parents=True)
    for number in range(ARTICLES):
        sentences = " ".join(f"Dit is zin {sentence} van {number}." for sentence in range(SENTENCES))
        text = f"---\ntitle: Artikel {number}\n---\n\n{sentences}\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    settings = '[backend]\nname = "deepl"\n\n[backend.deepl]\nconcurrency = 2\n'
    (tmp_path / "i18n.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def _start(site: Path, server: DeepLServer) -> subprocess.Popen[bytes]:
    environment = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url, "NO_PROXY": "127.0.0.1"}
    return subprocess.Popen(
        [sys.executable, "-m", "i18n_pipeline", "run", "--report", "report.json"],
        cwd=site,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _stopped(site: Path, server: DeepLServer, how: signal.Signals) -> int:
    """The exit status of a run that gets a signal when it has written its first article."""
    server.misbehave(Fault(delay=1), times=1000)
    running = _start(site, server)
    deadline = time.monotonic() + 60
    while not list(site.glob("po/en/*.po")) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(how)
    status = running.wait(timeout=60)
    server.faults.clear()
    return status


def _answered(server: DeepLServer) -> Counter[str]:
    return Counter(text for request in server.translations for text in request.texts)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(site: Path, server: DeepLServer, how: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end the run in order; the next one completes it and pays for no text twice."""
    assert _stopped(site, server, how) == 130
    assert len(server.translations) < ARTICLES
    reported = json.loads((site / "report.json").read_text(encoding="utf-8"))["articles"]
    assert [article["article"] for article in reported if article["written"]] != []
    assert _start(site, server).wait(timeout=60) == 0
    assert set(_answered(server).values()) == {1}
    assert len(list((site / "content" / "en").iterdir())) == ARTICLES
