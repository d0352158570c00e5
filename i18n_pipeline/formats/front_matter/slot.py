"""Where values stand in a notation's text, and how texts are put there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from i18n_pipeline.formats.front_matter.fields import Path


class NotFrontMatterError(ValueError):
    """What stands between the delimiters is no set of keys: the delimiters are rules of the body."""


class Kind(StrEnum):
    """What a value is; `TYPED`: a number, date, boolean or the like; `ALIAS`: it stands elsewhere."""

    TEXT = "text"
    TYPED = "typed"
    NULL = "null"
    ALIAS = "alias"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Slot:
    """A value's place, in characters of the text between the delimiters.

    `start` and `end` enclose the value, without anchor; they are equal where nothing is written.
    `key_start` and `key_end` enclose its key, -1 for a list's item. `flow` says that it stands
    inside brackets or braces, `indent` is the column of the block that it stands in.
    """

    path: Path
    kind: Kind = Kind.TABLE
    text: str | None = None
    start: int = -1
    end: int = -1
    key_start: int = -1
    key_end: int = -1
    flow: bool = False
    indent: int = 0

    @property
    def is_member(self) -> bool:
        return self.key_start >= 0

    @property
    def is_scalar(self) -> bool:
        return self.kind in {Kind.TEXT, Kind.TYPED, Kind.NULL}


Slots = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """Characters `start` to `end` become `text`."""

    start: int
    end: int
    text: str = ""


Patches = tuple[Patch, ...]


def patched(content: str, patches: Iterable[Patch]) -> str:
    """The content with all patches, whose spans don't overlap."""
    pieces: list[str] = []
    at = 0
    for patch in sorted(patches, key=lambda patch: (patch.start, patch.end)):
        pieces += content[at : patch.start], patch.text
        at = patch.end
    return "".join((*pieces, content[at:]))
