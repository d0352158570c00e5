"""All checks by name, in the order in which they report."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from i18n_pipeline.checks.abbreviations import abbreviations
from i18n_pipeline.checks.balance import balance
from i18n_pipeline.checks.capital import capital
from i18n_pipeline.checks.consistency import consistency
from i18n_pipeline.checks.false_friends import false_friends
from i18n_pipeline.checks.glossary import glossary
from i18n_pipeline.checks.html_tags import html_tags
from i18n_pipeline.checks.length import length
from i18n_pipeline.checks.mojibake import mojibake
from i18n_pipeline.checks.negation import negation
from i18n_pipeline.checks.numbers import numbers
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.checks.placeholders import same_placeholders
from i18n_pipeline.checks.punctuation import end_punctuation
from i18n_pipeline.checks.quotes import quotes
from i18n_pipeline.checks.repeats import repeats
from i18n_pipeline.checks.sentences import sentences
from i18n_pipeline.checks.spaces import spaces
from i18n_pipeline.checks.title_case import title_case
from i18n_pipeline.checks.untranslated import untranslated
from i18n_pipeline.checks.variant import variant
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.inline import source_markdown
from i18n_pipeline.model.language import base

Check = Callable[[Pair], Iterator[Finding]]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "placeholders": same_placeholders,
        "html": html_tags,
        "mojibake": mojibake,
        "numbers": numbers,
        "negation": negation,
        "untranslated": untranslated,
        "abbreviations": abbreviations,
        "glossary": glossary,
        "false_friends": false_friends,
        "spelling": variant,
        "consistency": consistency,
        "length": length,
        "sentences": sentences,
        "punctuation": end_punctuation,
        "balance": balance,
        "quotes": quotes,
        "capital": capital,
        "title_case": title_case,
        "repeats": repeats,
        "spaces": spaces,
    }
)
"""Each check by the name that the settings use."""

FOR_ENGLISH = frozenset(
    {
        "abbreviations",
        "capital",
        "false_friends",
        "negation",
        "numbers",
        "quotes",
        "repeats",
        "spelling",
        "title_case",
    }
)
"""Those that know English notation or words; other targets go without."""


def check(
    pair: Pair,
    levels: Mapping[str, str] = MappingProxyType({}),
    ignored: Collection[str] = frozenset(),
) -> tuple[Finding, ...]:
    """What the checks find, each finding with its check, segment, line and span; none for an empty text.

    `levels` maps a check's name to `off`, `info`, `warning` or `error`; a check that it does not
    name has its own severities. `ignored` are the checks that this segment goes without. A finding
    that is about no one place spans the whole translation.
    """
    if not pair.target:
        return ()
    return tuple(
        replace(
            finding,
            severity=_severity(finding, levels.get(name)),
            line=pair.line,
            segment=source_markdown(pair.source),
            context=pair.context,
            check=name,
            span=finding.span or (0, len(pair.written)),
        )
        for name, run in CHECKS.items()
        if levels.get(name) != "off" and name not in ignored and _applies(name, pair)
        for finding in run(pair)
    )


def _applies(name: str, pair: Pair) -> bool:
    return name not in FOR_ENGLISH or base(pair.language) == "en"


def _severity(finding: Finding, level: str | None) -> Severity:
    return Severity[level.upper()] if level else finding.severity
