"""What a language tag says."""

import pytest

from i18n_pipeline.model.language import base, subtags


@pytest.mark.parametrize("tag", ["nl", "NL", "nl-BE", "nl_BE", "NL-Latn_be"])
def test_base(tag: str) -> None:
    """The language is the same however the tag is written, and whatever it says besides."""
    assert base(tag) == "nl"


def test_subtags() -> None:
    """Every part counts, in lower case."""
    assert subtags("zh_Hant-TW") == ["zh", "hant", "tw"]
    assert subtags("nl") == ["nl"]
