"""The check of characters read in a wrong encoding."""

import pytest

from i18n_pipeline.checks.mojibake import mojibake
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Een café", "A café", id="plain"),
    pytest.param("‘Zo’ – € 5", "‘So’ – €5…", id="typeset"),
    pytest.param("Zoë en Łukasz", "Zoë and Łukasz", id="a name"),
    pytest.param("Een brief", "Éñ ƀřîéƒ", id="odd letters that no encoding explains"),
]

DEFECTS = [
    pytest.param("Een café", "A cafÃ©", "mojibake", id="an accent"),
    pytest.param("Dat is 't", "Thatâ€™s it", "mojibake", id="a quote"),
    pytest.param("Een café", "A caf\ufffd", "lost-character", id="a lost character"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(mojibake(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(mojibake(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)
