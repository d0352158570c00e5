"""An article's blocks: stretches that no sentence runs over, with the segments that stand in them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.formats.markdown.scan import Mark, Run, scan_article
from i18n_pipeline.formats.markdown.tokens import TEXTUAL
from i18n_pipeline.model.document import Document, Hole, Skeleton

_OPENING = re.compile(r"<(?P<name>\w+)(?: \{'level': '(?P<level>\w+)')?[^/]*>\Z", re.DOTALL)
_CLOSING = re.compile(r"</(\w+)>(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table cell, front matter value.

    `kind` names the elements around it from the outside in, `segments` are the numbers of its
    sentences, `nested` of the texts inside their codes. `gaps` is what stands between two sentences.
    `marks` are the links, images and codes in it, as written.
    """

    kind: tuple[str, ...]
    segments: tuple[int, ...] = ()
    nested: tuple[int, ...] = ()
    gaps: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()


def blocks(document: Document, parameters: Sequence[str] = ()) -> list[Block]:
    """The blocks of an article's body in the parser's order, those without a sentence too."""
    return list(_Walk(document, parameters).blocks())


def field_blocks(document: Document) -> dict[str, Block]:
    """The front matter's translatable values by their dotted path; terms of a vocabulary are left out."""
    result = {}
    for field in document.fields:
        numbers, gaps = _filled(field.skeleton)
        if not any(document.segments[number].taxonomy for number in numbers):
            path = ".".join(map(str, field.path))
            result[path] = Block((path,), numbers, _nested(document, numbers), gaps)
    return result


def _filled(skeleton: Skeleton) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The holes' numbers, and what stands between them."""
    numbers: list[int] = []
    gaps: list[str] = []
    gap = ""
    for part in skeleton:
        if isinstance(part, str):
            gap += part
            continue
        if numbers:
            gaps.append(gap)
        numbers.append(part.index)
        gap = ""
    return tuple(numbers), tuple(gaps)


def _nested(document: Document, numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(each.index for number in numbers for each in document.segments[number].nested)


class _Walk:
    def __init__(self, document: Document, parameters: Sequence[str]) -> None:
        self._document = document
        self._body = document.body
        self._items = scan_article(self._body, tuple(parameters))
        self._holes = list(_offsets(document))
        self._starts = [start for start, _ in self._holes]

    def blocks(self) -> Iterator[Block]:
        stack: list[str] = []
        for item in self._items:
            if isinstance(item, Run):
                yield self._block(item, tuple(stack))
            elif opening := _OPENING.match(item.key):
                stack.append(f"{opening['name']} {opening['level'] or ''}".strip())
            elif closing := _CLOSING.match(item.key):
                yield from _verbatim(tuple(stack), closing[2])
                stack.pop()
            elif isinstance(item, Mark):
                yield Block((*stack, "mark"), marks=frozenset({item.key}))

    def _block(self, run: Run, kind: tuple[str, ...]) -> Block:
        begin = bisect_right(self._starts, run.tokens[0].start - 1)
        end = bisect_right(self._starts, run.tokens[-1].end - 1)
        holes = self._holes[begin:end]
        numbers = tuple(number for _, number in holes)
        marks = frozenset(token.source for token in run.tokens if token.sort not in TEXTUAL and token.key)
        return Block(kind, numbers, _nested(self._document, numbers), self._gaps(holes), marks)

    def _gaps(self, holes: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        ends = [start + len(self._document.segments[number].raw) for start, number in holes]
        return tuple(self._body[end:start] for end, (start, _) in zip(ends, holes[1:], strict=False))


def _offsets(document: Document) -> Iterator[tuple[int, int]]:
    """Where each hole of the body begins, and its number."""
    at = 0
    for part in document.skeleton:
        if isinstance(part, Hole):
            yield at, part.index
            at += len(document.segments[part.index].raw)
        else:
            at += len(part)


def _verbatim(kind: tuple[str, ...], text: str) -> Iterator[Block]:
    if text:
        yield Block(kind, marks=frozenset({text}))
