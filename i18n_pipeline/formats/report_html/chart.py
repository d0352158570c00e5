"""Progress over time as a drawing: segments by state, one upon the other."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.element import element, table
from i18n_pipeline.formats.report_html.scale import HEIGHT, LEFT, RIGHT, WIDTH, Scale, ceiling, thinned
from i18n_pipeline.formats.report_html.style import STATES
from i18n_pipeline.model.progress import Snapshot

_MOST_POINTS = 200
_MOST_ROWS = 30


def progress(history: Sequence[Snapshot], target: str) -> Element:
    """The chart of a target language with its legend, and its numbers as a table; from two snapshots on."""
    mine = [each for each in history if each.target == target]
    if len(set(_seconds(mine))) < 2:  # noqa: PLR2004
        return element("p", f"{target}: two runs make a chart; this is the first.")
    kept = thinned(range(len(mine)), _MOST_POINTS)
    drawn = [mine[number] for number in kept]
    return element(
        "figure",
        element("figcaption", f"{target}: segments by state"),
        _drawing(drawn, target),
        _legend(drawn[-1]),
        _numbers([mine[number] for number in thinned(kept, _MOST_ROWS)], target),
    )


def _seconds(history: Sequence[Snapshot]) -> list[float]:
    return [datetime.fromisoformat(each.at).timestamp() for each in history]


def _drawing(history: Sequence[Snapshot], target: str) -> Element:
    times = _seconds(history)
    scale = Scale(min(times), max(times), ceiling(max(each.segments for each in history)))
    key = re.sub(r"\W", "-", target)
    names = f"chart-{key}-title", f"chart-{key}-text"
    return element(
        "svg",
        element("title", f"Progress of {target}", id=names[0]),
        element("desc", _in_words(history), id=names[1]),
        *_layers(history, [scale.across(time) for time in times], scale),
        *_axes(scale),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=" ".join(names),
    )


def _layers(history: Sequence[Snapshot], across: Sequence[float], scale: Scale) -> Iterator[Element]:
    ground = [0] * len(history)
    for state in STATES:
        above = [low + getattr(each, state) for low, each in zip(ground, history, strict=True)]
        there = [(x, scale.down(number)) for x, number in zip(across, above, strict=True)]
        back = [(x, scale.down(number)) for x, number in zip(across, ground, strict=True)]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*there, *reversed(back)])
        yield element("polygon", points=points, class_=state)
        ground = above


def _axes(scale: Scale) -> Iterator[Element]:
    for y, text in scale.numbers():
        yield element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid")
        yield element("text", text, x=LEFT - 8, y=y + 4, text_anchor="end")
    marks = list(scale.times())
    for number, (x, text) in enumerate(marks):
        last = number == len(marks) - 1
        anchor = "start" if number == 0 else "end" if last else "middle"
        more = {} if number == 0 or last else {"class_": "between"}
        yield element("text", text, x=f"{x:.1f}", y=HEIGHT - 8, text_anchor=anchor, **more)


def _legend(last: Snapshot) -> Element:
    """What the colours mean, from the top of the chart down, and how many there are now."""
    items = []
    for state in reversed(STATES):
        swatch = element("svg", element("rect", width=10, height=10, class_=state), viewBox="0 0 10 10")
        swatch.set("aria-hidden", "true")
        items.append(element("li", swatch, f"{state}: {getattr(last, state):,}"))
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
