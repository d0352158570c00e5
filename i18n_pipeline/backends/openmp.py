"""How the threads of an engine's arithmetic (OpenMP) wait for each other."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_WAITING = "OMP_WAIT_POLICY"


@contextmanager
def patient_threads() -> Iterator[None]:
    """Let OpenMP's threads sleep while they wait; it reads that when a library is loaded inside this.

    By default they keep their core busy, and on a machine that has other work too each step of the
    arithmetic waits until all of them have had their turn: ten times as slow and more.
    """
    if _WAITING in os.environ:
        yield
        return
    os.environ[_WAITING] = "passive"
    try:
        yield
    finally:
        del os.environ[_WAITING]
