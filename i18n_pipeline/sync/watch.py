"""`translate sync --watch`: a pass when a file of the project was saved, at an editor's desk."""

import logging
from collections.abc import Callable, Iterable

from i18n_pipeline.sync.attempt import INTERRUPTED, attempt

_LOG = logging.getLogger(__name__)


def watch(
    one_pass: Callable[[], int],
    saves: Iterable[frozenset[str]],
    news: Callable[[frozenset[str]], list[str]],
) -> int:
    """Do a pass when watching has begun, and one after each batch of saves that has news in it.

    `saves` gives an empty batch first, then the paths that changed; those that changed during a pass
    come after it. `news` picks those that are otherwise than the last pass left them: its own writes
    are none. Ends with a KeyboardInterrupt (Ctrl-C, SIGTERM): gives 0 where it came between
    passes, 130 where it came in one.
    """
    batches = iter(saves)
    try:
        next(batches)
        while attempt(one_pass) != INTERRUPTED:
            saved = next(filter(None, map(news, batches)), None)
            if saved is None:
                return 0
            _LOG.info("Saved: %s.", ", ".join(saved))
    except KeyboardInterrupt:
        _LOG.info("Told to end, between two passes.")
        return 0
    return INTERRUPTED
