"""Where numbers and times stand in a drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

WIDTH, HEIGHT = 640, 280
LEFT, RIGHT, TOP, BOTTOM = 72, 12, 14, 34
_STEPS = 4
_SHORT = 10_000
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Scale:
    """From `first` to `last` (seconds) across, from 0 to `top` upwards; in units of the drawing."""

    first: float
    last: float
    top: int

    def across(self, time: float) -> float:
        """Where a time stands, from the left."""
        return LEFT + (time - self.first) / (self.last - self.first) * (WIDTH - LEFT - RIGHT)

    def down(self, number: int) -> float:
        """Where a number stands, from above."""
        return HEIGHT - BOTTOM - number / self.top * (HEIGHT - TOP - BOTTOM)

    def numbers(self) -> Iterator[tuple[float, str]]:
        """Marks of the upright axis: where, and what is written there."""
        for step in range(_STEPS + 1):
            number = self.top * step // _STEPS
            yield self.down(number), f"{number / 1000:g}k" if number and self.top >= _SHORT else f"{number:,}"

    def times(self) -> Iterator[tuple[float, str]]:
        """Marks of the other axis: days, or hours within days where there are few."""
        length = self.last - self.first
        form = "%Y-%m-%d" if length >= (_STEPS - 1) * _DAY else "%m-%d %H:%M"
        for step in range(_STEPS):
            time = self.first + length * step / (_STEPS - 1)
            yield self.across(time), datetime.fromtimestamp(time, UTC).strftime(form)


def ceiling(number: int) -> int:
    """Four times a round number, and not below this one: 534 has 600, ten has 12."""
    quarter = max(1, -(-number // _STEPS))
    unit = max(1, int(10 ** (len(str(quarter)) - 1)) // 2)
    return _STEPS * unit * -(-quarter // unit)


def thinned(numbers: Sequence[int], most: int) -> list[int]:
    """At most so many of them, evenly, first and last among them."""
    if len(numbers) <= most:
        return list(numbers)
    return [numbers[round(step * (len(numbers) - 1) / (most - 1))] for step in range(most)]
