"""Characters that were read in a wrong encoding once."""

import re
from collections.abc import Iterator

import ftfy
from ftfy.badness import is_bad

from i18n_pipeline.checks.pair import CODE, Pair
from i18n_pipeline.model.finding import Finding, Severity

LOST = "\ufffd"
_WORD = re.compile(rf"[^\s{CODE}]+")


def mojibake(pair: Pair) -> Iterator[Finding]:
    """Sequences that no one types (`Ã©`, `â€™`), and characters that are lost for good (U+FFFD)."""
    for match in _WORD.finditer(pair.masked):
        word = match[0]
        if word.isascii():
            continue
        if LOST in word:
            message, fix = f"A character of {word!r} is lost.", "Write the word anew."
            yield Finding("lost-character", Severity.ERROR, message, fix=fix, span=match.span())
        elif is_bad(word) and (mended := ftfy.fix_encoding(word)) != word:
            message, fix = f"{word!r} was read in a wrong encoding.", f"Write {mended!r}."
            yield Finding("mojibake", Severity.ERROR, message, fix=fix, span=match.span())
