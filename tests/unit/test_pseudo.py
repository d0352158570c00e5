"""Pseudo-localised text."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.backends.pseudo import PseudoBackend, PseudoSettings, from_table, pseudo
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.engine import Batch, Query
from i18n_pipeline.model.inline import Content, Kind, Placeholder, placeholders, plain, text_only

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_latin_letter_becomes_another_letter(letter: str) -> None:
    """No letter of the alphabet stays, and each is replaced by one letter."""
    other = text_only(pseudo((letter,), 0))[1:-1]
    assert other != letter
    assert len(other) == 1
    assert other.isalpha()


@pytest.mark.parametrize("letter", ["é", "ë", "ï", "ä", "ß", "Ж", "語"])
def test_letters_that_already_look_foreign_change_too(letter: str) -> None:
    """A letter outside the alphabet gets a mark of its own."""
    other = text_only(pseudo((letter,), 0))[1:-1]
    assert other == normalize("NFC", other) != letter


@given(st.text(), st.floats(0, 2))
def test_text_grows_by_the_expansion(text: str, expansion: float) -> None:
    """A text with letters becomes at least as much longer as asked, in brackets."""
    result = text_only(pseudo(plain(text), expansion))
    if any(char.isalpha() for char in text):
        assert len(result) >= len(text) * (1 + expansion)
        assert (result[0], result[-1]) == ("⟦", "⟧")
    else:
        assert result == text


def test_padding_is_not_more_than_asked() -> None:
    """Twenty letters become 27 characters at 35%."""
    assert len(text_only(pseudo(("a" * 20,), 0.35))) == 27


def test_codes_stay_in_their_order() -> None:
    """Placeholders are neither changed nor moved."""
    codes = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
    content: Content = (codes[0], "vet", codes[1], " met ", Placeholder(2, Kind.STANDALONE, "%s"))
    assert placeholders(pseudo(content, 0.35)) == placeholders(content)


@pytest.mark.parametrize("entity", ["&amp;", "&lt;", "&#42;", "&notathing;"])
def test_character_references_stay(entity: str) -> None:
    """A reference with an accent in it would no longer be one."""
    assert entity in text_only(pseudo((f"O{entity}O",), 0.35))


@pytest.mark.parametrize("char", "*_`[]()<>#|!~\\&$^=+-")
def test_nothing_added_is_markdown(char: str) -> None:
    """Brackets and padding are no syntax, whatever stands beside them."""
    assert char not in text_only(pseudo(("netwerken " * 10,), 1))


def test_the_same_text_looks_the_same_every_time() -> None:
    """There is no chance in it."""
    batch = Batch((Query(("Ga netwerken!",)),), "nl", "en-GB")
    assert PseudoBackend().translate(batch) == PseudoBackend().translate(batch)


def test_expansion_is_a_setting() -> None:
    """The table's `expansion` sets the length and is part of the fingerprint."""
    backend = from_table({"expansion": 1})
    (answer,) = backend.translate(Batch((Query(("tien teken",)),), "nl", "en-GB"))
    assert answer.content is not None
    assert len(text_only(answer.content)) == 20
    assert backend.fingerprint != PseudoBackend().fingerprint


@pytest.mark.parametrize("expansion", [-0.1, 11, float("nan")])
def test_an_expansion_out_of_range_is_refused(expansion: float) -> None:
    """Text can't become shorter than it is, nor endless."""
    with pytest.raises(UsageError, match="expansion"):
        PseudoSettings(expansion)
