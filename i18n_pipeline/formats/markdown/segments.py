"""From sentences to segments and the holes that they fill."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from i18n_pipeline.formats.markdown.scan import Item, Run
from i18n_pipeline.formats.markdown.sentences import Sentence, Split, sentences
from i18n_pipeline.formats.markdown.tokens import (
    BREAKS,
    CLOSE,
    CODE,
    HARD,
    OPEN,
    TEXT,
    TEXTUAL,
    Inner,
    Token,
    fold,
)
from i18n_pipeline.model.document import Hole, Nested, Segment, Skeleton, Syntax
from i18n_pipeline.model.inline import Content, Kind, Placeholder, has_letters, merged

Repair = Callable[[str], str]
"""A piece of prose in, the same without mojibake out."""

_WITHIN = {"image": "image alt text", "link": "link text"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment, where its raw text stands, and what follows a line break inside it."""

    segment: Segment
    start: int
    end: int
    prefix: str = ""
    codes: tuple[Token, ...] = ()


class SegmentMaker:
    """Makes segments of a text's items; lines count from `first_line`."""

    def __init__(self, text: str, split: Split, repair: Repair, first_line: int = 1) -> None:
        self._text = text
        self._split = split
        self._repair = repair
        self._first_line = first_line
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def placed(self, items: Iterable[Item]) -> list[Placed]:
        """Segments in the text's order, those inside another one's code behind it."""
        result: list[Placed] = []
        for item in items:
            if isinstance(item, Run):
                result += self._of_run(item)
        return sorted(result, key=lambda placed: (placed.start, -placed.end))

    def _of_run(self, run: Run) -> Iterator[Placed]:
        cut = sentences(run.tokens, self._split) if _translatable(run) else ()
        found = [sentence for sentence in cut if _translatable(sentence)]
        prefix = _line_prefix(self._text, run.tokens) if found else ""
        for number, sentence in enumerate(found, 1):
            place = _WITHIN.get(sentence.within) or run.place
            if len(found) > 1:
                place += f", sentence {number} of {len(found)}"
            yield self._sentence(sentence, run.syntax, place, prefix)
        for token in run.tokens:
            for inner in token.inner:
                yield from self._inner(inner)

    def _sentence(self, sentence: Sentence, syntax: Syntax, place: str, prefix: str) -> Placed:
        tokens = sentence.tokens
        written = self._content(tokens)
        content = self._repaired(written)
        segment = Segment(
            content=content,
            raw=self._text[tokens[0].start : tokens[-1].end],
            syntax=syntax,
            place=place,
            line=self._line(tokens[0].start),
            repaired=content != written,
        )
        return Placed(segment, tokens[0].start, tokens[-1].end, prefix, tokens)

    def _inner(self, inner: Inner) -> Iterator[Placed]:
        raw = self._text[inner.start : inner.end]
        written: Content = (" ".join(raw.split()),)
        if has_letters(written):
            content = self._repaired(written)
            segment = Segment(
                content,
                raw,
                inner.syntax,
                place=inner.place,
                line=self._line(inner.start),
                repaired=content != written,
            )
            yield Placed(segment, inner.start, inner.end)

    def _content(self, tokens: Sequence[Token]) -> Content:
        parts: list[str | Placeholder] = []
        open_ids: list[int] = []
        last = 0
        for token in tokens:
            if token.sort in TEXTUAL:
                parts.append(token.source)
                continue
            if token.sort is CLOSE:
                number = open_ids.pop()
            else:
                number = last = last + 1
            if token.sort is OPEN:
                open_ids.append(number)
            parts.append(Placeholder(number, _KINDS[token.sort], token.source, token.target))
        return merged(tuple(parts))

    def _repaired(self, content: Content) -> Content:
        return tuple(self._repair(part) if isinstance(part, str) else part for part in content)

    def _line(self, offset: int) -> int:
        return self._first_line + bisect_right(self._breaks, offset - 1)


_KINDS = {
    OPEN: Kind.OPEN,
    CLOSE: Kind.CLOSE,
    CODE: Kind.STANDALONE,
    HARD: Kind.STANDALONE,
}


def _translatable(part: Run | Sentence) -> bool:
    return any(token.sort is TEXT and any(map(str.isalpha, token.source)) for token in part.tokens)


def _line_prefix(text: str, tokens: Sequence[Token]) -> str:
    for token in tokens:
        if token.sort in BREAKS:
            match = re.search(r"\n([ \t>]*)\Z", text[token.start : token.end])
            return match[1] if match else ""
    return ""


def with_holes(text: str, placed: Sequence[Placed], first: int = 0) -> tuple[Skeleton, tuple[Segment, ...]]:
    """The skeleton of a text and its segments, numbered from `first`."""
    skeleton: list[str | Hole] = []
    nested: dict[int, list[Nested]] = defaultdict(list)
    at, owner = 0, -1
    for number, item in enumerate(placed):
        if owner >= 0 and item.end <= placed[owner].end:
            nested[owner] += _nested(text, placed[owner], item, first + number)
        else:
            skeleton += [text[at : item.start], Hole(first + number, item.prefix)]
            at, owner = item.end, number
    skeleton.append(text[at:])
    segments = (
        replace(item.segment, nested=tuple(nested[number])) if number in nested else item.segment
        for number, item in enumerate(placed)
    )
    return tuple(part for part in skeleton if part != ""), tuple(segments)


def _nested(text: str, owner: Placed, item: Placed, index: int) -> Iterator[Nested]:
    """Where in one of its owner's codes, written on one line, a segment stands."""
    number = bisect_right(owner.codes, item.start, key=lambda token: token.start) - 1
    code = owner.codes[number] if number >= 0 else None
    if code and item.end <= code.end:
        start, end = (len(fold(text[code.start : at])) for at in (item.start, item.end))
        yield Nested(index, code.target or code.source, start, end)
