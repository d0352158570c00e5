"""As many sentences as the source has."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_SHORT = (
    r"\b(?:bijv|bv|etc|enz|nl|ca|nr|no|vs|dr|drs|mr|mrs|ms|prof|ir|ing|st|art|blz|p|tel|incl|excl|min|max|inc|ltd"
    r"|co|jan|feb|mrt|mar|apr|aug|sept?|okt|oct|nov|dec|dhr|mevr|mw|resp|zgn|evt|jl|approx)\."
    r"|\b(?:[a-z]\.)+|\d\.(?=\s?\d)|\.\.\.|…"
)
_SHORTENED = re.compile(_SHORT, re.IGNORECASE)
_SEAM = re.compile(r"[.!?]+[\"'”’)»]* (?=[\"'“‘„(«]*[A-Z\u00c0-\u00deŁŠŽ\d'’])")


def sentences(pair: Pair) -> Iterator[Finding]:
    """Fewer or more sentences; a translator may join or part them, so that it is for information."""
    source, target = count(pair.source_text), count(pair.target_text)
    if source != target:
        message = f"{target} sentences stand for {source}."
        yield Finding("sentence-count", Severity.INFO, message, fix="Compare it with the source.")


def count(text: str) -> int:
    """How many sentences a text has; a full stop of an abbreviation or a number ends none."""
    return len(_SEAM.findall(_SHORTENED.sub("x", text))) + 1
