"""Disk space that is set aside for what has to be kept when there is no more of it."""

import os
from pathlib import Path

_BLOCK = 4096


class Reserve:
    """A file whose blocks are allocated; it is given up piece by piece, from its end."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def make(self, size: int) -> None:
        """Set so many bytes aside; a file that is large enough stays.

        Raises OSError where the disk has not got them; then the file is as it was.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            there = os.fstat(descriptor).st_size
            try:
                _allocate(descriptor, there, size)
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, there)
                raise
        finally:
            os.close(descriptor)

    def give_up(self, size: int) -> bool:
        """Free so many bytes or what is left; False where nothing is, or it can't be freed."""
        try:
            there = self._path.stat().st_size
            if there > size:
                os.truncate(self._path, there - size)
            else:
                self._path.unlink()
        except OSError:
            return False
        return there > 0


def _allocate(descriptor: int, there: int, size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)  # a copy of the file may have holes
        return
    for start in range(there, size, _BLOCK):  # macOS has no such call; what is written is allocated too
        os.pwrite(descriptor, bytes(_BLOCK), start)
