"""Whole files: read at once, replaced atomically."""

import contextlib
import errno
import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.model.sentence import reason

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
TEMPORARY = ".i18n-"
"""How the names of temporary files begin."""


class DiskRefused(ArticleError):
    """A file that can't be written, whatever would stand in it; the same may do the next time."""


def read(path: Path) -> bytes:
    """The file's bytes. Raises ArticleError saying why it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _refusal(error, path, "read", ArticleError) from error


def read_if_there(path: Path) -> bytes | None:
    """The file's bytes, None where there is no such file. Raises ArticleError saying why it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        if not is_there(path):
            return None
        raise _refusal(error, path, "read", ArticleError) from error


def is_there(path: Path) -> bool:
    """Whether there is something, if only a link to nothing; what can't be seen may well be there."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def write(path: Path, content: bytes, *, replace: Callable[[Path, Path], object] = os.replace) -> bool:
    """Put `content` into the file as a whole: a reader meets the old bytes or the new ones.

    Makes missing folders, keeps an existing file's mode, writes nothing where the bytes are equal;
    a symbolic link is replaced, what it points to stays. `replace` is what moves the finished
    temporary file over the path. Returns whether it wrote. Raises DiskRefused with the reason
    (no space, no permission, read-only); then the file is as it was and nothing is left beside it.
    """
    temporary = path.with_name(f"{TEMPORARY}{blake2b(os.fsencode(path.name), digest_size=8).hexdigest()}")
    try:
        # A run that was killed may have left one; under the same name the next write finds it.
        temporary.unlink(missing_ok=True)
        if _has(path, content):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _fill(temporary, content, _status(path))
        replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _refusal(error, path, "written") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return True


def move(old: Path, new: Path) -> bool:
    """Give a file another path and make missing folders; False where there is no such file.

    Raises DiskRefused with the reason; then the file is where it was.
    """
    try:
        if not old.is_file():
            return False
        if new.exists():
            raise FileExistsError(errno.EEXIST, "something of that name is there already")
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
        _sync_folder(new.parent)
        _sync_folder(old.parent)
    except OSError as error:
        raise _refusal(error, new, "moved there") from error
    return True


def _has(path: Path, content: bytes) -> bool:
    status = _status(path)
    return status is not None and status.st_size == len(content) and path.read_bytes() == content


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _fill(path: Path, content: bytes, like: os.stat_result | None) -> None:
    with path.open("xb") as file:
        file.write(content)
        if like:
            # Disks without owners or modes refuse; the text matters more.
            with contextlib.suppress(PermissionError):
                os.fchown(file.fileno(), like.st_uid, like.st_gid)
            with contextlib.suppress(PermissionError):
                os.fchmod(file.fileno(), like.st_mode & 0o7777)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # network disks know no fsync of folders
            raise
    finally:
        os.close(descriptor)


def _refusal(error: OSError, path: Path, done: str, kind: type[ArticleError] = DiskRefused) -> ArticleError:
    why, mending = _why(error)
    return kind(f"It can't be {done}: {why}.", place=Place(str(path)), mending=mending)


def _why(error: OSError) -> tuple[str, str]:
    if error.errno in _FULL:
        return "no space is left on the disk", "Free some and run again; the file is as it was."
    if error.errno in _FORBIDDEN:
        return "permission denied", "Allow it for the user who runs this."
    if error.errno == errno.EROFS:
        return "the file system is read-only", "Mount it for writing or choose another place."
    if error.errno == errno.ENOENT:
        return "no such file or directory", "Put it there, or run again without it."
    if error.errno == errno.EISDIR:
        return "it is a folder", "Rename or remove that folder."
    return reason(error), ""
