"""Bytes to text and back."""

import codecs

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.formats.encoding import Decoded, decode, encode
from i18n_pipeline.model.finding import Severity


def refusal(data: bytes) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        decode(data)
    assert caught.value.mending
    return caught.value


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        (b"", Decoded("")),
        ("Ze is carrièrecoach 👩‍🏫\r\n".encode(), Decoded("Ze is carrièrecoach 👩‍🏫\r\n")),
        (codecs.BOM_UTF8 + b"---\n", Decoded("---\n", bom=True)),
        (codecs.BOM_UTF8 * 2, Decoded("\ufeff", bom=True)),
        ("\ufeffWerk, één".encode("utf-16-le"), Decoded("Werk, één", "utf-16-le", bom=True)),
        ("\ufeffWerk, één".encode("utf-16-be"), Decoded("Werk, één", "utf-16-be", bom=True)),
    ],
)
def test_unicode_is_read_and_written_as_it_came(data: bytes, decoded: Decoded) -> None:
    """UTF-8 and UTF-16 with a byte order mark come in without a finding and go out unchanged."""
    assert decode(data) == decoded
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("één", "cp1252"),
        ("Eerst dit.\nDan “zo’n” baan – voor € 3.000…\n", "cp1252"),
        ("Mijn carrière\r\nbij Škoda en œuvre™\r\n", "cp1252"),
        ("Werk\x90 é\n", "latin-1"),
    ],
)
def test_a_western_code_page_is_recognised(text: str, encoding: str) -> None:
    """Windows-1252 is told apart from Latin-1 by the bytes that it lacks, and goes out as it came."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bom) == (text, encoding, False)
    assert encode(text, decoded) == text.encode(encoding)


def test_a_file_that_is_not_utf8_is_told_with_its_line() -> None:
    """The first character that is not UTF-8 gives the finding its line, whatever ends the lines."""
    (finding,) = decode(b"Een\r\nTwee\rDrie\nVi\xebr\n").findings
    assert (finding.code, finding.severity, finding.line) == ("not-utf8", Severity.WARNING, 4)
    assert "Windows-1252" in finding.message
    assert "'ë'" in finding.message
    assert finding.fix


def test_a_lost_character_is_told_with_its_line_and_word() -> None:
    """U+FFFD, which stands for a character that some program lost, is a finding for each place."""
    text = "Een.\nTwee op\ufffdbepaalde\n\n\ufffd en ï¿½"
    first, second, third = decode(text.encode()).findings
    assert (first.code, first.line, second.line, third.line) == ("lost-character", 2, 4, 4)
    assert "op\ufffdbepaalde" in first.message


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        (b"Een\n\x00\x01", 2, "NUL"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 3, "0x00 is not UTF-8, nor is it a character of any text"),
        ("\ufeffa\nb\0".encode("utf-16-le"), 2, "NUL"),
        (codecs.BOM_UTF8 + b"Een\nTw\xebe", 2, "begins as UTF-8, but the byte 0xEB does not fit"),
        ("\ufeffa\nb".encode("utf-16-be") + b"\xd8", 2, "begins as UTF-16-BE"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", 1, "begins as UTF-16-LE"),
        ("Carrière, één\n".encode() + b"caf\xe9", 2, "0xE9 is not UTF-8, though the rest of the file is"),
        ("Eerst\ncarrière, één".encode("cp850"), 2, "0x8A is not UTF-8, nor Windows-1252"),
        ("café en één, privé".encode("cp437") * 9, 1, "nor Windows-1252"),
        ("Eerst\nprivéles, carrière".encode("mac-roman"), 2, "nor Windows-1252"),
        ("Работа и карьера для всех нас".encode("cp1251"), 1, "nor is the file in Latin letters"),
    ],
)
def test_what_is_no_text_or_in_an_unknown_encoding_is_refused(data: bytes, line: int, problem: str) -> None:
    """A file that can't be read for certain is refused with the line and byte, not guessed at."""
    error = refusal(data)
    assert problem in str(error)
    assert error.place is not None
    assert error.place.line == line


def test_a_character_that_the_encoding_lacks_makes_the_file_utf8() -> None:
    """A translation with a character that Windows-1252 has not is written as UTF-8."""
    assert encode("naïve ✓", Decoded("naïve", "cp1252")) == "naïve ✓".encode()


def test_half_a_character_is_refused() -> None:
    """A lone surrogate, which no encoding has, is an error with its line."""
    with pytest.raises(ArticleError, match=r":2: U\+D83D is half a character") as caught:
        encode("a\n\ud83d", Decoded(""))
    assert caught.value.mending
