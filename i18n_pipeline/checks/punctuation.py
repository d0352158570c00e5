"""The end of a sentence: its question mark, its exclamation mark, its full stop."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_CLOSERS = "\"'”’»)]*_ "
_END = re.compile(r"[.?!…:;]+$")


def end_punctuation(pair: Pair) -> Iterator[Finding]:
    """A sentence that was a question, was called out or ended, and no longer does."""
    source, target = _end(pair.source_text), _end(pair.target_text)
    for sign, name in (("?", "question mark"), ("!", "exclamation mark")):
        if sign in source:
            if sign not in target:
                message = f"The source ends with {source!r}, the translation with {target or 'no sign'!r}."
                yield Finding(
                    "end-mark-lost", Severity.WARNING, message, fix=f"End with a {name}.", span=pair.end
                )
            return
    if source and not target:
        message = f"The source ends with {source!r}, the translation has no sign at its end."
        yield Finding("end-mark-lost", Severity.WARNING, message, fix=f"End with {source!r}.", span=pair.end)


def _end(text: str) -> str:
    marks = _END.search(text.rstrip(_CLOSERS))
    return marks[0] if marks else ""
