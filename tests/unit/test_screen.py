"""Where texts for people go."""

from io import StringIO

from i18n_pipeline.cli.output import table
from i18n_pipeline.cli.screen import Screen
from i18n_pipeline.model.report import ArticleReport


def _printed(what: object) -> str:
    screen = Screen(file=StringIO(), width=100)
    screen.print(what, markup=False)
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue()


def test_control_characters_are_shown() -> None:
    """A terminal gets none of those that a text has, and each of its lines."""
    assert _printed("a\x1b[2J\x9b\nb\x07") == "a\\x1b[2J\\x9b\nb\\x07\n"


def test_nothing_becomes_a_picture() -> None:
    """A name is no emoji's."""
    assert _printed("content/nl/:books:.md:5: x") == "content/nl/:books:.md:5: x\n"


def test_a_name_in_a_table_is_no_markup() -> None:
    """Brackets stay, and a line break makes no line."""
    articles = [ArticleReport(name, "en") for name in ("blog/[slug].md", "x[/y].md", "a\nb.md")]
    told = _printed(table(articles, ()))
    assert [line.rstrip() for line in told.splitlines()][1:4] == ["blog/[slug].md", "x[/y].md", "a\\nb.md"]
