"""When an article that failed is tried again."""

MINUTE = 60.0
_DOUBLINGS = 10


def delay(failures: int) -> float:
    """Seconds to wait after so many failures in a row: 1, 2, 4, … minutes, 1,024 at most.

    All waits before it together are shorter, so that an engine that was away for an hour is asked
    again within the next one. 17 hours let a pass a day try each time, also after one that began late
    and took long, and on the day that has 23 hours.
    """
    return MINUTE * 2 ** min(failures - 1, _DOUBLINGS) if failures else 0.0


def due(failures: int, tried: float, now: float) -> bool:
    """Whether it is time to try again; times in seconds since 1970.

    A clock that was set back makes nobody wait for longer than the delay itself.
    """
    return not 0 <= now - tried < delay(failures)
