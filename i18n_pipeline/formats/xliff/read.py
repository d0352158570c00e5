"""An XLIFF document to what came back, as OmegaT, Okapi, Weblate, Trados and memoQ save it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from i18n_pipeline.formats.xliff import names
from i18n_pipeline.formats.xliff.document import Base, Parts, Returned, ReturnedFile, SegmentState
from i18n_pipeline.formats.xliff.inline_read import core, inline, merged, original_data
from i18n_pipeline.formats.xliff.problem import at, refusal


@dataclass(frozen=True, slots=True)
class Document:
    """The languages as the document names them (empty: it does not) and its files."""

    source_language: str
    target_language: str
    files: tuple[ReturnedFile, ...]


def read(data: bytes) -> Document:
    """What an XLIFF 2.x document has.

    No entity is expanded, nothing is fetched. Raises UsageError with the line where it is no XML,
    declares a document type, or is no XLIFF 2.
    """
    root = _root(data)
    return Document(
        root.get("srcLang", ""),
        root.get("trgLang", ""),
        tuple(_file(child) for child in root if core(child) == "file"),
    )


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        problem = str(error.msg or "the file is empty").partition(", line ")[0]
        raise refusal(f"this is no XML: {problem}", error.lineno or 0) from error
    if root.getroottree().docinfo.doctype:
        raise refusal("it declares a document type", 1, "Take the line with <!DOCTYPE out.")
    name, version = etree.QName(root).localname, root.get("version", "")
    if name != "xliff":
        raise at(root, f"this is no XLIFF file: it begins with <{name}>")
    if not version.startswith("2.") or not core(root):
        mending = "Let your tool save it as XLIFF 2.0 or 2.1."
        raise refusal(f"this is XLIFF {version or 'of no version'}", root.sourceline or 0, mending)
    return root


def _file(element: etree._Element) -> ReturnedFile:
    units: dict[str, Returned] = {}
    for each in _units(element):
        unit = _unit(each)
        if unit.id in units:
            raise at(each, f"unit {unit.id} is there already, on line {units[unit.id].line}")
        units[unit.id] = unit
    original = element.get("original") or element.get("id") or ""
    return ReturnedFile(original, tuple(units.values()), element.sourceline or 0)


def _units(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if core(child) == "unit":
            yield child
        elif core(child) == "group":
            yield from _units(child)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A <segment>, or an <ignorable> that stands between segments; `order` is the target's place."""

    source: Parts
    target: Parts
    state: SegmentState | None
    order: int

    @property
    def lacks_target(self) -> bool:
        return bool(self.state and self.source and not self.target)


def _unit(element: etree._Element) -> Returned:
    pieces = list(_pieces(element))
    segments = [piece for piece in pieces if piece.state and piece.source]
    translated = any(piece.target for piece in segments)
    ordered = sorted(pieces, key=lambda piece: piece.order)
    return Returned(
        element.get("id", ""),
        merged(part for piece in pieces for part in piece.source),
        merged(part for piece in ordered for part in piece.target) if translated else (),
        min(
            (piece.state for piece in segments if piece.state), key=lambda state: state.rank, default=_INITIAL
        ),
        element.get("name"),
        _base(element),
        element.sourceline or 0,
        incomplete=translated and any(piece.lacks_target for piece in segments),
    )


_INITIAL = SegmentState.INITIAL


def _pieces(unit: etree._Element) -> Iterator[_Piece]:
    data = original_data(unit)
    number = 0
    for child in unit:
        name = core(child)
        if name not in {"segment", "ignorable"}:
            continue
        number += 1
        inner = {core(part): part for part in child}
        source = inline(inner["source"], data) if "source" in inner else ()
        target = inline(inner["target"], data) if "target" in inner else ()
        if name == "ignorable":
            yield _Piece(source, target or source, None, _order(inner.get("target"), number))
        else:
            yield _Piece(source, target, _state(child), _order(inner.get("target"), number))


def _order(target: etree._Element | None, number: int) -> int:
    written = target.get("order", "") if target is not None else ""
    return int(written) if written.isascii() and written.isdigit() else number


def _state(segment: etree._Element) -> SegmentState:
    written = segment.get("state", "")
    return SegmentState(written) if written in set(SegmentState) else _INITIAL


def _base(unit: etree._Element) -> Base | None:
    text, state = (unit.get(f"{{{names.OWN}}}{name}") for name in (names.TEXT, names.STATE))
    return Base(text, SegmentState(state)) if text and state in set(SegmentState) else None
