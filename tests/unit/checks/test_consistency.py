"""The check of one translation for one source."""

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.consistency import consistency
from i18n_pipeline.model.inline import plain


def _found(elsewhere: dict[str, str]) -> list[str]:
    pair = Pair(plain("Lees verder"), plain("Read on"), elsewhere=elsewhere)
    return [finding.message for finding in consistency(pair)]


def test_the_same_words_are_silent() -> None:
    """Letter case and an end mark make no other translation."""
    assert _found({}) == []
    assert _found({"Read on": "nl/a.md", "read on.": "nl/b.md"}) == []


def test_other_words_are_told_with_their_article() -> None:
    """The first article that says it otherwise is named with what it says."""
    assert _found({"Read on": "nl/a.md", "Read more": "nl/b.md"}) == [
        "nl/b.md has 'Read more' for the same source."
    ]
