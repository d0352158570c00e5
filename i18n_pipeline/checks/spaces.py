"""Spaces: one between words, none at the edges."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair, masked
from i18n_pipeline.model.finding import Finding, Severity

_BLANKS = " \t\u00a0\u202f"
_DOUBLE = re.compile(rf"(?<=[^{_BLANKS}\n])[{_BLANKS}]{{2,}}(?=[^{_BLANKS}\n])")
_UNBREAKING = re.compile(r"[\u00a0\u202f]")


def spaces(pair: Pair) -> Iterator[Finding]:
    """Spaces at an edge where the source has none; two in a row, of which an unbreakable one stays."""
    source, text = masked(pair.source), pair.masked
    if not text.strip(_BLANKS):
        return
    if (lead := len(text) - len(text.lstrip(_BLANKS))) and source == source.lstrip(_BLANKS):
        yield _superfluous("leading-space", "The translation begins with a space.", (0, lead))
    if (kept := len(text.rstrip(_BLANKS))) < len(text) and source == source.rstrip(_BLANKS):
        yield _superfluous("trailing-space", "The translation ends with a space.", (kept, len(text)))
    for match in _DOUBLE.finditer(text):
        single = found[0] if (found := _UNBREAKING.search(match[0])) else " "
        message = f"{len(match[0])} spaces stand in a row."
        yield _superfluous("double-space", message, match.span(), single)


def _superfluous(code: str, message: str, span: tuple[int, int], instead: str = "") -> Finding:
    fix = "Leave one." if instead else "Take it out."
    return Finding(code, Severity.INFO, message, fix=fix, span=span, replacement=instead)
