"""Which units serve, and when they are in context."""

import pytest

from i18n_pipeline.model.memory import Languages, Match, NoMemory, Wanted
from tests.fakes.memory import PAIR, unit


@pytest.mark.parametrize(
    ("source", "target", "serves"),
    [
        ("nl", "en-GB", True),
        ("nl-NL", "en", True),
        ("NL_be", "EN-gb", True),
        ("nl", "en-US", False),
        ("nl", "de", False),
        ("en-GB", "nl", False),
        ("nld", "en-GB", False),
    ],
)
def test_languages(source: str, target: str, serves: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A region counts only where both name one; the direction always counts."""
    assert Languages(source, target).serves(PAIR) is serves


def test_in_context() -> None:
    """The same text between the same neighbours and under the same key is in context, all else isn't."""
    match = Match(unit("a", "b", "voor", "na"), 100)
    assert match.in_context(Wanted("a", None, "voor", "na"))
    assert not match.in_context(Wanted("a", None, "voor", "anders"))
    assert not match.in_context(Wanted("a", "title", "voor", "na"))
    assert not match.in_context(Wanted("A", None, "voor", "na"))


def test_no_neighbours_are_no_context() -> None:
    """A text that stands alone in its article says nothing of where it stands."""
    assert not Match(unit("a", "b", "", ""), 100).in_context(Wanted("a"))


def test_no_memory() -> None:
    """Without a memory nothing is recalled."""
    assert NoMemory().recall([Wanted("a"), Wanted("b")], PAIR) == [(), ()]
