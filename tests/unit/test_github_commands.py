"""Findings as GitHub's workflow commands."""

import pytest

from i18n_pipeline.formats.github import commands
from i18n_pipeline.model.finding import Finding, Located, Severity


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.INFO, "notice"), (Severity.WARNING, "warning"), (Severity.ERROR, "error")],
)
def test_severities(severity: Severity, command: str) -> None:
    """Each severity has its command."""
    (line,) = commands([Located(Finding("double-space", severity, "Two.", fix="Leave one."), "a.po", 3)])
    assert line == f"::{command} file=a.po,line=3,title=double-space::Two. Leave one."


def test_escapes() -> None:
    """Per cent signs and line breaks are escaped, in properties colons and commas too."""
    finding = Finding("x", Severity.INFO, "100%, a:b\r\n::error::no")
    (line,) = commands([Located(finding, "po/a,b:c%.po")])
    assert line == "::notice file=po/a%2Cb%3Ac%25.po,line=1,title=x::100%25, a:b%0D%0A::error::no"


def test_nothing_that_a_terminal_obeys() -> None:
    """Other control characters and stray bytes, of a name above all, are written out."""
    finding = Finding("x", Severity.INFO, "\x1b[2J in x\udcff.md")
    (line,) = commands([Located(finding, "nl/a\x1b\n\x9bx\udcff.md")])
    assert line == "::notice file=nl/a\\x1b%0A\\x9bx\\xff.md,line=1,title=x::\\x1b[2J in x\\xff.md"
