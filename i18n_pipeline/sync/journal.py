"""Which posts the pipeline wrote, noted before it writes them.

A post goes to disk before its catalogue, whose header has the post's digest. A pass that is killed
between the two leaves a post that no catalogue knows, and that would look as if edited by hand.
"""

import contextlib
import json
import os
from collections.abc import Collection
from pathlib import Path

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.storage import files

JOURNAL_FILE = ".i18n/posts.journal"


class Journal:
    """Digests by post, one JSON line each; a line is on disk when `note` returns."""

    def __init__(self, root: Path) -> None:
        self._path = root / JOURNAL_FILE
        self._noted: dict[str, set[str]] = {}
        for line in self._lines():
            with contextlib.suppress(ValueError):  # the last line of a pass that was killed
                post, digest = json.loads(line)
                self._noted.setdefault(post, set()).add(digest)

    def has(self, post: str, digest: str) -> bool:
        """Whether these bytes are the pipeline's own."""
        return digest in self._noted.get(post, ())

    def note(self, post: str, digest: str) -> None:
        """Keep what is about to be written; raises ArticleError where that can't be."""
        if self.has(post, digest):
            return
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("ab") as file:
                file.write(b"\n" + json.dumps([post, digest]).encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise ArticleError(
                f"It can't be written: {(error.strerror or str(error)).lower()}.",
                place=Place(str(self._path)),
                mending="Make room or allow writing; no post is written without it.",
            ) from error
        self._noted.setdefault(post, set()).add(digest)

    def settle(self, posts: Collection[str]) -> None:
        """Forget these posts: their catalogues are on disk."""
        if not self._noted:
            return
        self._noted = {post: noted for post, noted in self._noted.items() if post not in posts}
        lines = [
            json.dumps([post, digest]) for post, noted in self._noted.items() for digest in sorted(noted)
        ]
        if lines:
            files.write(self._path, "\n".join(lines).encode())
        else:
            self._path.unlink(missing_ok=True)

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().split(b"\n")
        except OSError:
            return []
