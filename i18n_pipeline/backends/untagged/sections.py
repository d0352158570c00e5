"""A segment cut into what the model reads: single sentences without the codes at their edges."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from i18n_pipeline.backends.untagged.outline import Node, Span, flat, outline
from i18n_pipeline.model.inline import Content, Placeholder, has_letters, merged, text_only

_LONG = 400
"""Characters above which a text is cut into its sentences."""

_LINE_BREAK = re.compile(r"\s+|\\\n|<br\s*/?>\s*", re.IGNORECASE)
# Images, footnote marks, tags: nothing that a sentence has as a word. `code`, addresses and formulas are.
_DECORATION = re.compile(r"!\[|\[\^|<(?![A-Za-z][\w+.-]*:|[^>\s]*@)|\s|\\\n")
_SENTENCE_END = re.compile(r"(?<=[.!?…])['\"’”)]*\s+(?=['\"‘“(]*[A-Z])")


@dataclass(frozen=True, slots=True)
class Section:
    """Content to translate (`core`) between content that stays as it is; no core where there are no words."""

    lead: Content
    core: Content
    trail: Content


def sections(content: Content) -> tuple[Section, ...]:
    """The sections of well-nested content; put end to end they are the content again."""
    long = len(text_only(content)) > _LONG
    return tuple(_section(line) for line in _lines(outline(merged(content)), by_sentence=long))


def _lines(nodes: Iterable[Node], *, by_sentence: bool) -> Iterator[list[Node]]:
    """Runs of nodes up to a line break, or up to a sentence's end that is not inside a pair."""
    line: list[Node] = []
    for node in nodes:
        *sentences, rest = _sentences(node) if by_sentence and isinstance(node, str) else [node]
        for sentence in sentences:
            yield [*line, sentence]
            line = []
        line.append(rest)
        if isinstance(node, Placeholder) and _LINE_BREAK.fullmatch(node.source):
            yield line
            line = []
    yield line


def _sentences(text: str) -> list[str]:
    """The text in pieces, each with the space behind it; the last may be empty."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)])]


def _section(nodes: list[Node]) -> Section:
    lead: list[str | Placeholder] = []
    trail: list[str | Placeholder] = []
    while nodes:
        first, last = nodes[0], nodes[-1]
        if _stays(first):
            lead.extend(flat(nodes[:1]))
            nodes = nodes[1:]
        elif _stays(last):
            trail[:0] = flat(nodes[-1:])
            nodes = nodes[:-1]
        elif isinstance(first, str) and first != first.lstrip():
            nodes = [*_spaces_apart(first), *nodes[1:]]
        elif isinstance(last, str) and last != last.rstrip():
            nodes = [*nodes[:-1], *_spaces_apart(last)]
        elif len(nodes) == 1 and isinstance(first, Span):
            lead.append(first.open)
            trail.insert(0, first.close)
            nodes = list(first.inside)
        else:
            break
    core = merged(flat(nodes))
    if not has_letters(core):
        return Section(merged((*lead, *core, *trail)), (), ())
    return Section(merged(tuple(lead)), core, merged(tuple(trail)))


def _stays(node: Node) -> bool:
    if isinstance(node, str):
        return not node.strip()
    return isinstance(node, Placeholder) and bool(_DECORATION.match(node.source))


def _spaces_apart(text: str) -> list[str]:
    bare = text.strip()
    start = text.index(bare)
    return [piece for piece in (text[:start], bare, text[start + len(bare) :]) if piece]
