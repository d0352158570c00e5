"""An article and a post that somebody wrote from it: which sentence stands for which.

Blocks first, then the sentences inside blocks that belong together. A sentence is believed for what it
says itself and for what its neighbours say.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from i18n_pipeline.model.document import Document
from i18n_pipeline.model.inline import text_only
from i18n_pipeline.stages.align.blocks import Block, blocks, field_blocks
from i18n_pipeline.stages.align.crossings import MOST, crossings
from i18n_pipeline.stages.align.evidence import Evidence, Source, Target
from i18n_pipeline.stages.align.lattice import Shape, beads
from i18n_pipeline.stages.align.lexicon import CODE, Clue, Lexicon, Vocabulary

SENTENCES: dict[Shape, float] = {
    (1, 1): math.log(0.89),
    (1, 0): math.log(0.005),
    (0, 1): math.log(0.005),
    (2, 1): math.log(0.0445),
    (1, 2): math.log(0.0445),
    (2, 2): math.log(0.002),
}
"""How usual each shape is: Gale and Church 1993, table 5, each of two mirrored shapes by half."""

BLOCKS: dict[Shape, float] = {
    (1, 1): math.log(0.94),
    (1, 0): math.log(0.01),
    (0, 1): math.log(0.01),
    (2, 1): math.log(0.005),
    (1, 2): math.log(0.005),
}

_ALIKE = {shape: BLOCKS[shape] for shape in ((1, 1), (1, 0), (0, 1))}
"""For two texts with the same sequence of blocks."""

_Item = TypeVar("_Item")

_SAME_KIND, _OTHER_KIND = 1.0, -4.0
_TRUSTED, _DISTRUSTED, _ALONE = 6.0, -8.0, -1.0
_GAIN, _IDLE = 1.5, 3.0
"""A second sentence has to add so much to the first, or so much is taken off."""

_LOST = 0.4
_NEIGHBOURS = 2
_SUPPORT = 2.0
_CAUTION = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """Segments of the article and of the post, by number, that were laid side by side, and how surely."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    confidence: float


def links(article: Document, post: Document, lexicon: Lexicon, parameters: Sequence[str] = ()) -> list[Link]:
    """Everything that both texts have, side by side, in the article's order."""
    return _Aligner(article, post, lexicon, parameters).links()


@dataclass(frozen=True, slots=True)
class _Laid:
    """Sentences side by side: the way's certainty, and what they say themselves in nats."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    certainty: float
    own: float


class _Aligner:
    def __init__(
        self, article: Document, post: Document, lexicon: Lexicon, parameters: Sequence[str]
    ) -> None:
        self._article, self._post, self._parameters = article, post, parameters
        marks = [lexicon.marks(segment.content) for segment in post.segments]
        vocabulary = Vocabulary(marks)
        self._sources = [
            Source(len(text_only(each.content)), tuple(lexicon.clues(each.content, vocabulary)))
            for each in article.segments
        ]
        self._targets = [
            Target(len(text_only(each.content)), found)
            for each, found in zip(post.segments, marks, strict=True)
        ]
        self._evidence = Evidence(self._sources, self._targets)

    def links(self) -> list[Link]:
        """Front matter first, then the body, then what stands elsewhere."""
        laid = [*self._fields(), *self._body()]
        found = [self._believed(laid, number) for number in range(len(laid))]
        lost = [link for link in found if link.confidence < _LOST]
        crossed = {
            source: Link((source,), (target,), confidence)
            for source, target, confidence in crossings(
                [number for link in lost for number in link.sources],
                [number for link in lost for number in link.targets],
                self._evidence.score,
            )
        }
        return _replaced(found, crossed)

    def _fields(self) -> Iterator[_Laid]:
        ours, theirs = field_blocks(self._article), field_blocks(self._post)
        for path in ours:
            if path in theirs:
                yield from self._within([ours[path]], [theirs[path]], 1.0)

    def _body(self) -> Iterator[_Laid]:
        ours, theirs = blocks(self._article, self._parameters), blocks(self._post, self._parameters)
        score = _BlockScore(ours, theirs, self._sources, self._targets)
        same = [block.kind for block in ours] == [block.kind for block in theirs]
        shapes, margin = (_ALIKE, 2) if same else (BLOCKS, 12)
        for bead in beads(len(ours), len(theirs), score, shapes, margin=margin):
            yield from self._within(_of(ours, bead.source), _of(theirs, bead.target), bead.confidence)

    def _within(self, ours: Sequence[Block], theirs: Sequence[Block], certainty: float) -> Iterator[_Laid]:
        """The sentences of blocks that belong together, and the texts in their codes."""
        rows = [number for block in ours for number in block.segments]
        columns = [number for block in theirs for number in block.segments]

        def score(down: range, right: range) -> float:
            sources, targets = _of(rows, down), _of(columns, right)
            told = self._evidence.score(sources, targets)
            return told if self._each_adds(sources, targets) else told - _IDLE

        for bead in beads(len(rows), len(columns), score, SENTENCES):
            yield self._laid(_of(rows, bead.source), _of(columns, bead.target), certainty * bead.confidence)
        inner = [number for block in ours for number in block.nested]
        others = [number for block in theirs for number in block.nested]
        if len(inner) == len(others):
            for one, other in zip(inner, others, strict=True):
                yield self._laid([one], [other], certainty)

    def _each_adds(self, sources: Sequence[int], targets: Sequence[int]) -> bool:
        """Whether every sentence of the post says something of what is said here."""
        return self._evidence.least_gain(sources, targets) >= _GAIN

    def _laid(self, sources: Sequence[int], targets: Sequence[int], certainty: float) -> _Laid:
        own = self._evidence.score(sources, targets) if sources and targets else _ALONE
        return _Laid(tuple(sources), tuple(targets), certainty, max(_DISTRUSTED, min(_TRUSTED, own)))

    def _believed(self, laid: Sequence[_Laid], number: int) -> Link:
        """How sure a pair is: the way that leads there, its own words, and what stands around it."""
        one = laid[number]
        around = [
            laid[other].own
            for other in range(max(0, number - _NEIGHBOURS), min(len(laid), number + _NEIGHBOURS + 1))
            if other != number
        ]
        support = max(-_SUPPORT, min(_SUPPORT, sum(around) / len(around))) if around else 0.0
        belief = one.certainty / (1 + math.exp(-(one.own + support - _CAUTION)))
        if not one.targets or not one.sources:
            belief = 0.0
        elif not self._each_adds(one.sources, one.targets):
            belief = min(belief, MOST)
        return Link(one.sources, one.targets, belief)


def _replaced(found: Sequence[Link], crossed: Mapping[int, Link]) -> list[Link]:
    """The links with those that cross in place of what stood for their segments."""
    used = {number for link in crossed.values() for number in link.targets}
    kept = [
        replace(
            link,
            sources=tuple(number for number in link.sources if number not in crossed),
            targets=tuple(number for number in link.targets if number not in used),
        )
        if used.intersection(link.targets) or any(number in crossed for number in link.sources)
        else link
        for link in found
    ]
    return [*(link for link in kept if link.sources or link.targets), *crossed.values()]


class _BlockScore:
    """What two runs of blocks have in common, their kinds and their codes among it."""

    def __init__(
        self,
        ours: Sequence[Block],
        theirs: Sequence[Block],
        sources: Sequence[Source],
        targets: Sequence[Target],
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._evidence = Evidence(
            [_as_source(block, sources) for block in ours], [_as_target(block, targets) for block in theirs]
        )

    def __call__(self, down: range, right: range) -> float:
        ours, theirs = _of(self._ours, down), _of(self._theirs, right)
        same = all(one.kind == other.kind for one in ours for other in theirs)
        text = self._evidence.words(down, right)
        if any(block.segments for block in ours) and any(block.segments for block in theirs):
            text += self._evidence.lengths(down, right)
        return text + (_SAME_KIND if same else _OTHER_KIND)


def _as_source(block: Block, sources: Sequence[Source]) -> Source:
    clues = {clue for number in block.segments for clue in sources[number].clues}
    clues |= {Clue(frozenset({frozenset({f"mark {mark}"})}), CODE) for mark in block.marks}
    return Source(sum(sources[number].length for number in block.segments), tuple(clues))


def _as_target(block: Block, targets: Sequence[Target]) -> Target:
    marks = frozenset().union(*(targets[number].marks for number in block.segments))
    return Target(
        sum(targets[number].length for number in block.segments),
        marks | {f"mark {mark}" for mark in block.marks},
    )


def _of(items: Sequence[_Item], numbers: range) -> Sequence[_Item]:
    return items[numbers.start : numbers.stop]
