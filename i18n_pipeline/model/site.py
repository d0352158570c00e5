"""An article's three files, and the port through which they are read and written."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Job:
    """One article for one target language; paths are relative to the project's root.

    `former` is where the article stood before, where its post and catalogue still stand.
    """

    article: str
    post: str
    catalogue: str
    former: "Job | None" = None

    @property
    def paths(self) -> tuple[str, str, str]:
        """Article, post and catalogue."""
        return self.article, self.post, self.catalogue


class Files(Protocol):
    """Whole files below the project's root, by relative path."""

    def read(self, path: str) -> bytes:
        """A file's bytes; raises ArticleError saying why it can't be read."""
        ...

    def read_if_there(self, path: str) -> bytes | None:
        """A file's bytes, None where there is no such file."""
        ...

    def write(self, path: str, data: bytes) -> bool:
        """Replace a file as a whole; False where it has these bytes already."""
        ...

    def move(self, old: str, new: str) -> bool:
        """Give a file another path; False where there is none, or nothing may be written.

        Raises ArticleError where the new path is taken.
        """
        ...
