"""Progress over time as a drawing: segments by state, one upon the other."""

import re
from collections.abc import Sequence
from datetime import datetime
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.element import element, table
from i18n_pipeline.formats.report_html.style import STATES
from i18n_pipeline.model.progress import Snapshot

_WIDTH, _HEIGHT = 900, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 12, 28
_MOST_POINTS = 200
_MOST_ROWS = 30
_STEPS = 4


def progress(history: Sequence[Snapshot], target: str) -> list[Element]:
    """The chart of a target language with its legend, and its numbers as a table; from two snapshots on."""
    mine = [each for each in history if each.target == target]
    times = [datetime.fromisoformat(each.at).timestamp() for each in mine]
    if len(mine) < 2 or times[0] == times[-1]:  # noqa: PLR2004
        return [element("p", f"{target}: two runs make a chart; this is the first.")]
    kept = _thinned(range(len(mine)), _MOST_POINTS)
    drawn = _drawing([mine[number] for number in kept], [times[number] for number in kept], target)
    return [drawn, _legend(), _numbers([mine[number] for number in _thinned(kept, _MOST_ROWS)], target)]


def _drawing(history: Sequence[Snapshot], times: Sequence[float], target: str) -> Element:
    top = _ceiling(max(each.segments for each in history))
    across = [
        _LEFT + (time - times[0]) / (times[-1] - times[0]) * (_WIDTH - _LEFT - _RIGHT) for time in times
    ]
    key = re.sub(r"\W", "-", target)
    names = f"chart-{key}-title", f"chart-{key}-text"
    return element(
        "svg",
        element("title", f"Progress of {target}", id=names[0]),
        element("desc", _in_words(history), id=names[1]),
        *_layers(history, across, top),
        *_grid(top),
        *_days(history),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_labelledby=" ".join(names),
    )


def _layers(history: Sequence[Snapshot], across: Sequence[float], top: int) -> list[Element]:
    ground = [0] * len(history)
    layers = []
    for state in STATES:
        above = [low + getattr(each, state) for low, each in zip(ground, history, strict=True)]
        there = [(x, _height(number, top)) for x, number in zip(across, above, strict=True)]
        back = [(x, _height(number, top)) for x, number in zip(across, ground, strict=True)]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*there, *reversed(back)])
        layers.append(element("polygon", points=points, class_=state))
        ground = above
    return layers


def _grid(top: int) -> list[Element]:
    parts = []
    for step in range(_STEPS + 1):
        y = _height(top * step // _STEPS, top)
        parts.append(element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, class_="grid"))
        parts.append(element("text", f"{top * step // _STEPS:,}", x=_LEFT - 8, y=y + 4, text_anchor="end"))
    return parts


def _days(history: Sequence[Snapshot]) -> list[Element]:
    y = _HEIGHT - 8
    return [
        element("text", history[0].at[:10], x=_LEFT, y=y),
        element("text", history[-1].at[:10], x=_WIDTH - _RIGHT, y=y, text_anchor="end"),
    ]


def _legend() -> Element:
    items = []
    for state in STATES:
        swatch = element("rect", width=10, height=10, class_=state)
        items.append(element("li", element("svg", swatch, viewBox="0 0 10 10", aria_hidden="true"), state))
    return element("ul", *items, class_="legend")


def _numbers(history: Sequence[Snapshot], target: str) -> Element:
    rows = [
        (each.at[:16].replace("T", " "), *(f"{getattr(each, name):,}" for name in (*STATES, "words_left")))
        for each in reversed(history)
    ]
    made = table(f"Segments of {target} by state (UTC)", ("time", *STATES, "words left"), rows)
    return element("details", element("summary", f"{target} in numbers"), made)


def _in_words(history: Sequence[Snapshot]) -> str:
    first, last = history[0], history[-1]
    states = (f"{state} from {getattr(first, state):,} to {getattr(last, state):,}" for state in STATES)
    return f"Segments by state from {first.at[:10]} to {last.at[:10]}: {', '.join(states)}."


def _height(number: int, top: int) -> float:
    return _HEIGHT - _BOTTOM - number / top * (_HEIGHT - _TOP - _BOTTOM)


def _ceiling(number: int) -> int:
    """The least of 4, 8, 20, 40, 80, 200 … that is not below the number."""
    size = 1
    while True:
        for step in (4, 8, 20):
            if number <= step * size:
                return step * size
        size *= 10


def _thinned(numbers: Sequence[int], most: int) -> list[int]:
    """At most so many of them, evenly, first and last among them."""
    if len(numbers) <= most:
        return list(numbers)
    return [numbers[round(step * (len(numbers) - 1) / (most - 1))] for step in range(most)]
