"""One walk over a Markdown text: marks of its structure and runs of inline tokens, in order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from i18n_pipeline.formats.markdown.codes import span_inner, title_range, without
from i18n_pipeline.formats.markdown.events import END, START, Event, definitions, events
from i18n_pipeline.formats.markdown.html import HtmlPieces
from i18n_pipeline.formats.markdown.inlines import INLINE_NAMES, InlineReader
from i18n_pipeline.formats.markdown.protect import Protected, protect
from i18n_pipeline.formats.markdown.tokens import CODE, Inner, Token
from i18n_pipeline.model.document import Syntax


@dataclass(frozen=True, slots=True)
class Mark:
    """A block's beginning or end; `key` is what a translation must have at the same place."""

    key: str


@dataclass(frozen=True, slots=True)
class Run:
    """Inline tokens of one block; `place` says which ("paragraph 3")."""

    tokens: tuple[Token, ...]
    syntax: Syntax
    place: str


Item = Mark | Run

_PLACES = {
    "BlockQuote": "quotation",
    "Heading": "heading",
    "Item": "list item",
    "TableCell": "table cell",
    "FootnoteDefinition": "footnote",
    "DefinitionListTitle": "definition term",
    "DefinitionListDefinition": "definition",
}


def scan(text: str, parameters: tuple[str, ...] = ()) -> tuple[Item, ...]:
    """Items of a Markdown text.

    `parameters` are the names of shortcode parameters that are translatable. Structural marks of
    dialects that fill their lines, and of link definitions, come last.
    """
    protected = protect(text)
    return (*_Walk(protected, parameters).items(), *_lines(protected, parameters), *_definitions(protected))


scan_article = lru_cache(maxsize=2)(scan)
"""`scan` that remembers the last texts: an article is read for its segments, then for its structure."""


class _Walk:
    def __init__(self, protected: Protected, parameters: Sequence[str]) -> None:
        self._protected = protected
        self._inlines = InlineReader(protected, parameters)
        self._stack: list[str] = []
        self._numbers: Counter[str] = Counter()
        self._run: list[Event] = []

    def items(self) -> Iterator[Item]:
        verbatim: list[str] = []
        lines: list[tuple[int, str]] = []
        for event in events(self._protected.cover):
            if self._stack and self._stack[-1] == "CodeBlock" and event.name == "Text":
                verbatim.append(self._protected.text[event.start : event.end])
            elif event.name == "Html":
                lines.append((event.start, self._protected.cover[event.start : event.end]))
            elif event.name in INLINE_NAMES:
                self._run.append(event)
            else:
                if self._run:
                    yield self._flushed()
                if lines:
                    yield from self._html(lines)
                yield self._block(event, verbatim)
        if self._run:
            yield self._flushed()

    def _block(self, event: Event, verbatim: list[str]) -> Mark:
        if event.edge is START:
            self._stack.append(event.name)
            self._numbers[event.name] += 1
            return Mark(f"<{event.name} {_attributes(event)}>")
        if event.edge is END:
            self._stack.pop()
            content = "".join(verbatim)
            verbatim.clear()
            return Mark(f"</{event.name}>{content}")
        return Mark(f"<{event.name} {event.data}/>")

    def _flushed(self) -> Run:
        syntax = Syntax.CELL if "TableCell" in self._stack else Syntax.MARKDOWN
        run = Run(tuple(self._inlines.tokens(self._run)), syntax, self._place())
        self._run = []
        return run

    def _html(self, lines: list[tuple[int, str]]) -> Iterator[Run]:
        for run in HtmlPieces(lines).runs():
            if run:
                yield Run(tuple(self._inlines.refined(run)), Syntax.HTML, "HTML block")
        lines.clear()

    def _place(self) -> str:
        name = self._stack[-1] if self._stack else "Paragraph"
        if name != "Paragraph":
            return _PLACES.get(name, "text")
        around = next((_PLACES[name] for name in reversed(self._stack) if name in _PLACES), "")
        return around or f"paragraph {self._numbers['Paragraph']}"


def _attributes(event: Event) -> str:
    """What of a block's data a translation must keep: all but a definition's own text."""
    return "" if event.data is None else str(event.data)


def _lines(protected: Protected, parameters: Sequence[str]) -> Iterator[Item]:
    for span in protected.lines:
        inner = span_inner(span, parameters)
        written = without(protected.text[span.start : span.end], span.start, inner)
        yield Mark(f"{span.dialect.name}:{written}")
        if inner:
            yield Run((Token(CODE, span.start, span.end, written, inner=inner),), Syntax.MARKDOWN, "")


def _definitions(protected: Protected) -> Iterator[Item]:
    for definition in definitions(protected.cover):
        yield Mark(f"definition:{definition.label}:{definition.destination}")
        found = title_range(protected.text, definition.start, definition.end) if definition.title else None
        if found:
            inner = (Inner(*found, Syntax.TITLE, "link title"),)
            yield Run((Token(CODE, definition.start, definition.end, "", inner=inner),), Syntax.MARKDOWN, "")
