"""The check of Dutch abbreviations."""

import pytest

from i18n_pipeline.checks.abbreviations import abbreviations
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Neem bijv. een map mee.", "Bring a folder, for example.", id="said in English"),
    pytest.param("Je cv, diploma etc.", "Your CV, degree etc.", id="etc. is English too"),
    pytest.param(
        "Dat is zgn. maatwerk.", "That is what is called bespoke work.", id="the letters inside a word"
    ),
    pytest.param("Schrijf naar de heer Jansen.", "Write to dhr. Jansen.", id="not in the source"),
    pytest.param("Zie a/t/m/b.", "See a/t/m/b.", id="a file path with t/m as part of it"),
]

DEFECTS = [
    pytest.param(
        "Neem bijv. een map mee.", "Bring bijv. a folder.", "dutch-abbreviation", id="as in the source"
    ),
    pytest.param(
        "I.v.m. ziekte gesloten", "Closed ivm illness", "dutch-abbreviation", id="without its full stops"
    ),
    pytest.param("Van 1 t/m 5 mei", "From 1 t/m 5 May", "dutch-abbreviation", id="from and to"),
    pytest.param("Reageer z.s.m.", "Respond z.s.m.", "dutch-abbreviation", id="at the end"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(abbreviations(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(abbreviations(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
