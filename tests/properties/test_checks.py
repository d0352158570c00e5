"""Properties of the checks."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.checks import Pair, check
from i18n_pipeline.checks.numbers import numbers
from i18n_pipeline.model.inline import plain

TEXT = st.text(
    st.sampled_from("0123456789.,:-/' €%aehijnortu?!()+@\u00a0\n\"`") | st.characters(), max_size=60
)
AMOUNTS = st.decimals(0, 10**12, places=2) | st.integers(0, 10**12).map(Decimal)


@given(TEXT, TEXT)
def test_no_text_breaks_a_check(source: str, target: str) -> None:
    """Every text gives findings or none, whatever stands in it."""
    check(Pair(plain(source), plain(target)))


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
