"""How alike texts are."""

import pytest

from i18n_pipeline.storage.memory.comparable import comparable
from i18n_pipeline.storage.memory.score import score
from i18n_pipeline.storage.memory.terms import terms


def test_equal_texts_alone_score_full() -> None:
    """100 is for equal texts; a long text with one other letter has 99 at most."""
    assert score("a b", "a b") == 100
    assert score("woord " * 500 + "a", "woord " * 500 + "b") == 99


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        ("Vraag je baas om een gesprek.", 75, 90),
        ("Vraag je coach om een gesprek!", 75, 95),
        ("Neem voor je brief de tijd.", 0, 60),
    ],
)
def test_scores(other: str, least: int, most: int) -> None:
    """One other word of six leaves a text of use; other words don't, whatever letters they share."""
    assert least <= score("Vraag je coach om een gesprek.", other) <= most


def test_comparable() -> None:
    """Spaces, quotes and composed letters are made alike, codes numbered by kind."""
    assert comparable("Een  ‘cafe\u0301’\u00a0hier") == "Een 'café' hier"
    assert comparable("**a** `b` [c](d)") == comparable("*a* `x` [c](y)") != comparable("a `b` c")
    assert comparable("1 * 2 * 3") == "1 * 2 * 3"


def test_terms() -> None:
    """Longer words and their pairs; of a short text all words."""
    assert terms("Wie de brief schrijft, vergeet dit") == [
        "brief",
        "schrijft",
        "vergeet",
        "briefschrijft",
        "schrijftvergeet",
    ]
    assert terms("Ga nu!") == ["ga", "nu", "ganu"]
    assert terms("?!") == []
