"""Sentences that stand elsewhere in the post: list items in another order, a paragraph moved."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from i18n_pipeline.model.alignment import REVIEWED

Score = Callable[[Sequence[int], Sequence[int]], float]

MOST = REVIEWED - 0.01
"""The most that is believed of what a person has to look at in any case."""

_LEAST, _LEAD = 3.0, 2.0


def crossings(
    sources: Sequence[int], targets: Sequence[int], score: Score
) -> Iterator[tuple[int, int, float]]:
    """Pairs among what found no place, each the other's best by far, with a confidence."""
    rows = {one: {other: score([one], [other]) for other in targets} for one in sources}
    columns = {other: {one: rows[one][other] for one in sources} for other in targets}
    for one, row in rows.items():
        other = _clear_best(row)
        if other is not None and _clear_best(columns[other]) == one:
            yield one, other, min(MOST, 1 / (1 + math.exp(_LEAD - row[other])))


def _clear_best(scores: Mapping[int, float]) -> int | None:
    """The number with a good score and no rival near it."""
    order = sorted(scores, key=lambda number: -scores[number])
    second = scores[order[1]] if len(order) > 1 else 0.0
    return order[0] if order and scores[order[0]] >= max(_LEAST, second + _LEAD) else None
