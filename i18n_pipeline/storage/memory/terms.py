"""What texts are found by: their longer words, and those words in pairs."""

import re
from operator import add

_LONGER = re.compile(r"[^\W_]{4,}")
_LONGER_ASCII = re.compile(r"[a-z0-9]{4,}")
"""The same for text in ASCII, as most is; it takes less time."""

_ANY = re.compile(r"[^\W_]+")
_FEW = 3


def terms(text: str) -> list[str]:
    """The search terms of a comparable text; a short text is found by its short words too.

    Words of four letters and more leave out most of those that every sentence has. A pair of
    neighbours is rarer than each of them, and survives an edit elsewhere.
    """
    folded = text.casefold()
    words = (_LONGER_ASCII if folded.isascii() else _LONGER).findall(folded)
    if len(words) < _FEW:
        words = _ANY.findall(folded)
    return [*words, *map(add, words, words[1:])]
