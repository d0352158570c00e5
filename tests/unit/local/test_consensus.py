"""Agreement between drafts."""

import pytest

from i18n_pipeline.backends.local.consensus import agreement, chrf


@pytest.mark.parametrize(
    ("hypothesis", "reference", "expected"),
    [
        ("Building a network takes time!", "It takes time to build a network!", 0.5572),
        ("You can give attention, or advice.", "One may give attention or counsel.", 0.4573),
        ("No", "Not", 0.6364),
        ("abc", "xyz", 0.0),
        ("the same", "the same", 1.0),
    ],
)
def test_chrf_is_sacrebleus(hypothesis: str, reference: str, expected: float) -> None:
    """The figures are those that sacrebleu 2.6 gives for a sentence (`chrF2`), as a share of one."""
    assert chrf(hypothesis, reference) == pytest.approx(expected, abs=5e-4)


def test_nothing_agrees_with_nothing() -> None:
    """Texts too short to have anything in common give 0, and so does a draft alone."""
    assert chrf("", "") == 0
    assert agreement(["alone"]) == [0]
    assert agreement([]) == []


def test_the_draft_in_the_middle_agrees_most() -> None:
    """The draft that shares something with each other one is ahead of those that share less."""
    scores = agreement(["You can call us today", "You can ring us today", "You may ring us now", "Cheese"])
    assert max(range(4), key=lambda index: scores[index]) == 1
    assert min(range(4), key=lambda index: scores[index]) == 3


def test_equal_drafts_support_each_other() -> None:
    """Two prompts that give the same text count as two voices for it."""
    scores = agreement(["the same", "the same", "another"])
    assert scores[0] == scores[1] > scores[2]
