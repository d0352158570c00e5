"""One run at a time: a lock file that the operating system frees when its holder dies."""

import contextlib
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from i18n_pipeline.errors import LockHeld, Place, UsageError

LOCK_FILE = ".i18n/lock"


@contextlib.contextmanager
def run_lock(root: Path, started: datetime | None = None) -> Iterator[None]:
    """Hold the project's lock for the time of a `with` block.

    The file names host, process and start (`started`, else now). Raises LockHeld naming them at
    once where another run holds it, UsageError where the file can't be made.
    """
    path = root / LOCK_FILE
    descriptor = _opened(path)
    try:
        _take(descriptor, path)
        _sign(descriptor, started or datetime.now(UTC))
        yield
        # Not removed: a run that has it open already would then hold a lock that nobody sees.
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise _unusable(error, path) from error


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
    problem = f"The lock file can't be used: {(error.strerror or str(error)).lower()}."
    mending = "A run needs to write and lock it, even one that changes no article."
    return UsageError(problem, place=Place(str(path)), mending=mending)
