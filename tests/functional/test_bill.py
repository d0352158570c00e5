"""What a run with a paid engine says before and after it sends, through the real SDK."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.priced_site import QUOTA, environment, make
from tests.functional.test_cli import translate
from tests.servers.deepl import DeepLServer

ARTICLES = 3
SENTENCES = 30


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    """An account whose quota is enough for the first request of two."""
    with DeepLServer(character_limit=QUOTA) as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three articles of thirty sentences each, and a rate."""
    return make(tmp_path, articles=ARTICLES, sentences=SENTENCES)


def test_estimate(site: Path, server: DeepLServer) -> None:
    """Articles, characters, requests, price and quota are told before a character is sent."""
    counted = json.loads(translate(site, "estimate", "--format", "json", **environment(server)).stdout)
    assert (counted["articles"], counted["distinct"], counted["requests"]) == (ARTICLES, 90, 2)
    assert counted["price"] == round(counted["characters"] * 20 / 1e6, 4)
    assert counted["quota"] == {"used": 0, "limit": 1200, "left": 1200}
    assert server.translations == []


def test_quota_used_up(site: Path, server: DeepLServer) -> None:
    """456 ends a run with status 4; what was paid for is kept, and the summary says what is left."""
    done = translate(site, "run", **environment(server))
    assert done.returncode == 4
    assert "which is too little for this run" in done.stdout
    paid = server.billed
    assert paid
    assert (site / "content/en/0.md").exists()
    left = done.stdout.rpartition("Stopped with work left: ")[2]
    assert "40 distinct" in left
    assert "EUR" in left
    costs = json.loads(translate(site, "costs", "--format", "json").stdout)["costs"]
    assert sum(cost["characters"] for cost in costs) == paid
    server.character_limit = 10_000
    assert translate(site, "run", **environment(server)).returncode == 0
    assert max(server.answered.values()) == 1
    assert "all of them paid for already" not in done.stdout
    assert "total" in translate(site, "costs", "--by", "article").stdout


def test_a_budget_is_never_passed(site: Path, server: DeepLServer) -> None:
    """With --max-characters a run sends as many texts as that allows, and not one more."""
    done = translate(site, "run", "--max-characters", "500", **environment(server))
    assert done.returncode == 4
    assert 450 < server.billed <= 500


def test_a_dry_run_sends_nothing(site: Path, server: DeepLServer) -> None:
    """A dry run asks the engine for nothing, not even for its quota."""
    assert translate(site, "run", "--dry-run", **environment(server)).returncode == 0
    assert server.requests == []
