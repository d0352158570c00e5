"""One run at a time: a lock file that the operating system frees when its holder dies."""

import contextlib
import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from i18n_pipeline.errors import LockHeld, Place, UsageError
from i18n_pipeline.model.sentence import reason

LOCK_FILE = ".i18n/lock"
_PAUSE = 0.1
"""Seconds between two attempts."""


@contextlib.contextmanager
def run_lock(root: Path, started: datetime | None = None, *, wait: float = 0.0) -> Iterator[bool]:
    """Hold the project's lock for the time of a `with` block, which gets whether the last run was killed.

    The file names host, process and start (`started`, else now). Raises LockHeld naming them where
    another run still holds it after `wait` seconds, UsageError where the file can't be made.
    """
    path = root / LOCK_FILE
    descriptor = _taken(path, time.monotonic() + wait)
    try:
        killed = os.fstat(descriptor).st_size > 0
        _sign(descriptor, started or datetime.now(UTC))
        yield killed
        # Not removed: a run that has it open already would then hold a lock that nobody sees.
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _taken(path: Path, deadline: float) -> int:
    """The open lock file, locked; a file that was deleted while we waited for it holds nobody off."""
    while True:
        descriptor = _opened(path)
        try:
            _take(descriptor, path)
            if _is_at(descriptor, path):
                return descriptor
        except LockHeld:
            if time.monotonic() >= deadline:
                os.close(descriptor)
                raise
            time.sleep(_PAUSE)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise _unusable(error, path) from error


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        problem = f"Another run works on this project: {_holder(descriptor)}."
        raise LockHeld(problem, place=Place(str(path)), mending="Wait until it ends, or stop it.") from None
    except OSError as error:
        raise _unusable(error, path) from error


def _sign(descriptor: int, started: datetime) -> None:
    holder = {"host": socket.gethostname(), "pid": os.getpid(), "started": started.isoformat("T", "seconds")}
    # The lock holds without a name too: a full disk is for those to report who have something to save.
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(holder).encode(), 0)


def _holder(descriptor: int) -> str:
    try:
        holder = json.loads(os.pread(descriptor, 4096, 0))
        return f"process {holder['pid']} on {holder['host']}, since {holder['started']}"
    except (ValueError, KeyError, TypeError):
        return "it has just begun"


def _unusable(error: OSError, path: Path) -> UsageError:
    problem = f"The lock file can't be used: {reason(error)}."
    mending = "A run needs to write and lock it, even one that changes no article."
    return UsageError(problem, place=Place(str(path)), mending=mending)
