"""Whether two texts have the lengths of translations of each other (Gale and Church 1993)."""

import math
from typing import Final

CHARACTERS: Final = 1.0
"""Of the translation for one of the source; Gale and Church's own, for languages that are written alike."""

VARIANCE: Final = 6.8
"""Of the difference per source character; Gale and Church's own figure for European languages."""

_LEAST = -5.0
_CHANCE = -1.0  # the mean of log p where p is uniform, as it is for translations


def likeness(source: int, target: int) -> float:
    """Log-likelihood ratio of lengths in characters: about 0 for what fits, down to -4 for what doesn't."""
    if not source or not target:
        return _LEAST - _CHANCE
    mean = (source + target / CHARACTERS) / 2
    deviation = (target - source * CHARACTERS) / math.sqrt(mean * VARIANCE)
    probability = math.erfc(abs(deviation) / math.sqrt(2))
    return max(_LEAST, math.log(probability) if probability else _LEAST) - _CHANCE
