"""Which posts the pipeline wrote, noted before it writes them.

A post goes to disk before its catalogue, whose header has the post's digest. A pass that is killed
between the two leaves a post that no catalogue knows, and that would look as if edited by hand.
"""

import contextlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from i18n_pipeline.errors import PipelineError, Place
from i18n_pipeline.model.sentence import reason
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.digest import digest, knows
from i18n_pipeline.storage import files
from i18n_pipeline.storage.files import DiskRefused

JOURNAL_FILE = ".i18n/posts.journal"


class Journal:
    """Digests by post, one JSON line each; a line is on disk when `note` returns."""

    def __init__(self, root: Path) -> None:
        self._root, self._path = root, root / JOURNAL_FILE
        self._noted: dict[str, set[str]] = {}
        for line in self._lines():
            with contextlib.suppress(ValueError):  # the last line of a pass that was killed
                post, noted = json.loads(line)
                self._noted.setdefault(post, set()).add(noted)

    def has(self, post: str, content: str) -> bool:
        """Whether these bytes are the pipeline's own, by their digest."""
        return content in self._noted.get(post, ())

    def note(self, post: str, content: str) -> None:
        """Keep what is about to be written; raises DiskRefused where that can't be."""
        if self.has(post, content):
            return
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("ab") as file:
                file.write(b"\n" + json.dumps([post, content]).encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DiskRefused(
                f"It can't be written: {reason(error)}.",
                place=Place(str(self._path)),
                mending="Make room or allow writing; no post is written without it.",
            ) from error
        self._noted.setdefault(post, set()).add(content)

    def settle(self, done: Iterable[Job]) -> None:
        """Forget the posts of these, once their catalogues know them or somebody wrote others.

        Where the disk refuses, a later pass does it.
        """
        if not self._noted:
            return
        settled = {job.post for job in done if job.post in self._noted and self._is_settled(job)}
        self._noted = {post: noted for post, noted in self._noted.items() if post not in settled}
        lines = [json.dumps([post, each]) for post, noted in self._noted.items() for each in sorted(noted)]
        with contextlib.suppress(OSError, DiskRefused):
            if lines:
                files.write(self._path, "\n".join(lines).encode())
            else:
                self._path.unlink(missing_ok=True)

    def _is_settled(self, job: Job) -> bool:
        try:
            post = digest(files.read_if_there(self._root / job.post) or b"")
            catalogue = files.read_if_there(self._root / job.catalogue)
        except PipelineError:
            return False
        return not self.has(job.post, post) or knows(catalogue, post)

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().split(b"\n")
        except OSError:
            return []
