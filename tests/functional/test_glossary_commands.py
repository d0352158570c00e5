"""`translate glossary` as a user runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from i18n_pipeline.cli.glossary.app import app
from i18n_pipeline.errors import PipelineError

GLOSSARY = """\
source,target,part_of_speech,status,note,case
baan,job,noun,preferred,,any
stage,internship,noun,preferred,,any
"""
ARTICLE = "---\ntitle: Banen\n---\n\nEen proeftijd van een maand. De zomerstage.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two articles and a glossary of two terms, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "nl").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "content" / "nl" / f"{name}.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "nl-en.csv").write_bytes(GLOSSARY.encode())
    (tmp_path / "i18n.toml").write_text("", encoding="utf-8")
    return tmp_path


def glossary(*arguments: str) -> Result:
    """Run `translate glossary`."""
    return CliRunner().invoke(app, arguments)


def refusal(*arguments: str) -> PipelineError:
    """The error by name that a command ends with; nothing is printed before it."""
    done = glossary(*arguments)
    assert isinstance(done.exception, PipelineError)
    assert done.stdout == ""
    return done.exception


def test_check_tells_faults_by_line(site: Path) -> None:
    """Every fault at once; the exit status says how bad they are."""
    assert glossary("check").stdout == "glossary/nl-en.csv: 2 rows, 0 errors, 0 warnings, 0 notes.\n"
    file = site / "glossary" / "nl-en.csv"
    file.write_text(GLOSSARY + "banen,jobs,,,,\nstage,,,,,\n", encoding="utf-8")
    done = glossary("check")
    assert done.exit_code == 1
    assert "glossary/nl-en.csv:4: warning: “banen” is read as “baan”" in done.stdout
    assert "glossary/nl-en.csv:5: error: The target term is empty. Fill it in" in done.stdout
    assert glossary("check", "--fail-on", "never").exit_code == 0
    report = json.loads(glossary("check", "--format", "json").stdout)
    assert [each["code"] for each in report["glossaries"][0]["findings"]] == ["term-collides", "row-unusable"]


@pytest.mark.usefixtures("site")
def test_check_lists_what_no_article_uses() -> None:
    """Only where it is asked for, with the compounds that a term is in."""
    done = glossary("check", "--unused")
    assert "glossary/nl-en.csv:3: info: “stage” stands in no article but in zomerstage." in done.stdout
    assert done.stdout.endswith("1 terms stand in no article.\n")
    assert done.exit_code == 0


def test_check_says_which_article_it_could_not_read(site: Path) -> None:
    """The others are read."""
    (site / "content" / "nl" / "c.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    done = glossary("check", "--unused")
    assert (done.exit_code, done.stdout.splitlines()[0].startswith("not read: content/nl/c.md:")) == (
        3,
        True,
    )


def test_suggest_proposes_what_is_missing(site: Path) -> None:
    """As text with an example, as JSON, and as rows that a check refuses until they are filled in."""
    text = glossary("suggest").stdout
    assert "proeftijd: 2 times in 2 articles\n    content/nl/a.md:5: Een proeftijd van een maand.\n" in text
    suggestions = json.loads(glossary("suggest", "--format", "json").stdout)["suggestions"]
    assert "proeftijd" in {each["term"] for each in suggestions}
    assert glossary("suggest", "content/nl/a.md").stdout == "0 terms that glossary/nl-en.csv lacks.\n"
    rows = glossary("suggest", "--limit", "1", "--format", "csv").stdout
    file = site / "glossary" / "nl-en.csv"
    file.write_text(GLOSSARY + rows, encoding="utf-8")
    assert "nl-en.csv:4: error: The target term is empty." in glossary("check").stdout
    file.write_text(GLOSSARY + rows.replace(",,", ",translation,", 1), encoding="utf-8")
    assert glossary("check").exit_code == 0


def test_export_and_import_give_the_glossary_back(site: Path) -> None:
    """TBX and tables hold every column; what is there already changes nothing."""
    for name in ("g.tbx", "g.csv", "g.tsv"):
        assert glossary("export", name).stdout == f"{name}: 2 terms.\n"
        done = glossary("import", name, "--write")
        assert (done.exit_code, "2 there already. It stays as it is." in done.stdout) == (0, True)
    assert (site / "g.csv").read_bytes() == GLOSSARY.encode()
    (site / "glossary" / "nl-en.csv").write_bytes(GLOSSARY.partition("\n")[0].encode())
    assert "2 new" in glossary("import", "g.tbx", "--write").stdout
    assert (site / "glossary" / "nl-en.csv").read_bytes() == GLOSSARY.encode()


def test_import_shows_first_and_overwrites_nothing_unasked(site: Path) -> None:
    """New rows are shown, then written to their place; clashes stay until --replace."""
    file = site / "glossary" / "nl-en.csv"
    (site / "new.tsv").write_text("cao\tCLA\nstage\ttraineeship\n", encoding="utf-8")
    shown = glossary("import", "new.tsv")
    assert shown.exit_code == 1
    assert (
        "+ cao → CLA (preferred)\n! stage → traineeship (preferred), but glossary/nl-en.csv:3" in shown.stdout
    )
    assert file.read_bytes() == GLOSSARY.encode()
    assert glossary("import", "new.tsv", "--write").exit_code == 1
    cao = GLOSSARY.replace("stage", "cao,CLA,,preferred,,any\nstage")
    assert file.read_bytes() == cao.encode()
    assert glossary("import", "new.tsv", "--write", "--replace").exit_code == 0
    assert file.read_bytes() == cao.replace("internship", "traineeship").encode()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bad.tbx", b"<tbx>\n<text></tbx>", "bad.tbx:2: It is no well-formed XML"),
        ("terms.xlsx", b"PK\x03\x04...", "terms.xlsx: it is a spreadsheet. Save it as CSV."),
        ("latin.csv", b"baan,job\ncaf\xe9,caf\xe9\n", "latin.csv:2: it isn't UTF-8. Save it as UTF-8."),
        ("one.csv", b"baan\n", "one.csv:1: The row has 1 columns"),
    ],
)
def test_a_file_that_cant_be_imported_is_refused(site: Path, name: str, content: bytes, message: str) -> None:
    """File, line, what to do; no traceback, and the glossary is as it was."""
    (site / name).write_bytes(content)
    error = refusal("import", name, "--write")
    assert str(error).startswith(message)
    assert error.exit_status == 2
    assert (site / "glossary" / "nl-en.csv").read_bytes() == GLOSSARY.encode()


@pytest.mark.usefixtures("site")
def test_what_is_no_format_is_refused() -> None:
    """The ending says how to write; nothing is guessed."""
    error = refusal("export", "terms.doc")
    assert str(error) == "terms.doc: its ending says no format. Give it one of: .csv, .tsv, .tbx."


def test_pairs_are_what_engines_take(site: Path) -> None:
    """Two columns without a heading."""
    glossary("export", "pairs.tsv", "--pairs")
    assert (site / "pairs.tsv").read_text(encoding="utf-8") == "baan\tjob\nstage\tinternship\n"


def test_without_a_glossary_the_settings_are_named(site: Path) -> None:
    """Where none is, there is nothing to check."""
    (site / "glossary" / "nl-en.csv").unlink()
    assert "Name a file in `[targets.en] glossary`" in str(refusal("check"))


@pytest.mark.usefixtures("site")
def test_a_file_that_isnt_there_is_named() -> None:
    """As every file that can't be read."""
    problem = "It can't be read: no such file or directory. Put it there, or run again without it."
    assert str(refusal("import", "nix.tbx")) == f"nix.tbx: {problem}"
