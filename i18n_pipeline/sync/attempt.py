"""A pass of a process that goes on whatever becomes of it."""

import logging
from collections.abc import Callable

from i18n_pipeline.errors import PipelineError

INTERRUPTED = 130
_BROKEN = 3
_LOG = logging.getLogger(__name__)


def attempt(one_pass: Callable[[], int]) -> int:
    """Do a pass, log what went wrong and its exit status, and give that; 130 where it was interrupted."""
    _LOG.info("A pass begins.")
    try:
        status = one_pass()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except PipelineError as error:
        _LOG.error("%s", error)
        status = error.exit_status
    except Exception:  # noqa: BLE001 - a schedule outlives a bug, which is logged whole
        _LOG.exception("The pass broke off; this is a bug.")
        status = _BROKEN
    _LOG.log(logging.WARNING if status else logging.INFO, "The pass ended with exit status %d.", status)
    return status
