"""Covers dialect spans, so that the Markdown parser sees plain letters or blank lines in their place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from i18n_pipeline.formats.markdown.dialects import CONTAINERS, DIALECTS
from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect
from i18n_pipeline.formats.markdown.events import Edge, events

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
        fenced = _Ranges(text, {"CodeBlock"}, but="Indented")
        containers = [span for span in containers if span.start not in fenced]
    cover = _covered(text, containers)
    code = _Ranges(cover, {"CodeBlock", "Code"})
    headings = _Ranges(cover, {"Heading"})
    spans = _apart(
        [
            span
            for span in others
            if span.start not in code and not (span.dialect.parsed_in == "Heading" and span.start in headings)
        ],
        containers,
    )
    html = _Ranges(cover, {"HtmlBlock"})
    blank = [span for span in _filling_lines(text, spans) if span.start not in html]
    inline = [span for span in spans if span not in blank]
    cover = _covered(cover, inline, blank)
    return Protected(text, cover, tuple(sorted((*containers, *inline), key=_start)), tuple(blank))


class _Ranges:
    """Where elements of some names stand; `offset in ranges`."""

    def __init__(self, cover: str, names: set[str], *, but: str = "") -> None:
        found = sorted(
            (event.start, event.end)
            for event in events(cover)
            if event.name in names and event.edge is not Edge.END and (not but or event.data != but)
        )
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def _start(span: Span) -> int:
    return span.start


def _find(text: str, dialects: Iterable[Dialect]) -> list[Span]:
    """Every match, in the order of the dialects."""
    return [
        Span(dialect, *match.span("span" if "span" in dialect.pattern.groupindex else 0), match)
        for dialect in dialects
        for match in dialect.pattern.finditer(text)
        if match.end() > match.start()
    ]


def _apart(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The spans that don't overlap earlier ones, in the text's order."""
    used = [(span.start, span.end) for span in taken]
    result = []
    for span in spans:
        if not any(span.start < end and start < span.end for start, end in used):
            used.append((span.start, span.end))
            result.append(span)
    return sorted(result, key=_start)


def _filling_lines(text: str, spans: list[Span]) -> list[Span]:
    """The spans of lines on which nothing but spans stands."""
    result: list[Span] = []
    for group in _by_lines(text, spans):
        start = text.rfind("\n", 0, group[0].start) + 1
        end = text.find("\n", group[-1].end)
        around = (
            text[start : group[0].start].replace(">", "") + text[group[-1].end : end if end >= 0 else None]
        )
        between = "".join(text[a.end : b.start] for a, b in pairwise(group))
        if not (around + between).strip() and all(span.dialect.cover is Cover.INLINE for span in group):
            result += group
    return result


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
