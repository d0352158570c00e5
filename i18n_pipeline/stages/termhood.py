"""How much a candidate is a term of the field.

C-value (Frantzi, Ananiadou and Mima 2000: a phrase counts for its length, and less where it stands
inside longer ones), weighed by how much more often its words are used here than in everyday
language ("weirdness", Ahmad, Gillam and Tostevin 1999).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from i18n_pipeline.stages.candidates import Candidate, Words

RARE = 0.1
"""Uses per million words below which everyday language says nothing."""


def c_values(candidates: Mapping[Words, Candidate]) -> dict[Words, float]:
    """Each phrase's count without its share in longer phrases, times the logarithm of its length."""
    around: dict[Words, list[int]] = defaultdict(list)
    for words, candidate in candidates.items():
        for part in _inside(words):
            around[part].append(candidate.count)
    return {
        words: math.log2(1 + len(words)) * (candidate.count - _mean(around[words]))
        for words, candidate in candidates.items()
    }


def weirdness(rates: Iterable[tuple[float, float]]) -> float:
    """The mean of log2(here / everyday) over the words; `rates` are uses per million here and everyday."""
    return _mean([math.log2(here / max(everyday, RARE)) for here, everyday in rates])


def _inside(words: Words) -> Iterator[Words]:
    for length in range(1, len(words)):
        for first in range(len(words) - length + 1):
            yield words[first : first + length]


def _mean(values: list[float] | list[int]) -> float:
    return sum(values) / len(values) if values else 0.0
