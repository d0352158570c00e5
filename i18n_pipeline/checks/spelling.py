"""British and American spellings of one word."""

import re
from functools import lru_cache

_DOUBLING = (
    "cancel|channel|counsel|dial|distil|enrol|equal|excel|fuel|fulfil|funnel|initial|instal|jewel|label|level"
    "|marvel|model|panel|quarrel|rival|signal|skil|total|travel|tunnel|wil"
)

# A spelling with what takes its place; both sides of a comparison go through all of them.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(defen|licen|offen|practi|preten)ce", r"\1se"),
        (r"(?<=[a-z]{3}[iy])s(?=(?:e|ed|es|er|ers|ing|able|ation|ations)$)", "z"),
        (r"(behavi|cand|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav|val|vap|vig)our", r"\1or"),
        (r"^(cent|theat|(?:kilo|centi|milli)?met|lit|fib|calib|somb)re(?=s?$|d$)", r"\1er"),
        (r"(anal|catal|dial|monol)ogue(?=s?$)", r"\1og"),
        (r"^((?:micro)?program)me(?=s?$)", r"\1"),
        (r"^(acknowledg|judg)ement", r"\1ment"),
        (r"^ageing$", "aging"),
        (r"^grey", "gray"),
        (rf"^((?:pre|re|un)?(?:{_DOUBLING}))l", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """One form for all spellings of an English word in lower case; no word of its own."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
