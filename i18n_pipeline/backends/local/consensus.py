"""Which of several drafts the others agree with most (minimum Bayes risk decoding, utility chrF).

Kumar and Byrne, "Minimum Bayes-Risk Decoding for Statistical Machine Translation" (2004); Popović,
"chrF: character n-gram F-score for automatic MT evaluation" (2015).
"""

from collections import Counter
from collections.abc import Sequence

_ORDERS = range(1, 7)
_RECALL_WEIGHT = 2.0 * 2.0
"""β² of chrF2: recall counts twice as much as precision."""

_NGrams = tuple[Counter[str], ...]


def chrf(hypothesis: str, reference: str) -> float:
    """chrF2 from 0 to 1; white space doesn't count."""
    return _score(_ngrams(hypothesis), _ngrams(reference))


def agreement(drafts: Sequence[str]) -> list[float]:
    """For each draft its mean chrF2 against the others, 0 to 1; 0 for a single one."""
    counted = [_ngrams(draft) for draft in drafts]
    return [
        sum(_score(one, other) for other in counted if other is not one) / max(len(counted) - 1, 1)
        for one in counted
    ]


def _ngrams(text: str) -> _NGrams:
    text = "".join(text.split())
    return tuple(Counter(text[at : at + n] for at in range(len(text) - n + 1)) for n in _ORDERS)


def _score(hypothesis: _NGrams, reference: _NGrams) -> float:
    precision = recall = orders = 0.0
    for said, wanted in zip(hypothesis, reference, strict=True):
        if said and wanted:
            common = (said & wanted).total()
            precision += common / said.total()
            recall += common / wanted.total()
            orders += 1
    if not precision:
        return 0.0
    precision, recall = precision / orders, recall / orders
    return (1 + _RECALL_WEIGHT) * precision * recall / (_RECALL_WEIGHT * precision + recall)
