"""XLIFF's inline content to text and codes; annotations are transparent."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from i18n_pipeline.formats.xliff.document import Code, Parts
from i18n_pipeline.formats.xliff.problem import at
from i18n_pipeline.model.inline import Kind

_TRANSPARENT = {"mrk", "sm", "em"}
_LAST = 0x10FFFF

OriginalData = Mapping[str, str]
"""What codes stand for, by the ids of <data>."""


def core(element: etree._Element) -> str:
    """An element's name, empty where it is of a module or an extension."""
    name = etree.QName(element)
    return name.localname if (name.namespace or "").startswith("urn:oasis:names:tc:xliff:document:2") else ""


def original_data(unit: etree._Element) -> OriginalData:
    """The <data> of a unit."""
    return {
        data.get("id", ""): joined(inline(data, {}))
        for child in unit
        if core(child) == "originalData"
        for data in child
    }


def joined(parts: Parts) -> str:
    """The parts as their author wrote them."""
    return "".join(part if isinstance(part, str) else part.written for part in parts)


def inline(element: etree._Element, data: OriginalData) -> Parts:
    """What stands in a <source>, a <target> or a <data>; raises UsageError for what may not."""
    return merged(_parts(element, data))


def merged(parts: Iterable[str | Code]) -> Parts:
    """The same without empty texts and with neighbouring texts joined."""
    result: list[str | Code] = []
    for part in parts:
        if isinstance(part, str) and result and isinstance(result[-1], str):
            result[-1] += part
        elif part != "":
            result.append(part)
    return tuple(result)


def _parts(element: etree._Element, data: OriginalData) -> Iterator[str | Code]:
    yield element.text or ""
    for child in element:
        yield from _one(child, data)
        yield child.tail or ""


def _one(child: etree._Element, data: OriginalData) -> Iterator[str | Code]:
    name = core(child)
    if name == "cp":
        yield _character(child)
    elif name == "pc":
        id_ = child.get("id", "")
        yield Code(Kind.OPEN, id_, data.get(child.get("dataRefStart", ""), ""))
        yield from _parts(child, data)
        yield Code(Kind.CLOSE, id_, data.get(child.get("dataRefEnd", ""), ""))
    elif name in _SINGLE:
        id_ = child.get("startRef") or child.get("id") or ""
        yield Code(_SINGLE[name], id_, data.get(child.get("dataRef", ""), ""))
    elif name in _TRANSPARENT:
        yield from _parts(child, data)
    else:
        raise at(child, f"<{etree.QName(child).localname}> may not stand in a text")


_SINGLE = {"ph": Kind.STANDALONE, "sc": Kind.OPEN, "ec": Kind.CLOSE}


def _character(element: etree._Element) -> str:
    written = element.get("hex", "")
    try:
        number = int(written, 16)
    except ValueError:
        number = -1
    if not 0 <= number <= _LAST:
        raise at(element, f"<cp> has hex={written!r}, which is no character")
    return chr(number)
