"""The check of capitals in titles."""

import pytest

from i18n_pipeline.checks.title_case import title_case
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Vijf tips voor je cv", "Five tips for your CV", id="sentence case"),
    pytest.param("Vijf tips voor je brief", "Five Tips for Your Letter", id="title case"),
    pytest.param("Netwerken op LinkedIn in Den Haag", "Networking on LinkedIn in The Hague", id="names"),
    pytest.param(
        "Werken in Nederland en Duitsland", "Working in the Netherlands and Germany", id="a name in English"
    ),
    pytest.param("Brief: de opening", "Letter: The opening lines", id="behind a colon"),
    pytest.param("Maandag Engels leren", "Learning English every Monday", id="days and languages"),
]

DEFECTS = [
    pytest.param(
        "Vijf tips voor je eerste gesprek",
        "Five Tips for your first interview",
        "title-mixed",
        id="a mixture",
    ),
    pytest.param(
        "Zo schrijf je een brief",
        "How to write a Letter that works",
        "title-mixed",
        id="one capital too many",
    ),
    pytest.param(
        "Solliciteren in Den Haag met plezier",
        "Applying in The Hague with real Pleasure",
        "title-mixed",
        id="a name does not hide it",
    ),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(title_case(pair(source, target, title=True))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(title_case(pair(source, target, title=True)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
