"""A text that is longer than a model can read, cut where it hurts least."""

import re
from collections.abc import Callable

Chunk = tuple[int, str]
"""Where a piece begins in its text, and the piece."""

_LIMITS = tuple(
    map(re.compile, (r"(?<=[.!?…])['\"’”)]*\s+", r"(?<=[;:])\s+", r"(?<=,)\s+|\s+(?=[–—(])", r"\s+"))
)
"""What ends a sentence, a clause, a phrase, a word."""


def chunks(text: str, fits: Callable[[str], bool], start: int = 0) -> list[Chunk]:
    """The text in pieces that fit, halved at the best limit near its middle; end to end they are the text."""
    if len(text) <= 1 or fits(text):
        return [(start, text)]
    cut = _cut(text)
    return chunks(text[:cut], fits, start) + chunks(text[cut:], fits, start + cut)


def _cut(text: str) -> int:
    middle = len(text) // 2
    for limit in _LIMITS:
        places = [match.end() for match in limit.finditer(text)]
        nearest = min(places, key=lambda place: abs(place - middle), default=0)
        if abs(nearest - middle) <= middle // 2:
            return nearest
    return middle
