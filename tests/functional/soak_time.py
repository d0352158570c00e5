"""Simulated time: sleeping moves it, people and accidents come at their moments, clocks are set wrong."""

import heapq
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count

from i18n_pipeline.sync.clock import Clock

MINUTE = timedelta(minutes=1)
CORRECTION = timedelta(hours=3)


class SimulatedTime:
    """`true` goes on by itself alone; what the machine's clock shows is `skew` ahead of it.

    `set_at` has, for each time that somebody set the clock, when and by how much.
    """

    def __init__(self, start: datetime) -> None:
        self.start = self.true = start
        self.skew = timedelta()
        self.set_at: list[tuple[datetime, timedelta]] = []
        self._coming: list[tuple[datetime, int, Callable[[], None]]] = []
        self._number = count()

    @property
    def clock(self) -> Clock:
        """The machine's clock."""
        return Clock(self.shown, lambda seconds: self.go(timedelta(seconds=seconds)))

    def shown(self) -> datetime:
        """What the clock shows now."""
        return self.true + self.skew

    def at(self, days: float, do: Callable[[], None]) -> None:
        """Something happens so many days after the start, at a full minute."""
        moment = self.start + round(timedelta(days=days) / MINUTE) * MINUTE
        heapq.heappush(self._coming, (moment, next(self._number), do))

    def within(self, hours: float, do: Callable[[], None]) -> None:
        """Something happens so many hours from now."""
        self.at((self.true - self.start) / timedelta(days=1) + hours / 24, do)

    def go(self, long: timedelta) -> None:
        """Time passes; what happens in it may interrupt it."""
        until = self.true + long
        while self._coming and self._coming[0][0] <= until:
            moment, _, do = heapq.heappop(self._coming)
            self.true = max(self.true, moment)
            do()
        self.true = max(self.true, until)

    def set_clock(self, by: timedelta) -> None:
        """Somebody sets the clock."""
        self.skew += by
        self.set_at.append((self.true, by))


def asked_for(
    fits: Callable[[datetime], bool],
    zone: tzinfo,
    time: SimulatedTime,
) -> Iterator[datetime]:
    """The true moments at which a schedule asks for a pass, by looking at the clock every minute.

    `fits` judges the local time. A minute that the clock shows again counts once, one that it leaps over
    counts when it has leapt. Only a clock that goes back by more than three hours shows new minutes.
    """
    changes, skew = iter([*time.set_at, (time.true + 2 * MINUTE, timedelta())]), timedelta()
    moment, (change, by) = time.start, next(changes)
    last = _local(moment, zone)
    while moment < time.true:
        moment += MINUTE
        if moment >= change:
            skew, (change, by) = skew + by, next(changes)
        local = _local(moment + skew, zone)
        if last - local > CORRECTION:
            last = local
            continue
        leapt = (last + n * MINUTE for n in range(1, (local - last) // MINUTE + 1))
        if any(map(fits, leapt)):
            yield moment
        last = max(last, local)


def _local(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def utc(text: str) -> datetime:
    """A moment from its ISO form."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
