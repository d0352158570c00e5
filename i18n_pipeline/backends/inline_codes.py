"""Inline codes as XML, for engines that understand tags.

A pair becomes `<g id="1">…</g>`, a standalone code `<x id="2"/>` (the element names of XLIFF 1.2,
2.4 "Inline elements"). What comes back is parsed strictly: a code is never dropped or invented.
"""

from collections.abc import Iterable
from enum import StrEnum
from xml.parsers import expat
from xml.sax.saxutils import escape

from i18n_pipeline.backends.code_edges import respaced
from i18n_pipeline.formats.xml_text import allowed
from i18n_pipeline.model.inline import Content, Kind, Placeholder, merged, placeholders, well_nested

PAIR, STANDALONE = "g", "x"
"""Names of the elements."""

_ROOT = "content"
_TAGS = {Kind.OPEN: '<g id="{}">', Kind.CLOSE: "</g>", Kind.STANDALONE: '<x id="{}"/>'}
_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]

_Token = tuple[Kind, str]
"""A tag: its kind and id."""


class Fault(StrEnum):
    """What an engine did to the codes."""

    LOST = "placeholders lost"
    ADDED = "placeholders added"
    CROSSED = "placeholders crossed or not closed"
    EMPTIED = "placeholders emptied"
    MALFORMED = "malformed XML"


class CodesError(ValueError):
    """Codes that can't be put back; its text is the fault and where it is."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(f"{fault}: {detail}")
        self.fault = fault
        self.detail = detail


def to_xml(content: Content) -> str:
    """Content as an XML fragment.

    Characters that XML can't hold (controls, lone surrogates) are left out. Raises CodesError for
    content that is not well nested.
    """
    if not well_nested(content):
        raise CodesError(Fault.CROSSED, "in the source")
    return "".join(_text(part) if isinstance(part, str) else _tag(part.kind, part.id) for part in content)


def from_xml(text: str, original: Content) -> Content:
    """The engine's answer as content with the placeholders of `original`.

    Spaces that the engine lost or moved at a code's edge are mended (`code_edges`). Raises
    CodesError where the answer is not XML, has other codes than `original`, or leaves a pair
    empty that had something in it.
    """
    content = merged(_restored(_parsed(text), original))
    emptied = _filled_pairs(original) - _filled_pairs(content)
    if emptied:
        raise CodesError(Fault.EMPTIED, _named((Kind.OPEN, str(id_)) for id_ in sorted(emptied)))
    return respaced(content, original)


def _text(text: str) -> str:
    return escape(allowed(text), {"\r": "&#13;"})


def _tag(kind: Kind, id_: int | str) -> str:
    return _TAGS[kind].format(id_)


def _named(tokens: Iterable[_Token]) -> str:
    return ", ".join(_tag(*token) for token in tokens if token[0] is not Kind.CLOSE)


class _Reader:
    """Takes expat's events; `parts` are texts and tags in order."""

    def __init__(self) -> None:
        self.parts: list[str | _Token] = []
        self._open: list[_Token] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _ROOT and not self._open:
            self._open.append((Kind.OPEN, ""))
            return
        token = (Kind.STANDALONE if name == STANDALONE else Kind.OPEN, attributes.get("id", ""))
        if name not in {PAIR, STANDALONE} or attributes.keys() != {"id"}:
            raise CodesError(Fault.ADDED, f"<{name}>")
        self._refuse_inside_standalone()
        self.parts.append(token)
        self._open.append(token)

    def end(self, _name: str) -> None:
        kind, id_ = self._open.pop()
        if kind is Kind.OPEN and self._open:
            self.parts.append((Kind.CLOSE, id_))

    def text(self, data: str) -> None:
        self._refuse_inside_standalone()
        self.parts.append(data)

    def other(self, *_details: str) -> None:
        raise CodesError(Fault.MALFORMED, "a comment or an instruction between the words")

    def _refuse_inside_standalone(self) -> None:
        if self._open[-1][0] is Kind.STANDALONE:
            raise CodesError(Fault.MALFORMED, f"something inside {_tag(*self._open[-1])}")


def _parsed(text: str) -> list[str | _Token]:
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.CommentHandler = parser.ProcessingInstructionHandler = reader.other
    try:
        # Inside a root there can be no document type, so no entity of the engine's own is ever expanded.
        parser.Parse(f"<{_ROOT}>{text}</{_ROOT}>", True)
    except expat.ExpatError as error:
        fault = Fault.CROSSED if error.code == _MISMATCH else Fault.MALFORMED
        raise CodesError(fault, expat.ErrorString(error.code)) from error
    except UnicodeEncodeError as error:
        raise CodesError(Fault.MALFORMED, error.reason) from error
    return reader.parts


def _restored(parts: Iterable[str | _Token], original: Content) -> Content:
    waiting: dict[_Token, list[Placeholder]] = {}
    for code in placeholders(original):
        waiting.setdefault((code.kind, str(code.id)), []).append(code)
    content: list[str | Placeholder] = []
    added = []
    for part in parts:
        if isinstance(part, str):
            content.append(part)
        elif waiting.get(part):
            content.append(waiting[part].pop(0))
        else:
            added.append(part)
    if lost := [token for token, codes in waiting.items() for _ in codes]:
        raise CodesError(Fault.LOST, _named(lost))
    if added:
        raise CodesError(Fault.ADDED, _named(added))
    return tuple(content)


def _filled_pairs(content: Content) -> set[int]:
    """The ids of pairs that hold words or a standalone code."""
    filled: set[int] = set()
    opened: list[int] = []
    for part in content:
        if isinstance(part, str):
            filled.update(opened if part.strip() else ())
        elif part.kind is Kind.STANDALONE:
            filled.update(opened)
        elif part.kind is Kind.OPEN:
            opened.append(part.id)
        else:
            opened.pop()
    return filled
