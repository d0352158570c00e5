"""Covers dialect spans, so that the Markdown parser sees plain letters or blank lines in their place."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from i18n_pipeline.formats.markdown.dialects import CONTAINERS, DIALECTS
from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect
from i18n_pipeline.formats.markdown.events import END, events

_FILL = "z"


@dataclass(frozen=True, slots=True)
class Span:
    """A dialect's notation from `start` to `end`."""

    dialect: Dialect
    start: int
    end: int
    match: re.Match[str] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Protected:
    """A text and its cover of the same length; `inline` spans stand in text, `lines` were blanked."""

    text: str
    cover: str
    inline: tuple[Span, ...] = ()
    lines: tuple[Span, ...] = ()


def protect(text: str) -> Protected:
    """Find dialects outside code and cover them."""
    containers, others = _find(text, CONTAINERS), _find(text, DIALECTS)
    if not containers and not others:
        return Protected(text, text)
    if containers:
        fenced = _elements(text, _CODE)["Fenced"]
        containers = [span for span in containers if span.start not in fenced]
    cover = _covered(text, containers)
    found = _elements(cover, {*_CODE, "HtmlBlock", *(span.dialect.parsed_in for span in others)})
    spans = _apart((span for span in others if not _is_parsed(span, found)), containers)
    inline, lines = _by_place(text, spans, found["HtmlBlock"])
    cover = _covered(cover, inline, lines)
    return Protected(text, cover, tuple(sorted((*containers, *inline), key=_start)), tuple(lines))


class _Ranges:
    """Where elements of one kind stand; `offset in ranges`."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Another one, behind those that are there."""
        self._starts.append(start)
        self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


_CODE = {"CodeBlock", "Code"}


def _elements(cover: str, names: Container[str]) -> Mapping[str, _Ranges]:
    """Ranges by the parser's names; `Fenced` are the code blocks that are not indented."""
    result: dict[str, _Ranges] = defaultdict(_Ranges)
    for event in events(cover, names):
        if event.edge is not END:
            result[event.name].add(event.start, event.end)
            if event.name == "CodeBlock" and event.data != "Indented":
                result["Fenced"].add(event.start, event.end)
    return result


def _is_parsed(span: Span, found: Mapping[str, _Ranges]) -> bool:
    """Whether the parser takes care of what stands here: code, and notations that it knows itself."""
    return any(span.start in found[name] for name in (*_CODE, span.dialect.parsed_in))


def _start(span: Span) -> int:
    return span.start


def _find(text: str, dialects: Iterable[Dialect]) -> list[Span]:
    """Every match, in the order of the dialects."""
    return [
        Span(dialect, *match.span("span" if "span" in dialect.pattern.groupindex else 0), match)
        for dialect in dialects
        for match in dialect.spans(text)
        if match.end() > match.start()
    ]


def _apart(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The spans that don't overlap earlier ones, in the text's order."""
    used = sorted((span.start, span.end) for span in taken)
    result = []
    for span in spans:
        at = bisect_left(used, (span.start, span.end))
        if (at == 0 or used[at - 1][1] <= span.start) and (at == len(used) or span.end <= used[at][0]):
            used.insert(at, (span.start, span.end))
            result.append(span)
    return sorted(result, key=_start)


def _by_place(text: str, spans: list[Span], html: _Ranges) -> tuple[list[Span], list[Span]]:
    """The spans that stand in text or HTML, and those on lines of their own."""
    inline: list[Span] = []
    lines: list[Span] = []
    for group in _by_lines(text, spans):
        fills = _fills_lines(text, group)
        for span in group:
            (lines if fills and span.start not in html else inline).append(span)
    return inline, lines


def _fills_lines(text: str, group: list[Span]) -> bool:
    """Whether nothing but these spans stands on their lines."""
    start = text.rfind("\n", 0, group[0].start) + 1
    end = text.find("\n", group[-1].end)
    around = text[start : group[0].start].replace(">", "") + text[group[-1].end : end if end >= 0 else None]
    between = "".join(text[a.end : b.start] for a, b in pairwise(group))
    return not (around + between).strip() and all(span.dialect.cover is Cover.INLINE for span in group)


def _by_lines(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Neighbouring spans with no line break between them, together."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and "\n" not in text[groups[-1][-1].end : span.start]:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


_NOT_BREAK = re.compile(r"[^\r\n]")


def _covered(text: str, spans: Iterable[Span], blank: Iterable[Span] = ()) -> str:
    pieces = [(span.start, span.end, _letters(span)) for span in spans]
    pieces += [(span.start, span.end, _NOT_BREAK.sub(" ", text[span.start : span.end])) for span in blank]
    result, at = [], 0
    for start, end, piece in sorted(pieces):
        result += [text[at:start], piece]
        at = end
    return "".join([*result, text[at:]])


def _letters(span: Span) -> str:
    written = span.match.string[span.start : span.end]
    if span.dialect.cover is Cover.CONTAINER:
        indent = span.match["indent"]
        return indent + "-   " + _FILL * (len(written) - len(indent) - 4)
    return _NOT_BREAK.sub(_FILL, written)
