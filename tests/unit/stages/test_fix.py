"""What is certain to be wrong, mended."""

import pytest

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.stages.annotate import Checks
from i18n_pipeline.stages.article import Analysed, analyse
from i18n_pipeline.stages.fix import Change, fix
from tests.functional.site import Site

ARTICLE = "Een „netwerk” *opbouwen* kost [tijd](https://example.org/a_b).\n\nBegin nu.\n"
FIRST, SECOND = "Een „netwerk” *opbouwen* kost [tijd](https://example.org/a_b).", "Begin nu."
WRONG = " Building  a „network” *takes*  [time](https://example.org/a_b). "
RIGHT = "Building a “network” *takes* [time](https://example.org/a_b)."


def _analysed(target: str, *, fuzzy: bool = True, comment: str = "") -> Analysed:
    site = Site({"a": ARTICLE})
    flag = "#, fuzzy\n" if fuzzy else ""
    site.files.files["po/a.po"] = (
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'{comment}{flag}msgid "{FIRST}"\nmsgstr "{target}"\n\nmsgid "{SECOND}"\nmsgstr "Start now."\n'
    ).encode()
    article = analyse(site.jobs()[0], site.language, site.files)
    assert isinstance(article, Analysed), PipelineError
    return article


def _first(article: Analysed, *, reviewed: bool = False) -> tuple[Entry, tuple[Change, ...]]:
    catalogue, changes = fix(article, Checks(), reviewed=reviewed)
    assert catalogue.entries[1:] == article.old.entries[1:]
    return catalogue.entries[0], changes


def test_spaces_and_dutch_quotes() -> None:
    """They are mended, codes stay, and each change says what was wrong."""
    entry, (change,) = _first(_analysed(WRONG))
    assert (entry.target, change.before, change.after, change.line) == (RIGHT, WRONG, RIGHT, 1)
    assert set(change.codes) == {"double-space", "dutch-quotes", "leading-space", "trailing-space"}
    assert not any("space" in note for note in entry.notes)


def test_what_is_mended_stays() -> None:
    """A second pass changes nothing."""
    assert _first(_analysed(RIGHT))[1] == ()


def test_a_reviewed_text_is_a_persons_word() -> None:
    """It is left alone unless asked for."""
    article = _analysed(WRONG, fuzzy=False)
    assert _first(article)[0].target == WRONG
    assert _first(article, reviewed=True)[0].target == RIGHT


def test_an_ignored_check_changes_nothing() -> None:
    """A comment in the entry holds for mending too."""
    entry, _ = _first(_analysed(WRONG, comment="# check: ignore spaces, quotes\n"))
    assert entry.target == WRONG


@pytest.mark.parametrize("target", ["  ", "A `  ` *b* [c](https://example.org/a_b)", "„Never closed"])
def test_what_is_not_certain_is_left(target: str) -> None:
    """Spaces alone, spaces in code, a quotation without an end."""
    assert _first(_analysed(target))[0].target == target
