"""How alike two texts are."""

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from i18n_pipeline.model.memory import SAME


def score(one: str, other: str) -> int:
    """0 to 100: the mean of the likeness of characters and of words; 100 for equal texts alone.

    Characters alone would find `brief` and `bericht` alike; words alone would not see that
    `netwerk` and `netwerken` are.
    """
    if one == other:
        return SAME
    words = Indel.normalized_similarity(one.split(), other.split()) * SAME
    return min(int((fuzz.ratio(one, other) + words) / 2), SAME - 1)
