"""Whole files."""

import errno
import os
import resource
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.storage.files import DiskRefused, is_there, read, read_if_there, write


def failing(number: int) -> Callable[[Path, Path], None]:
    """A rename that fails as the operating system would."""

    def replace(source: Path, target: Path) -> None:
        assert source.exists()
        raise OSError(number, os.strerror(number), str(target))

    return replace


def names(folder: Path) -> list[str]:
    """All that is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Missing folders are made, nothing else is left beside the file."""
    path = tmp_path / "content" / "en" / "a.md"
    assert write(path, b"text\r\n")
    assert path.read_bytes() == b"text\r\n"
    assert names(path.parent) == ["a.md"]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    """The user's umask decides."""
    write(tmp_path / "a.md", b"a")
    (tmp_path / "b.md").touch()
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "b.md").stat().st_mode


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    """What the group may do stays so."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    assert write(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_equal_bytes_are_not_written(tmp_path: Path) -> None:
    """The file isn't touched: neither its time nor its inode changes."""
    path = tmp_path / "a.md"
    path.write_bytes(b"same")
    os.utime(path, ns=(1, 1))
    before = path.stat()
    assert not write(path, b"same")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, 1)


def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    """No bytes are written too where there was no file."""
    assert write(tmp_path / "a.md", b"")
    assert not write(tmp_path / "a.md", b"")


def test_a_reader_never_meets_a_part(tmp_path: Path) -> None:
    """Until the rename the old bytes stand, and the new ones are whole by then."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    seen: list[tuple[bytes, bytes]] = []

    def replace(source: Path, target: Path) -> None:
        seen.append((source.read_bytes(), target.read_bytes()))
        source.replace(target)

    write(path, b"new", replace=replace)
    assert seen == [(b"new", b"old")]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "no space is left on the disk. Free some and run again; the file is as it was."),
        (errno.EDQUOT, "no space is left on the disk. Free some and run again; the file is as it was."),
        (errno.EACCES, "permission denied. Allow it for the user who runs this."),
        (errno.EROFS, "the file system is read-only. Mount it for writing or choose another place."),
        (errno.EIO, "input/output error."),
    ],
)
def test_a_failure_leaves_the_old_file_alone(tmp_path: Path, number: int, reason: str) -> None:
    """The error names the reason; the old bytes stand and no temporary file is left."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with pytest.raises(ArticleError) as caught:
        write(path, b"new", replace=failing(number))
    assert str(caught.value) == f"{path}: It can't be written: {reason}".strip()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_a_disk_that_fills_up_while_writing_leaves_the_old_file_alone(tmp_path: Path) -> None:
    """A write that the operating system cuts short leaves nothing."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(ArticleError, match="no space is left"):
            write(path, b"x" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_an_interruption_leaves_the_old_file_alone(tmp_path: Path) -> None:
    """Ctrl-C before the rename leaves the old file and nothing beside it."""

    def interrupted(*_: Path) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write(path, b"new", replace=interrupted)
    assert names(tmp_path) == ["a.md"]


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    """The next write of the same file, even of the same bytes, removes the temporary file of a killed one."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    left: list[Path] = []

    def killed(source: Path, target: Path) -> None:
        left.append(source)
        source.replace(target)

    write(path, b"new", replace=killed)
    left[0].write_bytes(b"half")
    assert not write(path, b"new")
    assert names(tmp_path) == ["a.md"]


def test_a_link_is_replaced_not_written_through(tmp_path: Path) -> None:
    """A symbolic link in the place of a post never leads a write elsewhere."""
    other = tmp_path / "other"
    other.write_bytes(b"precious")
    (tmp_path / "a.md").symlink_to(other)
    assert write(tmp_path / "a.md", b"new")
    assert other.read_bytes() == b"precious"
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    """The temporary file's name doesn't grow with the file's."""
    path = tmp_path / ("a" * 252 + ".md")
    assert write(path, b"a")
    assert names(tmp_path) == [path.name]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    """A folder of the file's name is an error by name."""
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ArticleError, match="It can't be written: it is a folder"):
        write(tmp_path / "a.md", b"a")
    assert names(tmp_path) == ["a.md"]


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    """A file where a folder has to be is an error by name."""
    (tmp_path / "en").touch()
    with pytest.raises(ArticleError, match="It can't be written: not a directory"):
        write(tmp_path / "en" / "a.md", b"a")


def test_reading_gives_all_bytes(tmp_path: Path) -> None:
    """Nothing is decoded or changed."""
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf\r\n\x00")
    assert read(tmp_path / "a.md") == b"\xef\xbb\xbf\r\n\x00"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing file and a folder are errors with the path."""
    with pytest.raises(ArticleError, match=r"a\.md: It can't be read: no such file or directory\. Put it"):
        read(tmp_path / "a.md")
    with pytest.raises(ArticleError, match="It can't be read: it is a folder"):
        read(tmp_path)


def test_a_file_that_may_be_missing(tmp_path: Path) -> None:
    """None stands for no file alone: a folder, or a link to nothing, is an error."""
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "link.md").symlink_to("nowhere.md")
    assert read_if_there(tmp_path / "a.md") == b"a"
    assert read_if_there(tmp_path / "b.md") is read_if_there(tmp_path / "a.md" / "c.md") is None
    for name in ("link.md", ""):
        with pytest.raises(ArticleError, match="It can't be read"):
            read_if_there(tmp_path / name)


def test_what_cannot_be_seen_may_be_there(tmp_path: Path) -> None:
    """Only what certainly is not there counts as gone, so that nothing is put away by mistake."""
    assert not is_there(tmp_path / "a.md")
    assert is_there(tmp_path / ("a" * 300))


def test_a_refused_write_is_the_disks_fault(tmp_path: Path) -> None:
    """A write that fails can be told from a file that can't be used."""
    with pytest.raises(DiskRefused, match="it is a folder"):
        write(tmp_path, b"new")
    with pytest.raises(ArticleError) as caught:
        read(tmp_path)
    assert not isinstance(caught.value, DiskRefused)
