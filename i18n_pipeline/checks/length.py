"""Length: a translation far shorter or longer than its source has lost or gained something."""

from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair, words
from i18n_pipeline.model.finding import Finding, Severity

SHORTEST, LONGEST = 0.5, 2.0
"""Characters of the translation per character of the source."""
_SLACK = 15
_FEW_WORDS = 4


def length(pair: Pair) -> Iterator[Finding]:
    """Far too short or too long; a few words may differ by more, for there the ratio says little."""
    source, target = len(pair.source_text), len(pair.target_text)
    few = len(words(pair.source_text)) < _FEW_WORDS
    if target < source * SHORTEST - (_SLACK if few else 0):
        message = f"{target} characters stand for {source}: something may be missing."
        yield Finding("too-short", Severity.WARNING, message, fix="Compare it with the source.")
    elif target > source * LONGEST + (2 * _SLACK if few else _SLACK):
        message = f"{target} characters stand for {source}: something may have been added."
        yield Finding("too-long", Severity.WARNING, message, fix="Compare it with the source.")
