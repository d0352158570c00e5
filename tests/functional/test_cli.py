"""The commands as a user runs them, on a small site on disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from i18n_pipeline.storage.lock import run_lock

ARTICLE = "---\ntitle: Netwerken\ntags: [carriere]\nenglish_title:\n---\n\nEen *baan* is leuk. Toch?\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one article, the default settings and the pseudo engine."""
    (tmp_path / "content" / "nl").mkdir(parents=True)
    (tmp_path / "content" / "nl" / "netwerken.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    return tmp_path


def translate(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `translate` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "i18n_pipeline", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )


def test_run_build_status_check(site: Path) -> None:
    """A run writes post and catalogue, a second one nothing; the other commands read them."""
    first = translate(site, "run")
    assert (first.returncode, "1 articles, 4 segments: 3 to translate" in first.stdout) == (0, True)
    post, catalogue = site / "content/en/netwerken.md", site / "po/en/netwerken.po"
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in (post, catalogue)]
    assert b"english_title: \xe2\x9f\xa6" in post.read_bytes()
    second = translate(site, "run")
    assert "nothing to translate" in second.stdout
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in (post, catalogue)] == before
    subprocess.run(["msgfmt", "--check", "-o", os.devnull, catalogue], check=True)
    post.unlink()
    assert translate(site, "build").returncode == 0
    assert post.read_bytes() == before[0][0]
    status = json.loads(translate(site, "status", "--format", "json").stdout)
    assert status["total"]["machine"] == 3
    assert translate(site, "check", "--fail-on", "warning").returncode == 1
    assert translate(site, "check", "--fail-on", "never").returncode == 0


def test_dry_run_and_estimate(site: Path) -> None:
    """Nothing is written by what only counts and looks."""
    before = sorted(path.name for path in site.rglob("*"))
    assert "3 to translate" in translate(site, "run", "--dry-run").stdout
    counted = json.loads(translate(site, "estimate", "--format", "json").stdout)
    assert (counted["texts"], counted["characters"]) == (3, 31)
    assert translate(site, "status").returncode == 0
    assert translate(site, "verify").stdout.startswith("1 articles: identity holds in 1, structure in 1")
    assert "* a run takes this one: pseudo" in translate(site, "backends").stdout
    assert sorted(path.name for path in site.rglob("*")) == before


def test_report_and_json(site: Path) -> None:
    """The report goes to a file and, as JSON, to standard output, in one schema."""
    done = translate(site, "run", "--format", "json", "--report", "report.json")
    printed = json.loads(done.stdout)
    assert printed == json.loads((site / "report.json").read_text(encoding="utf-8"))
    assert (printed["schema"], printed["engine"], printed["articles"][0]["new"]) == (1, "pseudo", 3)


def test_budget(site: Path) -> None:
    """A run that would send more than allowed sends nothing more and exits with 4."""
    done = translate(site, "run", "--max-characters", "5")
    assert done.returncode == 4
    assert "budget" in done.stdout
    assert not (site / "content/en/netwerken.md").exists()
    assert (site / "po/en/netwerken.po").exists()


def test_one_run_at_a_time(site: Path) -> None:
    """A second run exits with 5 and names the process that holds the lock."""
    with run_lock(site):
        done = translate(site, "run")
    assert done.returncode == 5
    assert str(os.getpid()) in done.stderr


def test_repair(site: Path) -> None:
    """Mojibake is shown as a diff and mended with --write, in prose alone."""
    article = site / "content/nl/netwerken.md"
    article.write_text("Dat is Ã©cht `Ã©` leuk.\n", encoding="utf-8")
    assert "+Dat is écht `Ã©` leuk." in translate(site, "repair").stdout
    assert "Ã©cht" in article.read_text(encoding="utf-8")
    translate(site, "repair", "--write")
    assert article.read_text(encoding="utf-8") == "Dat is écht `Ã©` leuk.\n"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('bakend = "x"\n', "i18n.toml:1"),
        ('[backend]\nname = "depl"\n', "deepl"),
        ("publish = 3\n", "i18n.toml:1"),
        ('[backend.deepl]\nauth_key = "secret-key"\n', "i18n.toml:2"),
    ],
    ids=["unknown key", "unknown engine", "wrong type", "key in the file"],
)
def test_settings_that_can_not_be_used(site: Path, settings: str, said: str) -> None:
    """Settings are refused with file, line and the nearest known name, exit status 2, no traceback."""
    (site / "i18n.toml").write_text(settings, encoding="utf-8")
    done = translate(site, "run")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret-key" not in done.stderr


def test_bad_articles_leave_the_others_done(site: Path) -> None:
    """Each article that can't be used is named, the others are translated, the exit status is 3."""
    folder = site / "content" / "nl"
    (folder / "map.md").mkdir()
    (folder / "leeg.md").write_bytes(b"")
    (folder / "kapot.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    (folder / "binair.md").write_bytes(b"\0\1\2")
    (folder / "oud.md").write_bytes("Eén baan is genoeg.\n".encode("cp1252"))
    (folder / "weg.md").symlink_to("/etc/hostname")
    done = translate(site, "run", "--fail-on", "never")
    assert done.returncode == 3
    for name in ("map.md", "leeg.md", "kapot.md:2", "binair.md", "weg.md"):
        assert name in done.stdout
    assert "Traceback" not in done.stderr
    assert (site / "content/en/netwerken.md").exists()
    assert (site / "content/en/oud.md").exists()


def test_a_glossary_row_with_too_few_columns(site: Path) -> None:
    """A glossary that can't be read stops the run with file and line."""
    (site / "glossary").mkdir()
    (site / "glossary" / "nl-en.csv").write_text("source,target\nbaan\n", encoding="utf-8")
    done = translate(site, "run")
    assert done.returncode == 2
    assert "glossary/nl-en.csv:2" in done.stderr


def test_a_missing_model_file(site: Path) -> None:
    """An engine that is not ready says what it lacks; exit status 2."""
    (site / "i18n.toml").write_text('[backend.local]\nmodel = "nowhere.gguf"\n', encoding="utf-8")
    done = translate(site, "run")
    assert done.returncode == 2
    assert "nowhere.gguf" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_only_some_paths(site: Path) -> None:
    """Paths restrict a run, relative to the folder that it is started in."""
    (site / "content/nl/brief.md").write_text("Een brief.\n", encoding="utf-8")
    translate(site / "content" / "nl", "run", "brief.md")
    assert sorted(path.name for path in (site / "content/en").iterdir()) == ["brief.md"]
    assert translate(site, "run", "README.md").returncode == 2
