"""The check of the capital at the start."""

import pytest

from i18n_pipeline.checks.capital import capital
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Begin vandaag.", "Start today.", id="kept"),
    pytest.param("een pasfoto", "a passport photo", id="small in both"),
    pytest.param("IPhone of Android", "iPhone or Android", id="a brand that begins small"),
    pytest.param("Bekijk npm.", "npm is worth a look.", id="a word as in the source"),
    pytest.param("Drie tips", "3 tips", id="a number first"),
    pytest.param("Ja!", "…", id="only signs"),
]

DEFECTS = [
    pytest.param("Begin vandaag.", "start today.", "capital-lost", id="a sentence"),
    pytest.param("“Begin vandaag.”", "“start today.”", "capital-lost", id="behind a quote"),
    pytest.param(
        "Een kwart haakt af.",
        "a quarter drops out.",
        "capital-lost",
        id="a word that is inside one of the source",
    ),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(capital(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(capital(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
