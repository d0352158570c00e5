"""All checks together."""

import pytest

from i18n_pipeline.checks import CHECKS, Pair, check
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.inline import plain
from tests.golden.checks_set import pair

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
        "html",
        "mojibake",
        "numbers",
        "negation",
        "untranslated",
        "abbreviations",
        "glossary",
        "false_friends",
        "spelling",
        "consistency",
        "length",
        "sentences",
        "punctuation",
        "balance",
        "quotes",
        "capital",
        "title_case",
        "repeats",
        "spaces",
    ]


@pytest.mark.parametrize(
    ("target", "code", "words"),
    [
        ("You get 4 chances, not 5.", "number-changed", "4"),
        ("You get &amp; 4 chances.", "number-changed", "4"),
        ("You get **the the** 3 chances, not more.", "word-doubled", "the the"),
        ("You get `x` 3 chances, not „more”.", "dutch-quotes", "„more”"),
    ],
)
def test_a_span_says_where_in_the_markdown(target: str, code: str, words: str) -> None:
    """Codes, escapes and entities before it count as they are written."""
    source = "Je krijgt **de** `x` 3 kansen, niet „meer”, 5." if "5" in target else "Je krijgt geen 3 kansen."
    found = next(finding for finding in check(pair(source, target)) if finding.code == code)
    assert found.span is not None
    assert target[slice(*found.span)] == words


def test_a_finding_about_no_one_place_spans_the_translation() -> None:
    """What is missing stands nowhere."""
    (finding,) = check(pair("Je krijgt geen kansen.", "You get chances."))
    assert (finding.check, finding.span) == ("negation", (0, len("You get chances.")))


def test_an_ignored_check_finds_nothing() -> None:
    """A segment goes without the checks that it is told to ignore."""
    assert [finding.code for finding in check(BROKEN, ignored={"numbers"})] == ["negation-missing"]
