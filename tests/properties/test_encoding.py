"""What holds for any bytes and for any mojibake."""

import ftfy  # noqa: F401 - knows sloppy-windows-1252
from hypothesis import example, given
from hypothesis import strategies as st

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.encoding import Decoded, decode, encode
from i18n_pipeline.formats.repair import Repaired, repair

DUTCH = (
    "één|geëist|naïef|coöperatie|ruïne|carrière|crèche|maïs|pâté|façade|’s|zo’n|€ 50|“ja”|‘nee’|–|wél…|Eén"
)
FRENCH = "œuvre|cœur|être|où|ça|forêt|naître|Noël|l’été|«\xa0oui\xa0»|À|École|Été|Œil"
GERMAN = "größer|Straße|Übung|Ärzte|Öl|„ja“|für|süß|Fuß"
CLEAN = st.lists(
    st.sampled_from("|".join((DUTCH, FRENCH, GERMAN)).split("|"))
    | st.sampled_from(["de", "(en)", "1,5", "🎉", "?"]),
    min_size=1,
).map(" ".join)
WESTERN = [bytes([byte]).decode("sloppy-windows-1252") for byte in range(256)]
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "cp850", "mac-roman", "cp1251"]
)


@given(st.binary() | st.builds(lambda text, name: text.encode(name, "ignore"), CLEAN | st.text(), ENCODINGS))
@example(b"\xef\xbb\xbf\xff\xfe")
@example(b"\xff\xfe\x00")
def test_what_can_be_read_is_written_as_it_came(data: bytes) -> None:
    """Bytes that decode encode to the same bytes; others are refused with a line."""
    try:
        decoded = decode(data)
    except ArticleError as error:
        place = error.place
    else:
        place = Place("", 1)
        assert encode(decoded.text, decoded) == data
    assert place is not None
    assert place.line >= 1


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\ufffd")))
def test_utf8_is_never_in_doubt(text: str) -> None:
    """Any UTF-8 text without NUL is read as itself, without a finding."""
    assert decode(text.encode()) == Decoded(text)


@given(CLEAN)
def test_dutch_in_windows_1252_is_read_right(text: str) -> None:
    """Common accented words in Windows-1252 come out as their author typed them."""
    data = text.replace("🎉", "!").encode("cp1252")
    assert decode(data).text.encode("cp1252") == data


@given(CLEAN)
def test_clean_text_stays(text: str) -> None:
    """Common words with accents and quotes are never taken for mojibake."""
    assert repair(text) == Repaired(text)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_stays(text: str) -> None:
    """There is no mojibake in ASCII."""
    assert repair(text) == Repaired(text)


@given(CLEAN, st.sampled_from(["latin-1", "sloppy-windows-1252"]))
def test_mojibake_becomes_what_it_was(text: str, misread_as: str) -> None:
    """UTF-8 misread word by word is mended, and once mended stays."""
    misread = text.encode().decode(misread_as)
    assert repair(misread).text == text
    assert repair(text).changes == ()


@given(st.text() | st.text(WESTERN))
def test_repairing_twice_is_repairing_once(text: str) -> None:
    """A repaired text has nothing left to repair, and its changes account for the difference."""
    repaired = repair(text)
    assert repair(repaired.text) == Repaired(repaired.text)
    assert (repaired.text != text) == bool(repaired.changes)
