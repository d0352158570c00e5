"""Negation: `niet`, `geen`, `nooit` are there in English, in whatever form, and no new one comes in."""

from collections.abc import Iterator

from i18n_pipeline.checks.negation_words import ADDED, DENIED, DENYING, GROUNDS, IDIOMS, NOT_ADDED
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity


def negation(pair: Pair) -> Iterator[Finding]:
    """A negation that is nowhere in the English, or that stands there and nowhere in the Dutch.

    One of several negations that is lost is not seen: only their being there at all is compared.
    """
    source, target = pair.source_text, pair.target_text
    denied = DENIED.search(IDIOMS.sub(" ", source))
    if denied and not DENYING.search(target):
        message = f"{denied[0]!r} in the source; the translation denies nothing."
        yield Finding("negation-missing", Severity.WARNING, message, fix="Say what the source denies.")
    added = ADDED.search(NOT_ADDED.sub(" ", target))
    if added and not GROUNDS.search(source):
        message = f"{added[0]!r} in the translation; the source denies nothing."
        yield Finding("negation-added", Severity.WARNING, message, fix="Take the negation out.")
