"""How many requests go to DeepL at once: all while it is well, fewer after it refused some."""

import math
import time
from collections import deque
from collections.abc import Callable
from threading import Condition

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 8.0
LONGEST_WISH = 60.0
"""Seconds: the gate's own pauses, and what a server may ask for (Retry-After)."""


class Gate:
    """Shared by all threads of an engine; additive increase, multiplicative decrease (RFC 5681, 3.1).

    It stands open until a request is refused for overload. After a pause half of what was in flight at
    most may go on; with each success more go on at once. Where one at a time is still too many, the
    pause doubles. Refusals of requests that were in flight together count once. Requests wait in a row,
    and one that was refused goes to its end: none uses up its repetitions while others wait.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._changed = Condition()
        self._row: deque[object] = deque()
        self._in_flight = self._most = 0
        self._limit = math.inf
        self._pause = 0.0
        self._opens = -math.inf
        self._wave = 0

    def enter(self) -> int:
        """Wait until a request may go; gives what `leave` wants to know when it is over."""
        ticket = object()
        with self._changed:
            self._row.append(ticket)
        try:
            while (pause := self._pause_for(ticket)) > 0:
                self._sleep(pause)
            with self._changed:
                self._in_flight += 1
                self._most = max(self._most, self._in_flight)
                return self._wave
        finally:
            with self._changed:
                self._row.remove(ticket)
                self._changed.notify_all()

    def leave(self, wave: int, *, refused: bool = False, well: bool = False, after: float = 0.0) -> None:
        """A request is over: `refused` for overload, with a wish for `after` seconds of rest, or `well`."""
        with self._changed:
            if refused:
                self._slow_down(wave, after)
            elif well and wave == self._wave:
                self._speed_up()
            self._in_flight -= 1
            self._changed.notify_all()

    def _pause_for(self, ticket: object) -> float:
        """Wait for the head of the row and a free place; how many seconds are left to wait then."""
        with self._changed:
            self._changed.wait_for(lambda: self._row[0] is ticket and self._in_flight + 1 <= self._limit)
            return self._opens - self._clock()

    def _slow_down(self, wave: int, after: float) -> None:
        if wave == self._wave:
            self._wave += 1
            self._pause = min(self._pause * 2, LONGEST_PAUSE) if self._limit == 1 else FIRST_PAUSE
            self._limit = max(1.0, min(self._limit, self._most) / 2)
            self._most = 0
        rest = max(self._pause, min(after, LONGEST_WISH))
        self._opens = max(self._opens, self._clock() + rest)

    def _speed_up(self) -> None:
        self._limit += 1 / self._limit
