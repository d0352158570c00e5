"""Properties of the checks."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.checks import Pair, check
from i18n_pipeline.checks.numbers import numbers
from i18n_pipeline.checks.shown import shown
from i18n_pipeline.model.inline import plain

TEXT = st.text(
    st.sampled_from("0123456789.,:-/' €%aehijnortu?!()+@\u00a0\n\"`") | st.characters(), max_size=60
)
PIECES = st.lists(
    st.sampled_from(["„", "”", "‚", "’", ",,", "''", " ", "  ", "\u00a0", "word", "*x*", "."]), max_size=12
)
AMOUNTS = st.decimals(0, 10**12, places=2) | st.integers(0, 10**12).map(Decimal)


@given(TEXT, TEXT)
def test_no_text_breaks_a_check(source: str, target: str) -> None:
    """Every text gives findings or none, whatever stands in it."""
    for finding in check(Pair(plain(source), plain(target))):
        assert finding.span is not None
        start, end = finding.span
        assert 0 <= start <= end <= len(target)


@given(TEXT)
def test_what_is_shown_is_written_where_it_says(text: str) -> None:
    """Places go up, and a character that is neither escaped nor a space stands at its place."""
    seen = shown(plain(text))
    assert len(seen.text) == len(seen.places)
    assert list(seen.places) == sorted(seen.places)
    for char, (start, end) in zip(seen.text, seen.places, strict=True):
        assert char == text[start:end] or char == " " or text[start] in "\\&"


@given(PIECES)
def test_mending_keeps_the_words(pieces: list[str]) -> None:
    """What takes a span's place has the same letters, and is not longer."""
    target = "".join(pieces)
    for finding in check(Pair(plain("Een woord."), plain(target))):
        if finding.replacement is not None and finding.span is not None:
            start, end = finding.span
            after = target[:start] + finding.replacement + target[end:]
            assert re.findall(r"\w", after) == re.findall(r"\w", target)
            assert len(after) <= len(target)


@given(AMOUNTS)
def test_an_amount_in_the_notation_of_each_language_is_the_same(amount: Decimal) -> None:
    """Dutch `1.234,50` and English `1,234.50` are one number."""
    english = f"{amount:,f}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert list(numbers(Pair(plain(f"Je krijgt € {dutch}."), plain(f"You get €{english}.")))) == []


@given(AMOUNTS, AMOUNTS)
def test_another_amount_is_found(one: Decimal, other: Decimal) -> None:
    """Two amounts that differ are a finding."""
    dutch = f"{one:,f}".translate(str.maketrans(",.", ".,"))
    found = list(numbers(Pair(plain(f"Je krijgt € {dutch}."), plain(f"You get €{other:,f}."))))
    assert bool(found) == (one != other)
