"""Quotation marks the Dutch way: „…” and ,,…''."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_OPEN = "„|,,(?=[^\\s,])"
_QUOTED = re.compile(rf"(?:{_OPEN})(?P<text>[^„“”\"]*?)(?:[“”\"]|''|’’|,,(?!\w))")
_LONE = re.compile(_OPEN)
_LOW_SINGLE = re.compile("‚(?P<text>[^‚‘’]*)[‘’]")


def quotes(pair: Pair) -> Iterator[Finding]:
    """Each quotation with a low opening mark; what replaces it is certain where it closes."""
    written, rest = pair.written, pair.masked
    for pattern, signs in ((_QUOTED, "“”"), (_LOW_SINGLE, "‘’")):
        for match in pattern.finditer(rest):
            start, end = match.span("text")
            yield _finding(match.span(), signs[0] + written[start:end] + signs[1])
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
    for match in _LONE.finditer(rest):
        yield _finding(match.span(), None)


def _finding(span: tuple[int, int], instead: str | None) -> Finding:
    message = "A quotation opens with a low mark, as in Dutch."
    fix = "Write it as “…”." if instead is None else f"Write {instead}."
    return Finding("dutch-quotes", Severity.WARNING, message, fix=fix, span=span, replacement=instead)
