"""Front matter as its readers see it: fields with a path, a text and a line."""

from dataclasses import dataclass, field
from enum import StrEnum

Path = tuple[str | int, ...]
"""Keys and list positions from the outside in: `("seo", "description")`, `("tags", 0)`."""


class Notation(StrEnum):
    """What a front matter is written in; `NONE`: the article has none."""

    YAML = "yaml"
    TOML = "toml"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Field:
    """One scalar value.

    `text` is the value as the notation reads a string, or as written where it is a number, date or
    boolean; None for a null or where nothing is written. `is_text` says that it is a string.
    `line` counts from 1 in the file. `head[start:end]` is the value as written.
    """

    path: Path
    text: str | None
    is_text: bool
    line: int
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """An article's text in two: `head + body` is the text.

    `head` ends with the closing delimiter's line and is empty where there is no front matter.
    `fields` stand in the file's order; a duplicate key is there as often as it is written. `keys`
    are the paths of all keys, each once, of tables and lists too.
    """

    notation: Notation
    head: str
    body: str
    fields: tuple[Field, ...] = ()
    keys: tuple[Path, ...] = ()
