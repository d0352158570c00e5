"""The best way through two sequences that run in parallel, and how sure each step of it is.

Dynamic programming over beads (Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora",
Computational Linguistics 19(1), 1993), with the forward-backward algorithm for the confidence.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from i18n_pipeline.model.alignment import Bead

Shape = tuple[int, int]
"""How many pieces of the source and of the target a bead holds."""

Score = Callable[[range, range], float]
"""Log-likelihood ratio of "these belong together" to "these met by chance", in nats."""

_Cell = tuple[int, int]
_NEVER = -math.inf


@dataclass(frozen=True, slots=True)
class _Step:
    start: _Cell
    end: _Cell
    weight: float


def beads(
    rows: int, columns: int, score: Score, priors: Mapping[Shape, float], *, margin: int = 12
) -> list[Bead]:
    """The likeliest beads in order, each with its probability among all ways through.

    `priors` are the logarithms of how usual each shape is; pieces that stand alone have no score
    but that. The way stays within `margin` pieces of the diagonal, more where the lengths differ.
    """
    steps = _steps(rows, columns, score, priors, margin + abs(rows - columns))
    best, back = _forward(steps)
    ahead = _backward(steps)
    total = best[rows, columns][1]
    path: list[Bead] = []
    cell = (rows, columns)
    while cell != (0, 0):
        step = back[cell]
        certainty = best[step.start][1] + step.weight + ahead[step.end] - total
        (i, j), (k, n) = step.start, step.end
        path.append(Bead(range(i, k), range(j, n), min(1.0, math.exp(certainty))))
        cell = step.start
    return path[::-1]


def _steps(
    rows: int, columns: int, score: Score, priors: Mapping[Shape, float], margin: int
) -> dict[_Cell, list[_Step]]:
    """Steps by the cell where they end, in an order in which every cell comes behind its predecessors."""
    result: dict[_Cell, list[_Step]] = {(0, 0): []}
    for i in range(rows + 1):
        for j in _near(i, rows, columns, margin):
            found = list(_into(i, j, result, score, priors))
            if found:
                result[i, j] = found
    return result


def _near(row: int, rows: int, columns: int, margin: int) -> range:
    middle = round(row * columns / rows) if rows else columns // 2
    return range(max(0, middle - margin), min(columns, middle + margin) + 1)


def _into(
    i: int, j: int, known: Mapping[_Cell, object], score: Score, priors: Mapping[Shape, float]
) -> Iterator[_Step]:
    for (down, right), prior in priors.items():
        start = (i - down, j - right)
        if start in known:
            gain = score(range(start[0], i), range(start[1], j)) if down and right else 0.0
            yield _Step(start, (i, j), prior + gain)


def _forward(
    steps: Mapping[_Cell, list[_Step]],
) -> tuple[dict[_Cell, tuple[float, float]], dict[_Cell, _Step]]:
    """Of each cell the best way's weight and the sum of all ways; the step by which the best arrives."""
    weights: dict[_Cell, tuple[float, float]] = {}
    back: dict[_Cell, _Step] = {}
    for cell, arriving in steps.items():
        if not arriving:
            weights[cell] = (0.0, 0.0)
            continue
        last = max(arriving, key=lambda step: weights[step.start][0] + step.weight)
        back[cell] = last
        weights[cell] = (
            weights[last.start][0] + last.weight,
            _log_sum([weights[step.start][1] + step.weight for step in arriving]),
        )
    return weights, back


def _backward(steps: Mapping[_Cell, list[_Step]]) -> dict[_Cell, float]:
    """The sum of all ways from each cell to the end."""
    cells = list(steps)
    sums = dict.fromkeys(cells, _NEVER)
    sums[cells[-1]] = 0.0
    for cell in reversed(cells):
        for step in steps[cell]:
            sums[step.start] = _log_sum([sums[step.start], sums[cell] + step.weight])
    return sums


def _log_sum(logs: list[float]) -> float:
    """log(Σ exp)."""
    greatest = max(logs)
    if greatest == _NEVER:
        return greatest
    return greatest + math.log(sum(math.exp(each - greatest) for each in logs))
