"""British or American spelling: that of the target, `en-GB` or `en-US`."""

import re
from collections.abc import Callable, Iterator, Mapping

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.checks.variant_words import american, british
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.language import subtags

_WORD = re.compile(r"[A-Za-z]+")
_BEGINS = re.compile(r"(?:^|[.!?:]\s+)\W*$")
_OXFORD = re.compile(r"\w{4,}iz(?:e|es|ed|er|ers|ing|ation|ations|ational)", re.IGNORECASE)
_BRITISH, _AMERICAN = ("British", british), ("American", american)
_VARIANTS: Mapping[str, tuple[str, Callable[[str], str | None]]] = {
    "AU": _BRITISH,
    "GB": _BRITISH,
    "IE": _BRITISH,
    "NZ": _BRITISH,
    "US": _AMERICAN,
    "ZA": _BRITISH,
}


def variant(pair: Pair) -> Iterator[Finding]:
    """A word in the other variant's spelling; names and words of the source are left out.

    `-ize` in British English is Oxford's way, and for information only. A target without a region
    (`en`) may have both.
    """
    region = subtags(pair.language)[-1].upper()
    if region in _VARIANTS:
        yield from _foreign(pair, *_VARIANTS[region])


def _foreign(pair: Pair, name: str, respelt: Callable[[str], str | None]) -> Iterator[Finding]:
    for match in _WORD.finditer(pair.target_text):
        word = match[0]
        other = respelt(word.lower())
        if not other or word in pair.source_text or _is_name(match):
            continue
        oxford = name == "British" and _OXFORD.fullmatch(word)
        yield Finding(
            "oxford-spelling" if oxford else "other-spelling",
            Severity.INFO if oxford else Severity.WARNING,
            f"{word!r} is not the {name} spelling.",
            fix=f"Write {other!r}.",
            span=pair.span(*match.span()),
        )


def _is_name(match: re.Match[str]) -> bool:
    return match[0][0].isupper() and not _BEGINS.search(match.string[: match.start()])
