"""A post as the pipeline wrote it and as somebody edited it: which texts are new.

Both are English, so likeness decides where a text belongs; what was not touched holds the rest in place.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from i18n_pipeline.model.alignment import REVIEWED, Alignment, Match, Surplus
from i18n_pipeline.model.document import Document
from i18n_pipeline.stages.align.blocks import Block, blocks, field_blocks
from i18n_pipeline.stages.align.lattice import Shape, beads
from i18n_pipeline.stages.align.texts import Gaps, gaps, text_for

_SHAPES: dict[Shape, float] = {
    (1, 1): 0.0,
    (1, 2): -2.0,
    (1, 3): -3.0,
    (2, 1): -2.0,
    (1, 0): -6.0,
    (0, 1): -6.0,
}
ONE_TO_ONE: dict[Shape, float] = {(1, 1): 0.0, (1, 0): -6.0, (0, 1): -6.0}
"""Pieces that belong to one piece or to none."""

_SAME = 8.0
_MIDDLE, _SLOPE = 45.0, 8.0
_NEVER = -1000.0
_DISPLACED = 80.0
"""A new text that is so like another sentence's old one (0–100) is that sentence, moved."""


def edits(
    article: Document, written: Mapping[int, str], post: Document, parameters: Sequence[str] = ()
) -> Alignment:
    """What was changed: a match for each segment whose text is another one now or can't be told.

    `written` are the texts that the pipeline wrote, by segment number; a segment without one stood
    there in its own words.
    """
    return _Edits(article, written, post, parameters).alignment()


@dataclass(frozen=True, slots=True)
class _Laid:
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    certainty: float


class _Edits:
    def __init__(
        self, article: Document, written: Mapping[int, str], post: Document, parameters: Sequence[str]
    ) -> None:
        self._article, self._post, self._parameters = article, post, parameters
        self._old = [written.get(number, each.source) for number, each in enumerate(article.segments)]
        self._new = [each.source for each in post.segments]
        self._gaps = gaps(post, parameters)

    def alignment(self) -> Alignment:
        """Front matter, then body; an added sentence goes with the one before it."""
        laid = _joined([*self._fields(), *self._body()], self._gaps)
        surplus = tuple(
            Surplus(self._new[number], self._post.segments[number].line)
            for each in laid
            if not each.sources
            for number in each.targets
        )
        kept = {
            each.sources[0]
            for each in laid
            if each.sources and self._text(each) == self._old[each.sources[0]]
        }
        return Alignment(tuple(match for each in laid for match in self._matches(each, kept)), surplus)

    def _fields(self) -> Iterator[_Laid]:
        ours, theirs = field_blocks(self._article), field_blocks(self._post)
        for path, block in ours.items():
            if path in theirs:
                yield from self._within(block, theirs[path], 1.0)
            else:
                yield from self._alone(block)

    def _body(self) -> Iterator[_Laid]:
        ours, theirs = blocks(self._article, self._parameters), blocks(self._post, self._parameters)

        def score(down: range, right: range) -> float:
            one, other = ours[down.start], theirs[right.start]
            return self._block_score(one, other) if one.kind == other.kind else _NEVER

        for bead in beads(len(ours), len(theirs), score, ONE_TO_ONE):
            if bead.source and bead.target:
                yield from self._within(ours[bead.source.start], theirs[bead.target.start], bead.confidence)
            elif bead.source:
                yield from self._alone(ours[bead.source.start])
            else:
                for number in theirs[bead.target.start].segments:
                    yield _Laid((), (number,), 0.0)

    def _block_score(self, one: Block, other: Block) -> float:
        text = likeness(
            " ".join(self._old[number] for number in one.segments),
            " ".join(self._new[number] for number in other.segments),
        )
        return text if one.marks == other.marks else text - 1

    def _alone(self, block: Block) -> Iterator[_Laid]:
        for number in (*block.segments, *block.nested):
            yield _Laid((number,), (), 0.0)

    def _within(self, one: Block, other: Block, certainty: float) -> Iterator[_Laid]:
        rows, columns = one.segments, other.segments

        def score(down: range, right: range) -> float:
            return likeness(
                " ".join(self._old[number] for number in rows[down.start : down.stop]),
                " ".join(self._new[number] for number in columns[right.start : right.stop]),
            )

        for bead in beads(len(rows), len(columns), score, _SHAPES):
            yield _Laid(
                rows[bead.source.start : bead.source.stop],
                columns[bead.target.start : bead.target.stop],
                certainty * bead.confidence,
            )
        if len(one.nested) == len(other.nested):
            for inner, outer in zip(one.nested, other.nested, strict=True):
                yield _Laid((inner,), (outer,), certainty)

    def _text(self, laid: _Laid) -> str:
        """What stands in the post for one segment; empty where that can't be told."""
        if len(laid.sources) != 1 or not laid.targets:
            return ""
        return text_for(self._article.segments[laid.sources[0]], laid.targets, self._post, self._gaps)

    def _matches(self, laid: _Laid, kept: set[int]) -> Iterator[Match]:
        line = self._post.segments[laid.targets[0]].line if laid.targets else 0
        if len(laid.sources) == 1 and laid.targets:
            if laid.sources[0] not in kept:
                yield self._match(laid, line, kept)
            return
        for number in laid.sources:
            doubt = "it is one sentence with its neighbour now" if laid.targets else "it was taken out"
            yield Match(number, "", line, 0.0, doubt)

    def _match(self, laid: _Laid, line: int, kept: set[int]) -> Match:
        (number,) = laid.sources
        text = self._text(laid)
        if not text:
            return Match(number, "", line, 0.0, "layout was put inside its text")
        if (moved := self._moved_from(text, number, kept)) is not None:
            doubt = f"it is the text of line {self._article.segments[moved].line} of the article, moved"
            return Match(number, "", line, 0.0, doubt)
        if len(laid.targets) > 1 and self._old[number] in text:
            return Match(number, text, line, 1.0, "a sentence was added to it that the article doesn't have")
        doubt = (
            ""
            if laid.certainty >= REVIEWED
            else "so much was rewritten here that it may be a neighbour's text"
        )
        return Match(number, text, line, laid.certainty, doubt)

    def _moved_from(self, text: str, number: int, kept: set[int]) -> int | None:
        """The segment whose old text this is more than this one's, and which has it no longer."""
        own = fuzz.ratio(text, self._old[number])
        others = process.extract(text, self._old, scorer=fuzz.ratio, score_cutoff=_DISPLACED, limit=5)
        return next((other for _, score, other in others if score > own and other not in kept), None)


def _joined(laid: Sequence[_Laid], between: Gaps) -> list[_Laid]:
    """Sentences that were added behind another one of the same block, joined to it."""
    result: list[_Laid] = []
    for each in laid:
        last = result[-1] if result else _Laid((), (), 0.0)
        is_addition = not each.sources and len(last.sources) == 1 and last.targets
        if is_addition and (last.targets[-1], each.targets[0]) in between:
            result[-1] = _Laid(last.sources, last.targets + each.targets, last.certainty)
        else:
            result.append(each)
    return result


def likeness(old: str, new: str) -> float:
    """How much two texts speak for being forms of each other; texts that are the same, most."""
    if old == new:
        return _SAME * min(1.0, math.log1p(len(old)) / 3)
    return (fuzz.ratio(old, new) - _MIDDLE) / _SLOPE
