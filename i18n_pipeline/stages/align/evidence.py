"""How much two texts speak for being translations of each other."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from i18n_pipeline.stages.align.lengths import likeness
from i18n_pipeline.stages.align.lexicon import Clue

_DEPENDENCE = 0.6
"""Words of one sentence are no independent witnesses; their evidence counts by this much."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source text's length in characters and what it lets expect."""

    length: int
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A target text's length in characters and its marks."""

    length: int
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The targets that have what a clue asks for, and what having or lacking it says, in nats."""

    hits: frozenset[int]
    there: float
    missing: float


class Evidence:
    """Scores groups of sources against groups of targets, both by number.

    A clue counts by how rare what it asks for is among the targets: naive Bayes.
    """

    def __init__(self, sources: Sequence[Source], targets: Sequence[Target]) -> None:
        self._sources = sources
        self._targets = targets
        self._having: dict[str, set[int]] = defaultdict(set)
        for number, target in enumerate(targets):
            for mark in target.marks:
                self._having[mark].add(number)
        self._weighed: dict[Clue, _Weighed] = {}
        self._clues = [[self._weigh(clue) for clue in source.clues] for source in sources]

    def score(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """Log-likelihood ratio of "translation" to "chance" for these texts as wholes, in nats."""
        return self.lengths(sources, targets) + self.words(sources, targets)

    def least_gain(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """How much the least telling of the targets adds to the score, in nats; endless for one alone."""
        if len(targets) == 1:
            return math.inf
        without = [[other for other in targets if other != number] for number in targets]
        return self.score(sources, targets) - max(self.score(sources, rest) for rest in without)

    def lengths(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """The part that lengths have in the score."""
        return likeness(
            sum(self._sources[number].length for number in sources),
            sum(self._targets[number].length for number in targets),
        )

    def words(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """The part that words, figures and codes have in the score."""
        wanted = set(targets)
        told = 0.0
        for number in sources:
            for clue in self._clues[number]:
                told += clue.missing if clue.hits.isdisjoint(wanted) else clue.there
        return _DEPENDENCE * told

    def _weigh(self, clue: Clue) -> _Weighed:
        if clue not in self._weighed:
            hits = frozenset(number for option in clue.options for number in self._with(option))
            chance = (len(hits) + 0.5) / (len(self._targets) + 1)
            usual = max(clue.reliability, min(0.98, chance))
            self._weighed[clue] = _Weighed(
                hits, math.log(usual / chance), math.log((1 - usual) / (1 - chance))
            )
        return self._weighed[clue]

    def _with(self, option: frozenset[str]) -> set[int]:
        """The targets that have all marks of an option."""
        if not option:
            return set()
        return set.intersection(*(self._having.get(mark, set()) for mark in option))
