"""The order of a text's drafts: what the others agree with, less what is seen to be lost."""

from collections.abc import Mapping, Sequence

from i18n_pipeline.backends.local.consensus import agreement
from i18n_pipeline.backends.local.fidelity import (
    missing_figures,
    missing_names,
    missing_terms,
    negation_differs,
    quotes_differ,
)

_FIGURE, _NAME, _NEGATION, _QUOTES, _TERM = 0.2, 0.1, 0.2, 0.05, 0.2
"""What one loss of each kind weighs, where full agreement is 1; chrF hardly notices, a reader does."""


def in_order(source: str, drafts: Sequence[str], terms: Mapping[str, str]) -> list[str]:
    """The drafts, best first."""
    scores = [
        agreed - _loss(source, text, terms) for agreed, text in zip(agreement(drafts), drafts, strict=True)
    ]
    order = sorted(range(len(drafts)), key=lambda index: -scores[index])
    return [drafts[index] for index in order]


def _loss(source: str, text: str, terms: Mapping[str, str]) -> float:
    return (
        _FIGURE * missing_figures(source, text)
        + _NAME * missing_names(source, text)
        + _NEGATION * negation_differs(source, text)
        + _QUOTES * quotes_differ(source, text)
        + _TERM * missing_terms(terms, text)
    )
