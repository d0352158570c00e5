"""Negation: `niet`, `geen`, `nooit` are there in English, in whatever form, and no new one comes in."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.negation_words import (
    ADDED,
    DENIED,
    DENYING,
    GROUNDS,
    IDIOMS,
    NOT_ADDED,
    PLAIN_DENYING,
    TURNED,
)
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity


def negation(pair: Pair) -> Iterator[Finding]:
    """A negation that is nowhere in the English, or that stands there and nowhere in the Dutch.

    One of several that is lost is for information: English often says two with one.
    """
    source, target = pair.source_text, pair.target_text
    denied, denying = DENIED.search(IDIOMS.sub(" ", source)), DENYING
    if not denied:
        denied, denying = _idiom(source, target), PLAIN_DENYING
    if denied and not denying.search(target):
        message = f"{denied[0]!r} in the source; the translation denies nothing."
        yield Finding("negation-missing", Severity.WARNING, message, fix="Say what the source denies.")
    elif denied and (fewer := _fewer(source, target)):
        yield Finding("negation-missing", Severity.INFO, fewer, fix="Compare it with the source.")
    added = ADDED.search(NOT_ADDED.sub(" ", target))
    if added and not GROUNDS.search(source):
        message = f"{added[0]!r} in the translation; the source denies nothing."
        span = pair.place(added[0])
        yield Finding("negation-added", Severity.WARNING, message, fix="Take the negation out.", span=span)


def _fewer(source: str, target: str) -> str:
    there = [match[0] for match in DENIED.finditer(IDIOMS.sub(" ", source))]
    found = sum(1 for _ in DENYING.finditer(target))
    if len(there) <= max(found, 1):
        return ""
    return f"The source denies {len(there)} times ({', '.join(there)}), the translation {found} times."


def _idiom(source: str, target: str) -> re.Match[str] | None:
    """An idiom whose English word has to be denied, where that word is there."""
    there = (idiom.search(source) for idiom, word in TURNED if word.search(target))
    return next(filter(None, there), None)
