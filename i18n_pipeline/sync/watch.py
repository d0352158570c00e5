"""`translate sync --watch`: a pass when a file of the project was saved, at an editor's desk."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress

from i18n_pipeline.errors import LockHeld
from i18n_pipeline.sync.attempt import INTERRUPTED, attempt
from i18n_pipeline.sync.clock import MACHINE, Clock

_PAUSE = 0.5
"""Seconds between looks whether another run has ended."""
_LOG = logging.getLogger(__name__)


def watch(
    one_pass: Callable[[], int],
    saves: Iterable[frozenset[str]],
    news: Callable[[frozenset[str]], list[str]],
    clock: Clock = MACHINE,
) -> int:
    """Do a pass when watching has begun, and one after each batch of saves that has news in it.

    `saves` gives an empty batch first, then the paths that changed; those that changed during a pass
    come after it. `news` picks those that are otherwise than the last pass left them: its own writes
    are none. A pass that another run keeps off is done when that has ended. Ends with a
    KeyboardInterrupt (Ctrl-C, SIGTERM): gives 0 where it came between passes, 130 where it came in
    one, or in the wait for another run.
    """
    batches = iter(saves)
    try:
        next(batches)
        while _done(one_pass, clock) != INTERRUPTED:
            saved = next(filter(None, map(news, batches)), None)
            if saved is None:
                return 0
            _LOG.info("Saved: %s.", ", ".join(saved))
    except KeyboardInterrupt:
        _LOG.info("Told to end, between two passes.")
        return 0
    return INTERRUPTED


def _done(one_pass: Callable[[], int], clock: Clock) -> int:
    """Do a pass, and give its exit status; that it has to wait for another run is told once."""

    def when_free() -> int:
        while True:
            clock.sleep(_PAUSE)
            with suppress(LockHeld):
                return one_pass()

    status = attempt(one_pass)
    if status == LockHeld.exit_status:
        _LOG.info("It is done when that run has ended.")
        status = attempt(when_free)
    return status
