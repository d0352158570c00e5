"""The table at a run's end."""

from io import StringIO

from rich.console import Console

from i18n_pipeline.cli.summary import summarise
from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.report import ArticleReport, RunReport

NUMBERED = Finding("number-changed", Severity.ERROR, "‘3’ became ‘4’.", 7)


def _told(*articles: ArticleReport) -> list[str]:
    file = StringIO()
    summarise(RunReport(articles), Console(file=file, width=200))
    return [line.rstrip() for line in file.getvalue().splitlines()]


def _article(target: str, name: str = "c.md") -> ArticleReport:
    problem = ArticleError("It is empty.", place=Place(name))
    return ArticleReport(name, target, findings=(NUMBERED,), problem=problem)


def test_each_line_names_its_language_where_there_are_several() -> None:
    """Of two targets no two lines are the same."""
    lines = _told(_article("en-GB"), _article("de"))
    for target in ("en-GB", "de"):
        assert f"not done: {target}: c.md: It is empty." in lines
        assert f"{target}: c.md:7: error: ‘3’ became ‘4’. [number-changed]" in lines
        assert [line for line in lines if line.startswith(f"{target}: c.md  ")]


def test_one_language_needs_no_name() -> None:
    """Of one target the language says nothing."""
    lines = _told(_article("en-GB"), _article("en-GB", "d.md"))
    assert "not done: c.md: It is empty." in lines
    assert not [line for line in lines if "en-GB" in line]


def test_nothing_that_a_terminal_obeys() -> None:
    """Control characters of a name are shown, escaped, each line on its own."""
    lines = _told(_article("en-GB", "a\x1b[2J\nb.md"))
    assert "not done: a\\x1b[2J\\nb.md: It is empty." in lines
    assert "a\\x1b[2J\\nb.md:7: error: ‘3’ became ‘4’. [number-changed]" in lines
