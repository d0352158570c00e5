"""Articles whose file names hold what most names don't."""

import json
import os
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.functional.launched import Launcher
from tests.functional.sync_site import SyncSite
from tests.servers.receiver import receiver

NAMES = [
    "twee\nregels",
    "een\ttab",
    "\x1b[31mrood\x07",
    "\x9b2Jweg",
    "een 'quote' \"hier\"",
    "terug\\slash",
    "u\u2028v",
]


@pytest.fixture
def site(tmp_path: Path, launcher: Launcher) -> SyncSite:
    return SyncSite(tmp_path / "site", launcher)


def _write(site: SyncSite, sentence: str) -> None:
    for name in NAMES:
        (site.articles / f"{name}.md").write_text(f"{sentence}\n", encoding="utf-8")


def _obeyed(text: str) -> set[str]:
    return {each for each in text if each != "\n" and unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}}


def test_a_catalogue_is_one_whatever_its_articles_name(site: SyncSite) -> None:
    """It can be read by the next pass and by msgfmt, and the article is translated again when it changes."""
    _write(site, "Een baan is leuk.")
    assert site.sync()[0] == 0
    for name in NAMES:
        catalogue = site.folder / "po" / "en" / f"{name}.po"
        done = subprocess.run(
            ["msgfmt", "--check", "-o", os.devnull, catalogue], check=True, capture_output=True
        )
        assert done.stderr == b""
        assert not _obeyed(catalogue.read_text(encoding="utf-8"))
    _write(site, "Een baan is erg leuk.")
    assert site.sync()[0] == 0
    for name in NAMES:
        assert "EEN BAAN IS ERG LEUK." in (site.folder / "content" / "en" / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_report_is_no_order_to_a_terminal(site: SyncSite, form: str) -> None:
    """Names are shown, with nothing in them that a terminal obeys, also those of articles that failed."""
    _write(site, "Een baan is leuk.")
    Path(os.fsdecode(os.fsencode(site.articles) + b"/x\xff.md")).write_text("Hoi.\n", encoding="utf-8")
    status, said = site.sync("--format", form, "--report", str(site.beside / "r.json"))
    assert status == 3
    assert not _obeyed(said)
    assert "Traceback" not in said
    articles = json.loads((site.beside / "r.json").read_text(encoding="utf-8"))["articles"]
    assert {f"content/nl/{name}.md" for name in NAMES} < {each["article"] for each in articles}


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_findings_are_no_order_to_a_terminal(site: SyncSite, form: str) -> None:
    """The same holds for what `translate check` says."""
    _write(site, "Een cafÃ© is leuk.")
    assert site.sync()[0] == 0
    site.start("check", "--format", form)
    assert site.launcher.wait() == 0
    assert "slash" in site.said
    assert not _obeyed(site.said)


def test_a_webhook_is_told_of_a_name_that_is_no_utf_8(site: SyncSite) -> None:
    """A file name with stray bytes is a problem in the report that is sent, never a traceback."""
    name = os.fsdecode(b"x\xff.md")
    (site.articles / name).write_text("Hoi.\n", encoding="utf-8")
    with receiver() as server:
        status, said = site.sync("--webhook", f"http://{server.address}/")
    assert (status, "Traceback" in said) == (3, False)
    (article,) = json.loads(server.received[0].body)["articles"]
    assert article["article"] == f"content/nl/{name}"
    assert article["problem"] == "content/nl/x\\xff.md: Its name isn't UTF-8. Rename it."
