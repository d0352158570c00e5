"""What can go wrong by name: every error says where it is and how to mend it."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is wrong: a path as the user knows it and a line counted from 1 (0: the whole file)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class PipelineError(Exception):
    """A problem of the user's input or surroundings, told as place, what is wrong, what to do."""

    exit_status: ClassVar[int] = 3

    def __init__(self, problem: str, *, place: Place | None = None, mending: str = "") -> None:
        super().__init__(problem, place, mending)
        self.problem = problem
        self.place = place
        self.mending = mending

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        mending = f" {self.mending}" if self.mending else ""
        return f"{where}{self.problem}{mending}"

    def at(self, path: str) -> "PipelineError":
        """The same error with `path` filled in: formats know lines, their callers know the file."""
        line = self.place.line if self.place else 0
        return type(self)(self.problem, place=Place(path, line), mending=self.mending)


class UsageError(PipelineError):
    """Settings or arguments that can't be used; nothing was done."""

    exit_status = 2


class ArticleError(PipelineError):
    """An article that can't be read or written; the other articles go on."""


class CatalogueError(PipelineError):
    """A PO file that can't be used; it is left as it is and its article is skipped."""


class GlossaryError(UsageError):
    """A glossary file that can't be used; nothing was sent."""


class BackendError(PipelineError):
    """The engine can't translate now (not there, refused, timed out, answers that make no sense)."""


class TextsRefused(BackendError):
    """The engine refuses these texts as they are (malformed, too long); others may well do."""


class BackendNotReady(BackendError):
    """The engine lacks something before it can start: a package, a model file, a key."""

    exit_status = 2


class QuotaExceeded(BackendError):
    """The engine's quota or the run's own budget is used up; what was paid for is kept."""

    exit_status = 4


class LockHeld(PipelineError):
    """Another run works on this project."""

    exit_status = 5
