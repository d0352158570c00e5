"""The check of Dutch quotation marks."""

import pytest

from i18n_pipeline.checks.quotes import quotes
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("„Ja”, zegt ze.", "“Yes,” she says.", id="English ones"),
    pytest.param("Kaas, brood,, melk", "Cheese, bread,, milk", id="commas"),
]

DEFECTS = [
    pytest.param("„Ja”, zegt ze.", "„Yes”, she says.", "dutch-quotes", id="low and high"),
    pytest.param(",,Ja'', zegt ze.", ",,Yes'', she says.", "dutch-quotes", id="commas and apostrophes"),
    pytest.param("„Ja, zegt ze.", "„Yes, she says.", "dutch-quotes", id="low and never closed"),
    pytest.param("‚Ja’, zegt ze.", "‚Yes’, she says.", "dutch-quotes", id="single low"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(quotes(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(quotes(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
