"""A text read by words, with their dictionary forms."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Lemmatise = Callable[[str], str]
"""A word in, its dictionary form out, in lower case."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
STOP = re.compile(r"[.,;:!?…]")
"""What ends a clause."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text: from where to where each stands, its lemma, whether its clause ends with it."""

    text: str
    spans: Sequence[tuple[int, int]]
    lemmas: Sequence[str]
    ends: Sequence[bool]

    def span(self, at: int, length: int) -> tuple[int, int]:
        """From where to where `length` words stand that begin with word `at`."""
        return self.spans[at][0], self.spans[at + length - 1][1]


def read(text: str, lemmatise: Lemmatise) -> Reading:
    """The words of `text`; the last one ends a clause."""
    spans = [match.span() for match in WORD.finditer(text)]
    lemmas = [lemmatise(text[start:end]) for start, end in spans]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    ends = [gap != " " and STOP.search(gap) is not None for gap in gaps]
    return Reading(text, spans, lemmas, [*ends, True])
