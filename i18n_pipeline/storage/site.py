"""A project's files by their paths relative to its root."""

from pathlib import Path

from i18n_pipeline.storage import files


class Site:
    """Reads and writes whole files below a root; `dry` writes nothing."""

    def __init__(self, root: Path, *, dry: bool = False) -> None:
        self._root = root
        self._dry = dry

    def read(self, path: str) -> bytes:
        """A file's bytes; raises ArticleError saying why it can't be read."""
        return files.read(self._root / path)

    def read_if_there(self, path: str) -> bytes | None:
        """A file's bytes, None where there is no such file."""
        return files.read_if_there(self._root / path)

    def write(self, path: str, data: bytes) -> bool:
        """Replace a file as a whole; False where it has these bytes already, or nothing may be written."""
        return not self._dry and files.write(self._root / path, data)

    def move(self, old: str, new: str) -> bool:
        """Give a file another path; False where there is none, or nothing may be written."""
        return not self._dry and files.move(self._root / old, self._root / new)
