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
    article (0: the whole article), `segment` is the source segment's Markdown or empty, `fix` says
    what to do about it.
    """

    code: str
    severity: Severity
    message: str
    line: int = 0
    segment: str = ""
    fix: str = ""
