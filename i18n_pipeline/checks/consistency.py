"""One translation for one source in all articles."""

from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity


def consistency(pair: Pair) -> Iterator[Finding]:
    """A source that another article has in other words; letter case and end marks don't count."""
    ours = _words(pair.written)
    for other, article in pair.elsewhere.items():
        if _words(other) != ours:
            message = f"{article} has {other!r} for the same source."
            fix = "Translate both alike, if they mean the same."
            yield Finding("translated-otherwise", Severity.INFO, message, fix=fix)
            return


def _words(text: str) -> str:
    return text.casefold().rstrip(".!?:;… ")
