"""Checks that one segment goes without: `# check: ignore numbers, negation` in its translator's comment."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from i18n_pipeline.checks.registry import CHECKS
from i18n_pipeline.model.finding import Finding, Severity

_COMMENT = re.compile(r"\s*checks?:\s*ignore\b[:\s]*(?P<names>.*)", re.IGNORECASE)
_FLAG = "ignore-"


def ignored(comments: Iterable[str], flags: Iterable[str] = ()) -> frozenset[str]:
    """The checks that a translator's comment or a flag (`ignore-numbers`) turns off."""
    from_flags = (flag.removeprefix(_FLAG).replace("-", "_") for flag in flags if flag.startswith(_FLAG))
    return frozenset({*_named(comments), *from_flags} & CHECKS.keys())


def unknown(comments: Iterable[str]) -> Iterator[Finding]:
    """Names in a comment that no check has; a flag `ignore-…` may be another tool's."""
    for name in _named(comments):
        if name not in CHECKS:
            near = get_close_matches(name, CHECKS, 1)
            fix = f"Write {near[0]!r}." if near else f"The checks are: {', '.join(CHECKS)}."
            yield Finding(
                "ignore-unknown", Severity.WARNING, f"There is no check {name!r} to ignore.", fix=fix
            )


def _named(comments: Iterable[str]) -> list[str]:
    found = (match["names"] for comment in comments if (match := _COMMENT.fullmatch(comment)))
    return [name for names in found for name in re.findall(r"[\w-]+", names)]
