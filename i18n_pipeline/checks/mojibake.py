"""Characters that were read in a wrong encoding once."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import CODE, Pair
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.misread import may_be_misread

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
        elif (mended := _mended(word)) != word:
            message, fix = f"{word!r} was read in a wrong encoding.", f"Write {mended!r}."
            yield Finding("mojibake", Severity.ERROR, message, fix=fix, span=match.span())


def _mended(word: str) -> str:
    """The word before it was read in a wrong encoding."""
    if not may_be_misread(word):
        return word
    import ftfy  # noqa: PLC0415 - see `may_be_misread`
    from ftfy.badness import is_bad  # noqa: PLC0415

    return ftfy.fix_encoding(word) if is_bad(word) else word
