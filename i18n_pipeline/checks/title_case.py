"""Titles: capitals as in a sentence, or in all words of weight, not a mixture."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_AFTER_END = re.compile(r"[:.!?–—|/\"“‘(]\s*$|^\W*$|\d[.)]?\s*$")
_ALWAYS_CAPITAL_TEXT = """
i i'm i'd i've i'll monday tuesday wednesday thursday friday saturday sunday january february march april
may june july august september october november december christmas easter dutch english german french
spanish belgian british european american netherlands holland belgium germany france europe hague
"""
_ALWAYS_CAPITAL = frozenset(_ALWAYS_CAPITAL_TEXT.split())
# Words that stay small in a title in capitals, and those of three letters and less.
_LIGHT_TEXT = """
about above across after against along among around before behind below beside between beyond down during
from into like near onto over past since than that through till toward towards under until upon versus when
where while with within without your their our her his its this these those what which whose does have will
can are was were been
"""
_LIGHT = frozenset(_LIGHT_TEXT.split())
_LIGHT_LENGTH = 3


def title_case(pair: Pair) -> Iterator[Finding]:
    """A title with capitals in some words of weight and none in others; names are left out."""
    if not pair.title:
        return
    capitals, small = [], []
    for match in _WORD.finditer(pair.target_text):
        if _AFTER_END.search(pair.target_text[: match.start()]) or _is_name(match[0], pair):
            continue
        if match[0][0].isupper():
            capitals.append(match)
        elif len(match[0]) > _LIGHT_LENGTH and match[0] not in _LIGHT:
            small.append(match)
    if small and len(capitals) > _names(pair):
        message = f"{capitals[-1][0]!r} has a capital in this title, {small[0][0]!r} has none."
        fix = "Write all words but names small, or all words of weight with a capital."
        yield Finding("title-mixed", Severity.WARNING, message, fix=fix, span=pair.span(*capitals[-1].span()))


def _is_name(word: str, pair: Pair) -> bool:
    """Whether it has its capital of itself: `LinkedIn`, `CV`, `Dutch`, a word that the source has too."""
    plain = word.replace("’", "'")
    return (
        plain[1:] != plain[1:].lower()
        or plain.lower().removesuffix("'s") in _ALWAYS_CAPITAL
        or (word[0].isupper() and word.removesuffix("'s") in pair.source_text)
    )


def _names(pair: Pair) -> int:
    """How many capitals names account for: those inside the Dutch title that English has in other words."""
    source, target = pair.source_text, pair.target_text
    there = sum(
        match[0].isalpha()
        and match[0].istitle()
        and match[0] not in target
        and not _AFTER_END.search(source[: match.start()])
        for match in _WORD.finditer(source)
    )
    said = sum(
        match[0].lower() in _ALWAYS_CAPITAL and match[0] not in source for match in _WORD.finditer(target)
    )
    return max(there - said, 0)
