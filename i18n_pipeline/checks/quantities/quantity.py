"""Quantities in a text, by all the values that they may have, and how notations are read."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

HOURS = 12
"""On a clock's face."""


class Weight(Enum):
    """Whether the other text has to have a quantity too."""

    FIGURE = auto()
    """In figures: it has to."""
    WORD = auto()
    """A cardinal in words: it has to where the other has another one in words."""
    HINT = auto()
    """A word that may stand for a figure (`twice`, `quarter`, `eerste`): it need not."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as written, with what it may mean.

    `readings` are its possible values: `n:` a number, `t:` minutes of the day, `m:` a month, `p:` a
    telephone number, `v:` a version. `foreign` are those that it has by the other language's use of
    comma and full stop.
    """

    written: str
    readings: frozenset[str]
    weight: Weight = Weight.FIGURE
    foreign: frozenset[str] = frozenset()

    @property
    def said_time(self) -> frozenset[str]:
        """The readings of a time in words (`half tien`, `nine o'clock`), none of other quantities."""
        times = (reading for reading in self.readings if reading.startswith("t:"))
        return frozenset(times if self.weight is Weight.HINT else ())


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Iterable[Quantity]]]
"""A notation, and what a match of it says."""


def scan(text: str, rules: Sequence[Rule]) -> Iterator[Quantity]:
    """The quantities by the first rule that takes each place."""
    for notation, read in rules:
        for match in notation.finditer(text):
            yield from read(match)
        text = notation.sub(lambda match: "\0" * len(match[0]), text)


def number(value: Decimal | int) -> str:
    """The reading of a number: `n:1234.5`."""
    return f"n:{Decimal(value).normalize():f}"


def clock(hour: int, minute: int = 0, *, half_day: bool = True) -> frozenset[str]:
    """The readings of a time; up to 12 hours it may be of either half of the day."""
    minutes = hour % 24 * 60 + minute
    both = half_day and 1 <= hour <= HOURS
    return frozenset({f"t:{minutes}"} | ({f"t:{(minutes + 720) % 1440}"} if both else set()))


def date(written: str, days: Iterable[int], months: Iterable[int], year: int) -> Iterator[Quantity]:
    """Day, month and year of a date in figures."""
    yield Quantity(written, frozenset(map(number, days)))
    yield Quantity(written, frozenset(f"m:{month}" for month in months))
    yield Quantity(written, frozenset({number(year)}))
