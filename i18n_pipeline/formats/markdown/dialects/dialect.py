"""What a dialect is: a notation outside CommonMark that Markdown must not see."""

import re
from dataclasses import dataclass
from enum import Enum


class Cover(Enum):
    """What the parser sees instead of a dialect's span.

    INLINE: letters, or a blank line where the span fills its lines. TEXT: always letters. CONTAINER: a list
    item's marker, so that the indented lines below belong to it.
    """

    INLINE = "inline"
    TEXT = "text"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True)
class Dialect:
    """A notation: where it stands (`pattern`), and what of it is translatable.

    A `boundary` ends the sentence before it, an `edge` is left out of a sentence that it begins or
    ends. `parameters` says that named parameters of the settings (`caption="…"`) are translatable,
    `title` that the groups `title`, `bracketed` and `tab` are. Inside a `parsed_in` element the parser
    knows the notation itself.
    """

    name: str
    pattern: re.Pattern[str]
    cover: Cover = Cover.INLINE
    boundary: bool = False
    edge: bool = False
    parameters: bool = False
    title: bool = False
    parsed_in: str = ""


PARAGRAPH_END = r"\n[ \t]*\r?\n"


def paired(begin: str, end: str, *, stop: str = "") -> str:
    """A pattern from `begin` to the next `end`, with no other `begin` and no `stop` between them.

    It never steps back, so that time is linear in the text however many begin and none ends.
    """
    excluded = "|".join(filter(None, (begin, end, stop)))
    return rf"{begin}(?:(?!{excluded})(?s:.))*+{end}"
