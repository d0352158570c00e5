"""A digest of whatever stands in folders: names, kinds, sizes, times and inodes; standard library only."""

from __future__ import annotations

import marshal
import os
import time
from _blake2 import blake2b  # hashlib loads OpenSSL first, which takes longer than a thousand files
from stat import S_IFDIR, S_IFMT, S_IFREG

TYPE_CHECKING = False  # the module typing takes as long to load as a thousand files
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WITHOUT_REFERENCES = 2
"""The version of marshal whose bytes depend on the values alone; later ones tell shared objects."""

NOBODYS = (".", "~$")
"""As in `storage.walk`, which takes long to load."""

Row = tuple[str, int, int, int, int, int]
"""An entry's name, mode, size, times of modification and change in nanoseconds, and inode."""

Signature = tuple[int, int, int, int]
"""The same without name and mode: what changes with a file's content, nearly always."""

Piece = tuple[str, bool]
"""A folder, and whether those below it are meant too."""


class Listing:
    """What was found: its digest, the latest time in it, the rows by folder, and when it was begun.

    Times are nanoseconds since 1970. Rows stay in marshal's form until somebody wants one.
    """

    __slots__ = ("begun", "digest", "folders", "latest")

    def __init__(
        self, digest: str, latest: int, folders: Sequence[tuple[str, bytes]], begun: int = 0
    ) -> None:
        self.digest, self.latest, self.folders, self.begun = digest, latest, folders, begun

    def signatures(self, root: str) -> dict[str, Signature]:
        """Size, times and inode of each file by its path relative to the root."""
        start = len(root.rstrip("/")) + 1
        return {
            f"{folder}/{row[0]}"[start:]: row[2:]
            for folder, rows in self.folders
            for row in marshal.loads(rows)  # noqa: S302 - of our own making
        }


def listed(root: str, folders: Sequence[str], *, parallel: bool = False) -> Listing | None:
    """List the folders (relative to the root) and all below them.

    None in doubt: a link, which may lead elsewhere, or a file that vanished meanwhile. `parallel` lets a
    forked child do one half, which only a process without threads may ask for.
    """
    begun = time.time_ns()
    try:
        pieces = list(_pieces(root, folders))
        first, second = (_in_two if parallel else _in_one)(pieces[::2], pieces[1::2])
    except OSError:
        return None
    if not (first and second):
        return None
    digest, latest = f"{first.digest}{second.digest}", max(first.latest, second.latest)
    return Listing(digest, latest, (*first.folders, *second.folders), begun)


def _pieces(root: str, folders: Sequence[str]) -> Iterator[Piece]:
    """Pieces of about equal work: each folder by itself, and all that is below each folder in it."""
    for folder in folders:
        top = os.path.join(root, folder).rstrip("/")  # noqa: PTH118
        if os.path.isdir(top):  # noqa: PTH112
            yield top, False
            with os.scandir(top) as entries:
                below = [each.path for each in entries if not each.name.startswith(NOBODYS) and each.is_dir()]
            yield from ((path, True) for path in sorted(below))


def _in_one(first: Sequence[Piece], second: Sequence[Piece]) -> tuple[Listing | None, Listing | None]:
    return _half(first), _half(second)


def _in_two(first: Sequence[Piece], second: Sequence[Piece]) -> tuple[Listing | None, Listing | None]:
    """The same with a child that does the second half; it says nothing where it fails."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with open(theirs, "wb") as pipe:  # noqa: PTH123 - a descriptor
                if half := _half(second):
                    marshal.dump((half.digest, half.latest, list(half.folders)), pipe)
        finally:
            os._exit(0)
    os.close(theirs)
    try:
        half = _half(first)
        with open(ours, "rb", closefd=False) as pipe:
            told = pipe.read()
    finally:
        os.close(ours)
        os.waitpid(child, 0)
    return half, Listing(*marshal.loads(told)) if told else None  # noqa: S302 - of our own child


def _half(pieces: Sequence[Piece]) -> Listing | None:
    """These pieces; None where a link is among them."""
    digest, latest, folders = blake2b(digest_size=16), 0, []
    todo = list(pieces)
    while todo:
        folder, deep = todo.pop()
        rows = _rows(folder)
        files = [row for row in rows if S_IFMT(row[1]) == S_IFREG]
        if len(files) < len(rows):
            below = [row[0] for row in rows if S_IFMT(row[1]) == S_IFDIR]
            if len(files) + len(below) < len(rows):
                return None
            todo += [(f"{folder}/{name}", True) for name in below if deep]
        told = marshal.dumps(files, WITHOUT_REFERENCES)
        digest.update(os.fsencode(folder) + told)
        latest = max([latest, *[row[3] for row in files], *[row[4] for row in files]])
        folders.append((folder, told))
    return Listing(digest.hexdigest(), latest, folders)


def _rows(folder: str) -> list[Row]:
    """What is in a folder, save `NOBODYS`; asked of its descriptor, which spares the path's walk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(descriptor) as entries:
            return [
                (
                    entry.name,
                    (it := entry.stat(follow_symlinks=False)).st_mode,
                    it.st_size,
                    it.st_mtime_ns,
                    it.st_ctime_ns,
                    it.st_ino,
                )
                for entry in entries
                if not entry.name.startswith(NOBODYS)
            ]
    finally:
        os.close(descriptor)
