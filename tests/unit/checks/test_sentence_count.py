"""The check of the number of sentences."""

import pytest

from i18n_pipeline.checks.sentences import sentences
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Stop. Denk. Ga.", "Stop. Think. Go.", id="as many"),
    pytest.param(
        "Zie dr. Jansen, bijv. op 3 jan. a.s.", "See Dr. Jansen, e.g. on 3 January.", id="abbreviations"
    ),
    pytest.param("Wacht... Nu!", "Wait… Now!", id="dots"),
    pytest.param("Versie 3. 5 is uit.", "Version 3. 5 is out.", id="a number's point"),
]

DEFECTS = [
    pytest.param("Stop. Denk.", "Stop.", "sentence-count", id="one lost"),
    pytest.param("Stop.", "Stop. Think.", "sentence-count", id="one more"),
    pytest.param("Klaar? Neem dit mee", "Ready?", "sentence-count", id="the last one without a full stop"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(sentences(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(sentences(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
