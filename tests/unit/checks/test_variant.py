"""The check of British and American spelling."""

import pytest

from i18n_pipeline.checks.variant import variant
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Kleur", "Colour", id="British"),
    pytest.param("Oefening", "Practice the program", id="at home in both"),
    pytest.param("Hij werkt bij Center Parcs.", "He works for Center Parcs.", id="a name"),
    pytest.param("Bij het World Trade center", "At the World Trade center", id="a word of the source"),
    pytest.param(
        "Het laboratorium in Colorado",
        "The laboratory, literally elaborate, has humorous honorary doctors.",
        id="words that begin alike",
    ),
    pytest.param("De analyses", "The analyses", id="analyses are British too"),
]

DEFECTS = [
    pytest.param("Kleur", "The color", "other-spelling", id="our"),
    pytest.param("Het centrum", "The center", "other-spelling", id="re"),
    pytest.param("Reizen", "Traveling", "other-spelling", id="one l"),
    pytest.param("Analyseer het.", "Analyze it.", "other-spelling", id="yse"),
    pytest.param("Organiseer het.", "You organize it.", "oxford-spelling", id="Oxford's"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(variant(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(variant(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
