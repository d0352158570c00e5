"""The codes of a text that came back, as its source's placeholders."""

from collections import Counter
from collections.abc import Iterable

from i18n_pipeline.formats.xliff import Code, Parts, Returned
from i18n_pipeline.model.inline import Content, Kind, Placeholder, placeholders, target_markdown, well_nested

_Token = tuple[Kind, str]


class NotUsable(ValueError):
    """A text that can't be taken as it is; says why."""


def content_of(parts: Parts) -> Content:
    """A source that came back as content; codes without a number of their own are 0."""
    return tuple(
        part
        if isinstance(part, str)
        else Placeholder(int(part.id) if part.id.isdecimal() else 0, part.kind, part.written)
        for part in parts
    )


def restored(unit: Returned, source: Content, before: Content) -> str:
    """The Markdown of a unit's text, with its source's codes.

    `before` is the translation as it was exported: where a person had changed codes, its own are
    right, too. Raises NotUsable where the codes are neither's, or not well nested, and where only
    some of the unit's segments have a text.
    """
    parts = unit.target
    if unit.incomplete:
        raise NotUsable("some of its segments have no translation")
    there = Counter((part.kind, part.id) for part in parts if isinstance(part, Code))
    if there not in (_tokens(source), _tokens(before)):
        raise NotUsable(_told(there, source, parts))
    known = {(code.kind, str(code.id)): code for code in placeholders(source)}
    content = tuple(part if isinstance(part, str) else known[part.kind, part.id] for part in parts)
    if not well_nested(content):
        raise NotUsable("codes that belong together cross each other, or end before they begin")
    return target_markdown(content)


def _tokens(content: Content) -> Counter[_Token]:
    return Counter((code.kind, str(code.id)) for code in placeholders(content))


def _told(there: Counter[_Token], source: Content, parts: Parts) -> str:
    wanted = _tokens(source)
    pieces = []
    if lost := wanted - there:
        written = ((code.kind, str(code.id), code.source) for code in placeholders(source))
        pieces.append(f"{_named(lost, written)} is missing")
    if added := there - wanted:
        written = ((part.kind, part.id, part.written) for part in parts if isinstance(part, Code))
        pieces.append(f"{_named(added, written)} is there once too often")
    return ", and ".join(pieces)


def _named(tokens: Counter[_Token], written: Iterable[tuple[Kind, str, str]]) -> str:
    """The codes as their author wrote them, `[…](https://example.org)`."""
    names: dict[str, dict[Kind, str]] = {}
    for kind, id_, text in written:
        if (kind, id_) in tokens:
            names.setdefault(id_, {})[kind] = text.strip() or "line break"
    return ", ".join("…".join(texts.values()) for texts in names.values())
