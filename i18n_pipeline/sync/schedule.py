"""`translate sync --every`: passes at a schedule's times, one at a time, until the process is told to end."""

import contextlib
import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from i18n_pipeline.sync.attempt import INTERRUPTED, attempt
from i18n_pipeline.sync.clock import MACHINE, Clock
from i18n_pipeline.sync.cron import Cron

ALIVE_FILE = ".i18n/alive"
_NAP = 60.0
"""Seconds to sleep at most: then a machine that was suspended, or a clock that was set, is noticed."""
_CORRECTED = timedelta(hours=3)
"""A clock that goes back further was wrong before: Debian's cron (cron(8)) draws the line there, too."""
_LOG = logging.getLogger(__name__)


def serve(
    one_pass: Callable[[], int],
    cron: Cron,
    *,
    jitter: float = 0.0,
    alive: Callable[[], None] = lambda: None,
    clock: Clock = MACHINE,
    draw: Callable[[float, float], float] = random.uniform,
) -> int:
    """Do a pass at each of the schedule's times, up to `jitter` seconds later, whatever the last one gave.

    Times that come while a pass runs are left out; those that come while the machine sleeps make one
    pass. A clock that is set back brings no time again, unless it goes back for more than three hours.
    `alive` is called once a minute or more often, except during a pass. Ends with a KeyboardInterrupt
    (Ctrl-C, SIGTERM): gives 0 where it came between passes, 130 where it came in one.
    """
    due = clock.now()
    while True:
        try:
            due = _next(cron, due, clock)
            while not _came(due + timedelta(seconds=draw(0.0, jitter)), clock, alive):
                due = _next(cron, clock.now(), clock)
        except KeyboardInterrupt:
            _LOG.info("Told to end, between two passes.")
            return 0
        if attempt(one_pass) == INTERRUPTED:
            return INTERRUPTED


def touch(root: Path) -> None:
    """Leave a sign of life, a file's time, for a health check; a disk that refuses stops nothing."""
    with contextlib.suppress(OSError):
        (root / ALIVE_FILE).parent.mkdir(exist_ok=True)
        (root / ALIVE_FILE).touch()


def _next(cron: Cron, last: datetime, clock: Clock) -> datetime:
    """The schedule's next time; a clock that was set back does not bring the last one again."""
    now = clock.now()
    if last - now > _CORRECTED:
        last = now
    if (missed := cron.after(last)) <= now:
        _LOG.warning(
            "From %s on, times are left out: a pass took long, or the machine slept.", _shown(missed)
        )
    due = cron.after(max(now, last))
    _LOG.info("The next pass is at %s.", _shown(due))
    return due


def _shown(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes")


def _came(start: datetime, clock: Clock, alive: Callable[[], None]) -> bool:
    """Wait for a moment; False where the clock was found wrong meanwhile."""
    alive()
    before = clock.now()
    while (left := (start - (now := clock.now())).total_seconds()) > 0:
        if before - now > _CORRECTED:
            _LOG.warning("The clock was set back to %s.", _shown(now))
            return False
        before = now
        clock.sleep(min(left, _NAP))
        alive()
    return True
