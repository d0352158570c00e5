"""What a check or a stage reports."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; ordered, so that a threshold is a comparison."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should know.

    `code` is a stable name in kebab case (`number-changed`), `line` counts from 1 in the source
    article (0: the whole article), `segment` is the source segment's Markdown or empty and `context`
    its front matter key, `fix` says what to do about it.

    Of a check's finding, `check` is that check's name and `span` where it is in the translation, as
    characters from start to end of its Markdown. `replacement` is what has to stand there, where that
    is certain.
    """

    code: str
    severity: Severity
    message: str
    line: int = 0
    segment: str = ""
    fix: str = ""
    context: str | None = None
    check: str = ""
    span: tuple[int, int] | None = None
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the file and line (0: the whole file) where it is mended."""

    finding: Finding
    path: str
    line: int = 0
