"""A project's files, guarded against whoever saves one of them in the middle of a pass."""

import os
from collections.abc import Collection
from pathlib import Path

from i18n_pipeline.errors import ArticleError, PipelineError
from i18n_pipeline.stages.digest import digest
from i18n_pipeline.storage import files
from i18n_pipeline.storage.site import Site
from i18n_pipeline.sync.journal import Journal


class SavedMeanwhile(ArticleError):
    """Somebody saved the file after it was read; it is as they left it."""


class Watched:
    """Files below a root that are replaced only while they are as they were when they were read.

    `posts` are noted in the journal before they are written. `known` has the digest of each file that
    was read or written, empty for one that wasn't there.
    """

    def __init__(self, root: Path, journal: Journal, posts: Collection[str]) -> None:
        self._root = root
        self._site = Site(root)
        self._journal = journal
        self._posts = posts
        self.known: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        """A file's bytes; raises ArticleError saying why it can't be read."""
        data = self._site.read(path)
        self.known[path] = digest(data)
        return data

    def read_if_there(self, path: str) -> bytes | None:
        """A file's bytes, None where there is none, or only what a pass that was killed wrote."""
        data = self._site.read_if_there(path)
        self.known[path] = "" if data is None else digest(data)
        return None if self._journal.has(path, self.known[path]) else data

    def write(self, path: str, data: bytes) -> bool:
        """Replace a file as a whole; raises SavedMeanwhile where it isn't what was read."""
        if path in self._posts:
            self._journal.note(path, digest(data))
        expected = self.known.get(path)

        def replace(temporary: Path, target: Path) -> None:
            if expected is not None and self._now(target) != expected:
                raise SavedMeanwhile(
                    f"{path} was saved while the article was translated.",
                    mending="It is as it was saved; the next pass goes on from there.",
                )
            temporary.replace(target)

        written = files.write(self._root / path, data, replace=replace)
        self.known[path] = digest(data)
        return written

    def move(self, old: str, new: str) -> bool:
        """Give a file another path; False where there is none."""
        moved = self._site.move(old, new)
        if moved:
            self.known[new] = self.known.pop(old, "") or digest(self._site.read(new))
        return moved

    @staticmethod
    def _now(path: Path) -> str:
        try:
            return digest(files.read(path)) if os.path.lexists(path) else ""
        except PipelineError:
            return "?"
