"""A word that was written twice."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_TWICE = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?) (?P=word)(?![\w'’-])", re.IGNORECASE)
# “the fact that that works”, “she had had a job”; “log in in your browser”; said twice on purpose.
_MEANT_WORDS = "that had is do in on her so very really no yes bye ha hey now there blah cha"
_MEANT = frozenset(_MEANT_WORDS.split())


def repeats(pair: Pair) -> Iterator[Finding]:
    """The same word twice in a row, but for those that may be and names."""
    for match in _TWICE.finditer(pair.target_text):
        first, second = match[0].split(" ")
        if first.lower() not in _MEANT and not (second[0].isupper() and first != first.upper()):
            message = f"{first!r} stands there twice."
            yield Finding(
                "word-doubled", Severity.WARNING, message, fix="Take one out.", span=pair.span(*match.span())
            )
