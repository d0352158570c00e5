"""How common words are."""

import sys

import pytest

from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats.commonness import commonness


def test_everyones_words_are_more_common_than_a_fields() -> None:
    """Uses per million words; a word that no list has is not used at all."""
    rate = commonness("nl-NL")
    assert rate("mensen") > 1000 > rate("sollicitatie") > rate("functioneringsgesprek") > 0 == rate("qwxzv")


def test_a_language_without_a_list_is_refused() -> None:
    """By its tag."""
    with pytest.raises(UsageError, match="'tlh'"):
        commonness("tlh")


def test_the_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setitem(sys.modules, "wordfreq", None)
    with pytest.raises(UsageError) as refusal:
        commonness("nl")
    assert "pip install 'i18n-pipeline[terms]'" in str(refusal.value)
