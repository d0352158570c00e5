"""Disk space that is set aside."""

import errno
import os
import resource
from pathlib import Path

import pytest

from i18n_pipeline.storage.reserve import Reserve

SIZE = 64 * 1024


def test_the_blocks_are_allocated(tmp_path: Path) -> None:
    """The disk really has them, also where a copy of the file had holes; making it again changes nothing."""
    path = tmp_path / "reserve"
    path.touch()
    os.truncate(path, SIZE)
    for _ in range(2):
        Reserve(path).make(SIZE)
        assert (path.stat().st_size, path.stat().st_blocks * 512) == (SIZE, SIZE)


def test_it_is_given_up_piece_by_piece(tmp_path: Path) -> None:
    """Each piece frees its blocks; with the last the file is gone, and nothing is left to give."""
    path = tmp_path / "reserve"
    reserve = Reserve(path)
    reserve.make(SIZE)
    assert reserve.give_up(SIZE // 4 * 3)
    assert path.stat().st_blocks * 512 == SIZE // 4
    assert reserve.give_up(SIZE)
    assert not path.exists()
    assert not reserve.give_up(SIZE)


def test_without_room_there_is_no_more_of_it_than_before(tmp_path: Path) -> None:
    """A disk that refuses is an error, and what was set aside stays."""
    path = tmp_path / "reserve"
    Reserve(path).make(SIZE)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * SIZE, limits[1]))
    try:
        with pytest.raises(OSError, match="too large") as caught:
            Reserve(path).make(4 * SIZE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.errno == errno.EFBIG
    assert path.stat().st_size == SIZE
