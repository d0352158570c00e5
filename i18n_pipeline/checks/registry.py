"""All checks by name, in the order in which they report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from i18n_pipeline.checks.glossary import glossary
from i18n_pipeline.checks.length import length
from i18n_pipeline.checks.negation import negation
from i18n_pipeline.checks.numbers import numbers
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.checks.placeholders import same_placeholders
from i18n_pipeline.checks.punctuation import end_punctuation
from i18n_pipeline.checks.untranslated import untranslated
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.inline import source_markdown

Check = Callable[[Pair], Iterator[Finding]]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "placeholders": same_placeholders,
        "numbers": numbers,
        "negation": negation,
        "untranslated": untranslated,
        "glossary": glossary,
        "length": length,
        "punctuation": end_punctuation,
    }
)
"""Each check by the name that the settings use."""

FOR_ENGLISH = frozenset({"numbers", "negation"})
"""Those that know English notation or words; other targets go without."""


def check(pair: Pair, levels: Mapping[str, str] = MappingProxyType({})) -> tuple[Finding, ...]:
    """What the checks find, with the segment and its line filled in; none for an empty translation.

    `levels` maps a check's name to `off`, `info`, `warning` or `error`; a check that it does not
    name has its own severities.
    """
    if not pair.target:
        return ()
    return tuple(
        replace(
            finding,
            severity=_severity(finding, levels.get(name)),
            line=pair.line,
            segment=source_markdown(pair.source),
        )
        for name, run in CHECKS.items()
        if levels.get(name) != "off" and _applies(name, pair)
        for finding in run(pair)
    )


def _applies(name: str, pair: Pair) -> bool:
    return name not in FOR_ENGLISH or pair.language.lower().partition("-")[0] == "en"


def _severity(finding: Finding, level: str | None) -> Severity:
    return Severity[level.upper()] if level else finding.severity
