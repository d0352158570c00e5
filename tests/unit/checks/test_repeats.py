"""The check of words written twice."""

import pytest

from i18n_pipeline.checks.repeats import repeats
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Het feit dat dat werkt", "The fact that that works", id="that that"),
    pytest.param("Ze had een baan gehad.", "She had had a job.", id="had had"),
    pytest.param("Baden-Baden", "In Baden Baden", id="a name"),
    pytest.param("Doe-het-zelf", "Check-in in the hall", id="a hyphen"),
    pytest.param("Maat 20 20", "Size 20 20", id="numbers"),
]

DEFECTS = [
    pytest.param("In de hal", "In the the hall", "word-doubled", id="an article"),
    pytest.param("De hal", "The the hall", "word-doubled", id="a capital first"),
    pytest.param("In de *hal*", "In the *the* hall", "word-doubled", id="across emphasis"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(repeats(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(repeats(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
