"""The check of false friends."""

import pytest

from i18n_pipeline.checks.false_friends import false_friends
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Een eventuele tweede ronde", "A possible second round", id="translated well"),
    pytest.param(
        "Tijdens je stage krijg je in elk stadium hulp.",
        "During your internship you get help at every stage.",
        id="the right word beside it",
    ),
    pytest.param("In dit stadium", "At this stage", id="the English word for something else"),
    pytest.param("Je stage", "Your backstage pass", id="a part of a word"),
]

DEFECTS = [
    pytest.param("Eventueel later", "Eventually later", "false-friend", id="eventueel"),
    pytest.param("Zoek een stageplek.", "Look for a stage.", "false-friend", id="a compound"),
    pytest.param("Aan een hogeschool", "At a high school", "false-friend", id="two words"),
    pytest.param("Slimmere directies", "Slim directions", "false-friend", id="inflected"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(false_friends(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(false_friends(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
