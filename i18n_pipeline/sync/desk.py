"""An editor's desk: what is saved below a project's folders, as the operating system tells of it."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from watchfiles import Change
from watchfiles import watch as changes

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.storage.state import Signature, signature_of
from i18n_pipeline.storage.walk import walk
from i18n_pipeline.sync.places import SETTINGS_FILE, Places, is_folder, news

_QUIET = 100
"""Milliseconds without a save that end a batch."""
_LONGEST = 400
"""Milliseconds after which a batch ends all the same."""
_LOOK = 400
"""Milliseconds between looks at single files, and for folders that are new."""
_REFERENCE = getattr(os, "O_PATH", os.O_RDONLY)
"""Opens a folder that may not be listed, too, where the operating system can do that."""

Node = tuple[int, int]
"""Device and inode: what a folder is to those who watch it, whatever its path."""


class Desk:
    """The saves in a project; `read` gives the places by its settings, and raises PipelineError."""

    def __init__(self, root: Path, read: Callable[[], Places]) -> None:
        self._root = root.resolve()
        self._read = read
        self._places = read()

    def saves(self) -> Iterator[frozenset[str]]:
        """Batches of paths relative to the root, empty ones too; the first when watching has begun.

        Settings that were saved hold from then on, unless they are broken; folders that come later, or in
        the place of another, are watched as well.
        """
        seen = self._signatures()
        for batch in self._watched():
            now = self._signatures()
            # Single files are looked at: an editor may put another file in the place of the watched one.
            singles = {path for path in now if now[path] != seen.get(path)}
            if SETTINGS_FILE in singles:
                self._settle()
            seen = {**self._signatures(), **now}
            yield batch | singles

    def news(self, paths: frozenset[str]) -> list[str]:
        """Those of the paths whose file is otherwise than the last pass read or wrote it."""
        return news(self._root, self._places, paths)

    def _settle(self) -> None:
        try:
            self._places = self._read()
        except PipelineError:
            return  # the pass that follows says what is wrong

    def _signatures(self) -> dict[str, Signature | None]:
        return {path: signature_of(self._root / path) for path in self._places.files}

    def _watched(self) -> Iterator[frozenset[str]]:
        """Batches in the folders there are; everything in them when other folders begin to be watched."""
        missed: Callable[[], frozenset[str]] = frozenset
        while True:
            with _held(self._folders()) as nodes:
                for batch in self._batches(nodes):
                    yield batch | missed()
                    missed = frozenset
                    if {folder: _node(folder) for folder in self._folders()} != nodes:
                        break
            missed = self._everything

    def _folders(self) -> tuple[Path, ...]:
        return self._places.folders(self._root)

    def _everything(self) -> frozenset[str]:
        return frozenset(path for folder in self._folders() for path in self._inside(folder))

    def _batches(self, folders: Iterable[Path]) -> Iterator[frozenset[str]]:
        for batch in changes(
            *folders,
            watch_filter=self._counts,
            debounce=_LONGEST,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            yield frozenset(path for _, changed in batch for path in self._paths(Path(changed)))

    def _counts(self, change: Change, path: str) -> bool:
        is_new_folder = change is Change.added and is_folder(Path(path))
        return is_new_folder or self._places.have(self._relative(Path(path)))

    def _paths(self, path: Path) -> Iterator[str]:
        """The path itself; of a folder that came, or was renamed, what is in it."""
        if is_folder(path):
            yield from self._inside(path)
        else:
            yield self._relative(path)

    def _inside(self, folder: Path) -> Iterator[str]:
        items = walk(self._root, self._relative(folder).removeprefix("."))
        return (item.path for item in items if not item.is_folder and self._places.have(item.path))

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


@contextmanager
def _held(folders: Iterable[Path]) -> Iterator[dict[Path, Node | None]]:
    """The folders' nodes; while they are held, a new folder can't get the inode of one that was deleted."""
    with ExitStack() as stack:
        nodes = {}
        for folder in folders:
            with suppress(OSError):
                descriptor = os.open(folder, _REFERENCE)
                stack.callback(os.close, descriptor)
                nodes[folder] = _node(descriptor)
        yield nodes


def _node(folder: Path | int) -> Node | None:
    with suppress(OSError):
        status = os.stat(folder)  # noqa: PTH116 - a descriptor, too
        return status.st_dev, status.st_ino
    return None
