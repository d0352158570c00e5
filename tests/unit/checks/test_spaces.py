"""The check of spaces."""

import pytest

from i18n_pipeline.checks.spaces import spaces
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Begin nu.", "Start now.", id="single"),
    pytest.param("Een  \nTwee", "One  \nTwo", id="a hard break is a code"),
    pytest.param("Begin nu.", " ", id="only a space"),
]

DEFECTS = [
    pytest.param("Begin nu.", "Start  now.", "double-space", id="two"),
    pytest.param("Begin nu.", " Start now.", "leading-space", id="at the start"),
    pytest.param("Begin nu.", "Start now. ", "trailing-space", id="at the end"),
    pytest.param("Kost € 5", "Costs €\u00a0 5", "double-space", id="an unbreakable one beside another"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(spaces(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(spaces(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
