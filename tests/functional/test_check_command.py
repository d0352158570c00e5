"""`translate check` as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = {
    "a": "Noem 3 „sterke punten”.\n\nLees verder over *solliciteren*.\n",
    "b": "Lees verder over *solliciteren*.\n",
}
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOGUES = {
    "a": (
        '#, fuzzy\nmsgid "Noem 3 „sterke punten”."\nmsgstr "Name 4  „strong points”."\n\n'
        'msgid "Lees verder over *solliciteren*."\nmsgstr "Read on about *applying*. "\n'
    ),
    "b": '#, fuzzy\nmsgid "Lees verder over *solliciteren*."\nmsgstr "Read more about *applying*."\n',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two articles and their catalogues."""
    for folder in ("content/nl", "po/en"):
        (tmp_path / folder).mkdir(parents=True)
    for name, text in ARTICLES.items():
        (tmp_path / f"content/nl/{name}.md").write_text(text, encoding="utf-8")
        (tmp_path / f"po/en/{name}.po").write_text(HEADER + CATALOGUES[name], encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    return tmp_path


def translate(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `translate` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "i18n_pipeline", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )


def _texts(site: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (site / "po/en").iterdir()}


def test_text(site: Path) -> None:
    """Each finding stands there with its line and code, also that two articles differ."""
    done = translate(site, "check")
    assert done.returncode == 1
    for code in ("number-changed", "double-space", "dutch-quotes", "trailing-space", "translated-otherwise"):
        assert f"[{code}]" in done.stdout
    assert "content/nl/b.md:1: info: content/nl/a.md has 'Read on about" in done.stdout


def test_sarif_and_github(site: Path) -> None:
    """Both name the PO file and the line of the msgstr, and the exit status is that of the findings."""
    done = translate(site, "check", "--format", "sarif")
    results = json.loads(done.stdout)["runs"][0]["results"]
    place = next(each for each in results if each["ruleId"] == "number-changed")["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "po/en/a.po"},
        "region": {"startLine": 7},
    }
    assert done.returncode == 1
    done = translate(site, "check", "--format", "github", "--fail-on", "never")
    assert "::error file=po/en/a.po,line=7,title=number-changed::'3' in the source became '4'." in done.stdout
    assert done.returncode == 0


def test_an_article_that_can_not_be_read_is_told_in_every_format(site: Path) -> None:
    """It is a result of its own, at its place."""
    (site / "content/nl/c.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    done = translate(site, "check", "--format", "github")
    assert "::error file=content/nl/c.md,line=2,title=not-checked::" in done.stdout
    assert done.returncode == 3


def test_fix(site: Path) -> None:
    """Drafts are mended, reviewed texts only when asked for, nothing by a dry run; the post follows."""
    before = _texts(site)
    shown = translate(site, "check", "--fix", "--dry-run")
    assert "+ Name 4 “strong points”." in shown.stderr
    assert _texts(site) == before
    translate(site, "check", "--fix")
    after = _texts(site)
    assert 'msgstr "Name 4 “strong points”."' in after["a.po"]
    assert 'msgstr "Read on about *applying*. "' in after["a.po"]
    assert after["b.po"] == before["b.po"]
    translate(site, "check", "--fix", "--reviewed")
    assert 'msgstr "Read on about *applying*."' in _texts(site)["a.po"]
    assert translate(site, "build").returncode == 0
    assert "Name 4 “strong points”." in (site / "content/en/a.md").read_text(encoding="utf-8")


def test_an_ignored_check_stays_ignored_after_a_build(site: Path) -> None:
    """A translator's comment is kept by every run, and an unknown name in it is told."""
    catalogue = site / "po/en/a.po"
    text = catalogue.read_text(encoding="utf-8")
    text = text.replace("#, fuzzy", "# check: ignore numbers, spases\n#, fuzzy")
    catalogue.write_text(text, encoding="utf-8")
    assert translate(site, "build").returncode == 0
    done = translate(site, "check")
    assert "number-changed" not in done.stdout
    assert "There is no check 'spases' to ignore. Write 'spaces'. [ignore-unknown]" in done.stdout


def test_options_that_belong_to_fix(site: Path) -> None:
    """`--dry-run` alone is refused by name."""
    done = translate(site, "check", "--dry-run")
    assert (done.returncode, "--fix" in done.stderr) == (2, True)
