"""A segment's content between TMX's inline codes and Markdown."""

from dataclasses import replace
from xml.sax.saxutils import escape

from lxml import etree

from i18n_pipeline.formats import markdown
from i18n_pipeline.formats.markdown.plain import has_markup
from i18n_pipeline.formats.tmx.problem import refusal
from i18n_pipeline.formats.xml_text import allowed
from i18n_pipeline.model.inline import Content, Kind, Placeholder, placeholders

_HIGHLIGHT = "hi"
_OWN = 1000
"""Codes that a translation has and its source has not are numbered from here (see `markdown.aligned`)."""


def read(seg: etree._Element, *, native: bool) -> str:
    """The text of a <seg>, with what its codes hold where that is `native`, that is Markdown."""
    for entity in seg.iter(etree.Entity):
        raise refusal(f"the entity {entity.text} is not expanded", seg.sourceline or 0)
    return "".join(seg.itertext()) if native else _words(seg)


def _words(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if etree.QName(child).localname == _HIGHLIGHT:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def written(source: str, target: str) -> tuple[str, str]:
    """The content of both <seg>s; a code that both have is numbered alike."""
    if not has_markup(source + target):
        return text(source), text(target)
    original = _numbered(markdown.aligned(source, ()), first=1)
    translated = markdown.aligned(target, original)
    own = _numbered(translated, first=max((code.id for code in placeholders(original)), default=0) + 1)
    return _as_xml(original), _as_xml(own)


def _numbered(content: Content, *, first: int) -> Content:
    """Codes that have no number of the source get one, `first` and up, the same for both of a pair.

    What is open without an end, or ends without a beginning, stands for itself.
    """
    parts = list(content)
    opened: list[int] = []
    number = first
    for at, part in enumerate(content):
        if isinstance(part, str) or part.id < _OWN:
            continue
        start = opened.pop() if part.kind is Kind.CLOSE and opened else at
        if start != at and isinstance(beginning := parts[start], Placeholder):
            parts[start] = replace(beginning, kind=Kind.OPEN)
            parts[at] = Placeholder(beginning.id, Kind.CLOSE, part.source)
            continue
        parts[at] = Placeholder(number, Kind.STANDALONE, part.source)
        number += 1
        if part.kind is Kind.OPEN:
            opened.append(at)
    return tuple(parts)


def _as_xml(content: Content) -> str:
    return "".join(text(part) if isinstance(part, str) else _code(part) for part in content)


def text(value: str) -> str:
    """Text as XML; a carriage return as a reference, for a parser takes one that is written out away."""
    return escape(allowed(value), {"\r": "&#13;"})


def _code(code: Placeholder) -> str:
    native = text(code.source)
    if code.kind is Kind.OPEN:
        return f'<bpt i="{code.id}" x="{code.id}">{native}</bpt>'
    if code.kind is Kind.CLOSE:
        return f'<ept i="{code.id}">{native}</ept>'
    return f'<ph x="{code.id}">{native}</ph>'
