"""All checks together."""

import pytest

from i18n_pipeline.checks import CHECKS, Pair, check
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.inline import plain

BROKEN = Pair(plain("Je krijgt geen 3 kansen."), plain("You get 4 chances."), line=7)


def test_findings_come_in_the_order_of_the_checks_with_segment_and_line() -> None:
    """Every finding says where it is and in which source text."""
    found = check(BROKEN)
    assert [finding.code for finding in found] == ["number-changed", "negation-missing"]
    assert {(finding.line, finding.segment) for finding in found} == {(7, "Je krijgt geen 3 kansen.")}


def test_a_check_can_be_turned_off() -> None:
    """`off` for one check leaves the others."""
    assert [finding.code for finding in check(BROKEN, {"numbers": "off"})] == ["negation-missing"]


@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_a_level_replaces_a_checks_own_severity(level: str) -> None:
    """A level in the settings goes before the severity that the check gives."""
    severities = [finding.severity for finding in check(BROKEN, {"numbers": level, "negation": level})]
    assert severities == [Severity[level.upper()]] * 2


def test_an_empty_translation_has_no_findings() -> None:
    """What isn't translated yet is for the status to tell."""
    assert check(Pair(plain("Wat kun je geven?"), ())) == ()


def test_other_targets_go_without_the_checks_that_know_english() -> None:
    """Numbers keep their Dutch notation in German, and `nicht` is no English word."""
    pair = Pair(plain("Je krijgt geen € 2,50."), plain("Du bekommst keine 2,50 €."), language="de")
    assert check(pair) == ()


def test_entities_and_escapes_are_read_as_their_signs() -> None:
    """Entities and backslashes don't part a number or a word."""
    pair = Pair(plain("Om 9\\.30&nbsp;uur, 10&#37;"), plain("At 9.30\u00a0am, 10%"))
    assert check(pair) == ()


def test_every_check_has_a_name_for_the_settings() -> None:
    """Names are stable: people write them into their settings."""
    assert list(CHECKS) == [
        "placeholders",
        "numbers",
        "negation",
        "untranslated",
        "glossary",
        "length",
        "punctuation",
    ]
