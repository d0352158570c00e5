"""What can go wrong with the test server's answers, once or as a weather that lasts."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

QUOTA_EXCEEDED = 456


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request; without any of it, nothing.

    `status`: answered with it (and `message`, `retry_after`); `delay`: seconds before the answer;
    `cut`: the connection ends without an answer, after the work was done and billed; `body`: sent in
    place of the answer; `more`: translations added (below 0: left out); `drop_tags`: texts come back
    without tags; `unbilled`: `billed_characters` is left out; `rewrite`: applied to each translated
    text.
    """

    status: int = 0
    message: str = ""
    retry_after: str = ""
    delay: float = 0
    cut: bool = False
    body: bytes | None = None
    more: int = 0
    drop_tags: bool = False
    unbilled: bool = False
    rewrite: Callable[[str], Any] | None = None


FAIR = Fault()

Weather = Callable[[], Fault]
"""Asked for each request for translations that has no fault of its own."""


def always(fault: Fault) -> Weather:
    """The same fault for every request."""
    return lambda: fault


def storm(*, requests: int = 0, seconds: float = 0, status: int = 429, retry_after: str = "") -> Weather:
    """Refusals for the first `requests`, and for all within `seconds` of the first of them."""
    fault = Fault(status=status, retry_after=retry_after)
    numbers = count(1)
    start: list[float] = []

    def weather() -> Fault:
        start.append(time.monotonic())
        stormy = next(numbers) <= requests or time.monotonic() - start[0] < seconds
        return fault if stormy else FAIR

    return weather


def now_and_then(fault: Fault, share: float, seed: int) -> Weather:
    """The fault for a share of the requests (0.05: 5%), the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret

    def weather() -> Fault:
        return fault if dice.random() < share else FAIR

    return weather
