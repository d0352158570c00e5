"""`translate export` as a user runs it, and the way back of its file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from i18n_pipeline.cli.export import command
from i18n_pipeline.cli.import_xliff import import_xliff
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.xliff_outcome import XliffOutcome, exit_status
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.stages.xliff_import import Fate
from tests.unit.xliff.conformance import faults

ARTICLES = {"a": "# Netwerken\n\nLees *dit* nu.\n", "b": "Vraag niets.\n"}
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOGUES = {
    "a": HEADER + '#. origin: machine (deepl)\n#, fuzzy\nmsgid "Lees *dit* nu."\nmsgstr "Read *this* now."\n',
    "b": HEADER + 'msgid "Vraag niets."\nmsgstr "Ask for nothing."\n',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two articles and their catalogues."""
    for folder in ("content/nl", "po/en"):
        (tmp_path / folder).mkdir(parents=True)
    for name, text in ARTICLES.items():
        (tmp_path / f"content/nl/{name}.md").write_text(text, encoding="utf-8")
        (tmp_path / f"po/en/{name}.po").write_text(CATALOGUES[name], encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    return tmp_path


def export(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `translate export` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "i18n_pipeline", "export", "--xliff", "out.xlf", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )


@pytest.fixture
def sent(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site as the current folder, exported."""
    monkeypatch.chdir(site)
    with pytest.raises(typer.Exit):
        command(Path("out.xlf"))
    return site


def back(*names: str, dry_run: bool = False) -> list[XliffOutcome]:
    """Take files of the current folder back."""
    paths = [Path(name) for name in names or ("out.xlf",)]
    return import_xliff(Project.here(), paths, dry_run=dry_run)


def edit(folder: Path, old: str, new: str) -> None:
    """Change the exported file as a tool does."""
    file = folder / "out.xlf"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_all_articles_go_into_one_file(site: Path) -> None:
    """A file element for each article; the PO files stay as they were."""
    result = export(site)
    assert (result.stdout, result.returncode) == ("out.xlf: 3 texts of 2 articles.\n", 0)
    data = (site / "out.xlf").read_bytes()
    assert faults(data) == []
    assert b'original="content/nl/a.md"' in data
    assert b'original="content/nl/b.md"' in data
    assert (site / "po/en/a.po").read_text(encoding="utf-8") == CATALOGUES["a"]


def test_articles_and_states_can_be_chosen(site: Path) -> None:
    """JSON says how many texts of which article went out; an article without any has no part in it."""
    result = export(site, "--only", "unreviewed", "--format", "json")
    assert json.loads(result.stdout) == {
        "schema": 1,
        "command": "export",
        "file": "out.xlf",
        "target": "en-GB",
        "articles": [{"article": "content/nl/a.md", "units": 2}],
        "problems": [],
    }


def test_nothing_to_export_writes_no_file(site: Path) -> None:
    """A file that was there stays."""
    result = export(site, "content/nl/b.md", "--only", "unreviewed")
    assert (result.stdout, result.returncode) == ("Nothing is to go out; no file was written.\n", 0)
    assert not (site / "out.xlf").exists()


def test_an_article_that_cannot_be_read_is_told_and_the_others_go_out(site: Path) -> None:
    """Exit status 3 says that one is missing."""
    (site / "po/en/a.po").write_text("rubbish\n", encoding="utf-8")
    result = export(site)
    assert result.returncode == 3
    assert "not done: po/en/a.po:1: not a PO file" in result.stdout
    assert "1 texts of 1 articles" in result.stdout


def test_several_target_languages_need_a_choice(site: Path) -> None:
    """An XLIFF file has one."""
    with (site / "i18n.toml").open("a", encoding="utf-8") as settings:
        settings.write('[targets.en]\nlanguage = "en-GB"\n[targets.de]\nlanguage = "de"\n')
    result = export(site)
    assert result.returncode == 2
    assert "Say --target: en, de." in result.stderr
    assert export(site, "--target", "de", "content/nl/b.md").returncode == 0


def test_edits_come_back(sent: Path) -> None:
    """A text that was corrected and signed off is a person's in the PO file."""
    edit(sent, 'state="initial" subState="i18n:machine">', 'state="final">')
    edit(sent, "Read ", "Now read ")
    outcomes = back()
    assert [outcome.written for outcome in outcomes] == [("po/en/a.po",), ()]
    po = (sent / "po/en/a.po").read_text(encoding="utf-8")
    assert 'origin: human\n#: content/nl/a.md:3\nmsgid "Lees *dit* nu."\nmsgstr "Now read *this* now."' in po


def test_a_dry_run_writes_nothing(sent: Path) -> None:
    """It says what would be taken."""
    edit(sent, "Read ", "Now read ")
    (first, _) = back(dry_run=True)
    assert first.taken is not None
    assert first.taken.fates[Fate.FUZZY] == 1
    assert first.written == ()
    assert (sent / "po/en/a.po").read_text(encoding="utf-8") == CATALOGUES["a"]


def test_a_broken_file_takes_nothing_of_the_others(sent: Path) -> None:
    """All files are read before anything is written; the error names file and line."""
    edit(sent, "Read ", "Now read ")
    (sent / "bad.xlf").write_text("<xliff>\n<file>", encoding="utf-8")
    with pytest.raises(UsageError, match=r"^bad\.xlf:2: this is no XML"):
        back("out.xlf", "bad.xlf")
    assert (sent / "po/en/a.po").read_text(encoding="utf-8") == CATALOGUES["a"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('srcLang="nl"', 'srcLang="de"', "its source language is de, not nl"),
        ('trgLang="en-GB"', 'trgLang="fr"', "its target language is fr, not en-GB"),
        (' trgLang="en-GB"', "", "its target language is not named"),
    ],
)
def test_a_file_for_other_languages_is_refused(sent: Path, old: str, new: str, problem: str) -> None:
    """Nothing of it is taken."""
    edit(sent, old, new)
    with pytest.raises(UsageError, match=problem):
        back()


def test_an_article_that_went_is_told_and_the_others_are_done(sent: Path) -> None:
    """Exit status 3; file and line of its part are named."""
    edit(sent, "Read ", "Now read ")
    (sent / "content/nl/b.md").unlink()
    outcomes = back()
    assert str(outcomes[1].problem).startswith("out.xlf:")
    assert "there is no article content/nl/b.md" in str(outcomes[1].problem)
    assert outcomes[0].written == ("po/en/a.po",)
    assert exit_status(outcomes, None) == 3


def test_findings_may_fail_an_import(sent: Path) -> None:
    """A text with lost codes is an error; below the wanted severity it fails nothing."""
    edit(sent, 'Read <pc id="1"', 'Read <pc id="9"')
    outcomes = back()
    assert (exit_status(outcomes, Severity.ERROR), exit_status(outcomes, None)) == (1, 0)
