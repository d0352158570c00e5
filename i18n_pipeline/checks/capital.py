"""The capital with which a sentence begins."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import CODE, Pair, masked, words
from i18n_pipeline.model.finding import Finding, Severity

_FIRST = re.compile(r"[\W_]*?(?P<word>[^\W\d_][\w'’]*)")


def capital(pair: Pair) -> Iterator[Finding]:
    """A text that begins small where the Dutch has a capital; `iPhone` and codes may come first."""
    source, target = _FIRST.match(masked(pair.source)), _FIRST.match(pair.masked)
    if not source or not target or CODE in target[0] or not source["word"][0].isupper():
        return
    word = target["word"]
    if word == word.lower() and word not in words(pair.source_text):
        capitalised = word[0].upper() + word[1:]
        message = f"The source begins with a capital, the translation with {word!r}."
        yield Finding(
            "capital-lost",
            Severity.WARNING,
            message,
            fix=f"Write {capitalised!r}.",
            span=target.span("word"),
        )
