"""A model is installed, listed and used, by the command line; the hub is one on loopback."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.tiny_model import build, said
from tests.servers.hub import COMMIT, HubServer

NAME = "opus-mt-nl-en"
REPOSITORY = "someone/opus-mt-nl-en-ct2"
ARTICLE = (
    "---\ntitle: Netwerken\nenglish_title:\n---\n\nLees *dit goede* stuk [over werk](https://e.org) nu.\n"
)
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one article and the settings as they are without a file."""
    folder = tmp_path / "site"
    (folder / "content" / "nl").mkdir(parents=True)
    (folder / "content" / "nl" / "netwerken.md").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in CTranslate2's form, with a file that is no part of it."""
    folder = build(tmp_path_factory.mktemp("model") / "tiny")
    (folder / "pytorch_model.bin").write_bytes(b"not wanted")
    return folder


@pytest.fixture
def hub(model: Path) -> Iterator[HubServer]:
    files = {path.name: path.read_bytes() for path in model.iterdir()}
    with HubServer(REPOSITORY, files) as server:
        yield server


def translate(site: Path, *arguments: str, endpoint: str = NOWHERE) -> subprocess.CompletedProcess[str]:
    """Run `translate` in the site's folder, with its own folder of models."""
    own = {"I18N_MODELS": str(models(site)), "HF_ENDPOINT": endpoint, "HF_TOKEN": "a-key", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "i18n_pipeline", *arguments],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **own, "NO_PROXY": "127.0.0.1"},
    )


def models(site: Path) -> Path:
    return site.parent / "models"


def left(site: Path) -> list[str]:
    """What is in the folder of models."""
    return sorted(path.name for path in models(site).glob("*")) if models(site).exists() else []


def installed(site: Path) -> list[dict[str, object]]:
    report = json.loads(translate(site, "model", "list", "--format", "json").stdout)
    found: list[dict[str, object]] = report["models"]
    return found


def test_from_the_hub_into_a_post(site: Path, hub: HubServer) -> None:
    """A fetched model is what `local` translates with; no key was sent, nothing else was fetched."""
    done = translate(site, "model", "install", NAME, "--repository", REPOSITORY, endpoint=hub.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"→ {said('Dit is een goede dag om te beginnen.')}" in done.stdout
    assert not hub.keys
    assert "pytorch_model.bin" not in [path.name for path in (models(site) / NAME).iterdir()]
    (entry,) = installed(site)
    assert (entry["name"], entry["languages"], entry["source"]) == (NAME, "nl → en", REPOSITORY)
    assert entry["revision"] == COMMIT
    assert translate(site, "run").returncode == 0
    post = (site / "content/en/netwerken.md").read_text(encoding="utf-8")
    assert "Lrrf *qvg tbrqr* fghx [bire jrex](https://e.org) ah." in post
    assert "translation_status: machine" in post


def test_without_network_it_says_what_to_do_by_hand(site: Path) -> None:
    """The error names the hub, the original release and the command that takes what was got by hand."""
    done = translate(site, "model", "install", NAME)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (3, "", False)
    for part in (f"{NOWHERE}/gaudi/", "opus-2019-12-05.zip", f"translate model install {NAME} --from PATH"):
        assert part in done.stderr
    assert left(site) == []
