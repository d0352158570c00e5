"""Bytes to text and back: UTF-8, UTF-16 with a byte order mark, Windows-1252, Latin-1."""

import codecs
import re
from dataclasses import dataclass

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.model.finding import Finding, Severity

_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_LEGACY = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}
_SAVE = "Open it in an editor that shows its accents right, and save it as UTF-8."

_UNDEFINED_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# Between two letters Windows-1252 has no low quotes, daggers, per mille or angle quotes, and between two
# small letters no capitals. Other code pages have é, ë, à, ü in these places (437, 850, Mac Roman).
_NOT_WESTERN = re.compile(
    rb"[A-Za-z][\x81\x82\x84\x86-\x89\x8b\x8d\x8f\x90\x98\x9b\x9d][a-z]|[a-z][\x8a\x8c\x8e\x9f][a-z]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")
# U+FFFD, or the same read once more as Windows-1252.
_LOST = re.compile(r"\S{0,20}(?:\ufffd|ï¿½)\S{0,20}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and what `encode` needs to give the same bytes back."""

    text: str
    encoding: str = "utf-8"
    bom: bool = False
    findings: tuple[Finding, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of an article's bytes.

    What is not UTF-8 is told in a finding `not-utf8`, a character that an earlier program lost
    (U+FFFD) in a finding `lost-character`. Raises ArticleError for what is no text or in an encoding
    that can't be told, with the line.
    """
    encoding, bom = _encoding(data)
    text = data[len(_BOMS[encoding]) if bom else 0 :].decode(encoding)
    if "\0" in text:
        line = _line(text, text.index("\0"))
        raise ArticleError("This is no text: it has a NUL character.", place=Place("", line), mending=_SAVE)
    return Decoded(text, encoding, bom, (*_not_utf8(text, encoding), *_lost(text)))


def encode(text: str, like: Decoded) -> bytes:
    """`text` as bytes in the encoding of `like`, or as UTF-8 where that lacks a character.

    Raises ArticleError for half a surrogate pair, which is no character.
    """
    bom = _BOMS[like.encoding] if like.bom else b""
    try:
        return bom + text.encode(like.encoding)
    except UnicodeEncodeError:
        return _as_utf8(text)


def _as_utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        place = Place("", _line(text, error.start))
        problem = f"U+{ord(text[error.start]):04X} is half a character and can't be written."
        raise ArticleError(problem, place=place, mending="Delete it there.") from error


def _encoding(data: bytes) -> tuple[str, bool]:
    bom = next((name for name, mark in _BOMS.items() if data.startswith(mark)), "")
    try:
        data.decode(bom or "utf-8")
    except UnicodeDecodeError as error:
        if bom:
            raise _broken(data, error.start, bom) from error
        return _legacy(data, error), False
    return bom or "utf-8", bool(bom)


def _broken(data: bytes, at: int, encoding: str) -> ArticleError:
    line = _line(data[:at].decode(encoding, "ignore"), at)
    problem = f"The file begins as {encoding.upper()}, but the byte 0x{data[at]:02X} does not fit."
    return ArticleError(problem, place=Place("", line), mending=_SAVE)


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    """Windows-1252 or, where that lacks a byte, Latin-1; both only if the text around the bytes agrees."""
    if b"\0" in data:
        raise _refusal(data, data.index(b"\0"), "nor is it a character of any text")
    lenient = data.decode(errors="surrogateescape")
    strange = sum("\udc80" <= char <= "\udcff" for char in lenient)
    if sum(char > "\x7f" for char in lenient) >= 2 * strange:
        raise _refusal(data, error.start, "though the rest of the file is")
    if found := _NOT_WESTERN.search(data):
        raise _refusal(data, found.start() + 1, "nor Windows-1252, which has no such letter")
    if strange > 10 + len(data) / 3:
        raise _refusal(data, error.start, "nor is the file in Latin letters")
    return "latin-1" if _UNDEFINED_IN_CP1252.search(data) else "cp1252"


def _refusal(data: bytes, at: int, why: str) -> ArticleError:
    problem = f"The byte 0x{data[at]:02X} is not UTF-8, {why}."
    return ArticleError(problem, place=Place("", _line(data.decode("latin-1"), at)), mending=_SAVE)


def _not_utf8(text: str, encoding: str) -> tuple[Finding, ...]:
    if encoding not in _LEGACY:
        return ()
    at = next(index for index, char in enumerate(text) if char > "\x7f")
    message = f"The file is {_LEGACY[encoding]}, not UTF-8; the first character of the kind is {text[at]!r}."
    return (Finding("not-utf8", Severity.WARNING, message, _line(text, at), fix="Save it as UTF-8."),)


def _lost(text: str) -> tuple[Finding, ...]:
    if "\ufffd" not in text and "ï¿½" not in text:
        return ()
    return tuple(
        Finding(
            "lost-character",
            Severity.WARNING,
            f"An earlier program lost a character: {found.group()!r}.",
            _line(text, found.start()),
            fix="Type the word again.",
        )
        for found in _LOST.finditer(text)
    )


def _line(text: str, at: int) -> int:
    return len(_LINE_END.findall(text, 0, at)) + 1
