"""When an article that failed is tried again."""

MINUTE = 60.0
DAY = 24 * 60 * MINUTE


def delay(failures: int) -> float:
    """Seconds to wait after so many failures in a row: 1, 2, 4, … minutes, a day at most.

    All waits before it together are shorter, so that an engine that was away for an hour is asked
    again within the next one.
    """
    return min(MINUTE * 2 ** min(failures - 1, 20), DAY) if failures else 0.0


def due(failures: int, tried: float, now: float) -> bool:
    """Whether it is time to try again; times in seconds since 1970.

    A clock that was set back makes nobody wait for longer than the delay itself.
    """
    return not 0 <= now - tried < delay(failures)
