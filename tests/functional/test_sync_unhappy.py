"""Passes under odd circumstances: nothing is taken for done, for a person's, or for no news."""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.functional.launched import Launcher, until
from tests.functional.sync_site import SyncSite


@pytest.fixture
def site(tmp_path: Path, launcher: Launcher) -> SyncSite:
    """One article."""
    made = SyncSite(tmp_path / "site", launcher)
    made.write("a", "Een *baan* is leuk.", "Vraag om hulp.")
    return made


def test_an_interrupted_pass_is_no_pass_with_nothing_to_do(site: SyncSite) -> None:
    """A pass that SIGTERM ended before its first article leaves no seal: the next one does the work."""
    site.age()
    time.sleep(2.1)  # a file's last change can't be made older, and new ones aren't sealed
    site.order(delay=1)
    child = site.start("sync")
    until((site.folder / ".i18n" / "ledger.sqlite3").exists)
    time.sleep(0.3)
    os.kill(child, signal.SIGTERM)
    assert site.launcher.wait() == 130
    assert "Nothing to do" not in site.said
    site.order()
    assert "Nothing to do" not in site.sync()[1]
    assert (site.folder / "po" / "en" / "a.po").exists()


@pytest.mark.parametrize("also", ["", ".i18n"])
def test_a_deleted_catalogue_comes_back_as_a_machines(site: SyncSite, also: str) -> None:
    """A post that calls itself a machine's is not signed off, nor asked for again, when its PO goes."""
    site.write("a", "Een werkgever zoekt [hulp](https://a.example) uit 1001.", "Een plan uit 1002 is `x`.")
    assert site.sync()[0] == 0
    catalogue, answered, posts = site.folder / "po" / "en" / "a.po", site.answered, site.translations()
    fuzzy = catalogue.read_text(encoding="utf-8").count("#, fuzzy")
    catalogue.unlink()
    for path in (site.folder / also).iterdir() if also else ():
        path.unlink()
    assert site.sync()[0] == 0
    text = catalogue.read_text(encoding="utf-8")
    assert "origin: human" not in text
    assert text.count("#, fuzzy") == fuzzy
    assert site.answered == answered
    assert site.translations()["content/en/a.md"] == posts["content/en/a.md"]
    assert "Nothing to do" in site.sync()[1]


def test_a_webhook_is_told_of_a_name_that_is_no_utf_8(site: SyncSite) -> None:
    """A file name with stray bytes is a problem in the report, never a traceback."""
    Path(os.fsdecode(os.fsencode(site.articles) + b"/x\xff.md")).write_text("Hoi.\n", encoding="utf-8")
    status, said = site.sync("--webhook", "http://127.0.0.1:9/", "--format", "json")
    assert "Traceback" not in said
    assert status == 3
    assert r"content/nl/x\udcff.md" in said


def test_json_logs_are_json_where_a_catalogue_can_not_be_read(site: SyncSite) -> None:
    """What feeding the memory could not read is an event as well."""
    assert site.sync()[0] == 0
    catalogue = site.folder / "po" / "en" / "a.po"
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
    _, said = site.sync("--log-format", "json", "--format", "json")
    assert "\nnot read: " not in f"\n{said}"
    assert '"event": "not-read"' in said


def test_without_articles_nothing_is_put_away(site: SyncSite) -> None:
    """A source folder that is empty or gone is a disk that is missing: posts stay, and it is told."""
    assert site.sync()[0] == 0
    site.articles.rename(site.folder / "elsewhere")
    for _ in range(2):
        status, said = site.sync("--prune")
        assert (status, "there is no article (content/nl/{path}.md)" in said) == (2, True)
    assert (site.folder / "content" / "en" / "a.md").exists()
    (site.folder / "elsewhere").rename(site.articles)
    assert site.sync("--prune")[0] == 0


def test_settings_that_cannot_be_read_are_told_outside_too(site: SyncSite) -> None:
    """Metrics and report have the exit status of a pass that could not begin."""
    (site.folder / "i18n.toml").write_text("[backend\n", encoding="utf-8")
    metrics, report = site.beside / "i18n.prom", site.beside / "r.json"
    status, _ = site.sync("--metrics", str(metrics), "--report", str(report))
    assert status == 2
    assert "i18n_last_run_exit_status 2.0" in metrics.read_text(encoding="utf-8")
    assert json.loads(report.read_bytes())["exit_status"] == 2


def test_a_damaged_ledger_is_told_outside_too(site: SyncSite) -> None:
    """What was paid can't be said then, the failure can."""
    assert site.sync()[0] == 0
    ledger = site.folder / ".i18n" / "ledger.sqlite3"
    assert not ledger.with_name("ledger.sqlite3-wal").exists()
    ledger.write_bytes(b"no database" * 1000)
    site.write("b", "Een brief is kort.")
    metrics = site.beside / "i18n.prom"
    status, said = site.sync("--metrics", str(metrics))
    assert status == 3
    assert "Traceback" not in said
    assert "i18n_last_run_exit_status 3.0" in metrics.read_text(encoding="utf-8")


def test_the_first_error_is_the_one_that_counts(site: SyncSite) -> None:
    """A report that can't be written hides no error that came before it."""
    (site.folder / "i18n.toml").write_text("[backend\n", encoding="utf-8")
    status, said = site.sync("--report", "/proc/none/r.json")
    assert status == 2
    assert "i18n.toml" in said.splitlines()[-1]
