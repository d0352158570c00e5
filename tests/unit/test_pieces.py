"""Large files, written whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.storage import pieces


def test_written_whole(tmp_path: Path) -> None:
    """The pieces follow each other; folders are made."""
    pieces.write(tmp_path / "a" / "b.tmx", iter([b"1", b"", b"2"]))
    assert (tmp_path / "a" / "b.tmx").read_bytes() == b"12"


def test_a_failure_in_the_middle(tmp_path: Path) -> None:
    """Where the pieces end with an error, the old file stays and nothing stands beside it."""
    path = tmp_path / "b.tmx"
    path.write_bytes(b"old")

    def broken() -> Iterator[bytes]:
        yield b"new"
        raise PipelineError("broken.")

    with pytest.raises(PipelineError, match="broken"):
        pieces.write(path, broken())
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("b.tmx", b"old")]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """It is named."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PipelineError, match=r"b\.tmx: It can't be written"):
        pieces.write(tmp_path / "file" / "b.tmx", [b"1"])
