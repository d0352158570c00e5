"""What a dialect is: a notation outside CommonMark that Markdown must not see."""

import re
from collections.abc import Iterator
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
    knows the notation itself. A text without any of the `signs` has none of it: that is found out faster
    than by the pattern.
    """

    name: str
    pattern: re.Pattern[str]
    cover: Cover = Cover.INLINE
    boundary: bool = False
    edge: bool = False
    parameters: bool = False
    title: bool = False
    parsed_in: str = ""
    signs: tuple[str, ...] = ()

    def spans(self, text: str) -> Iterator[re.Match[str]]:
        """Its matches in a text."""
        if not self.signs or any(sign in text for sign in self.signs):
            yield from self.pattern.finditer(text)


LINE_END = r"[ \t]*(?=\r?$)"
"""With re.MULTILINE: nothing more on this line."""

PARAGRAPH_END = r"\n[ \t]*\r?\n"


def paired(begin: str, end: str, *, stop: str = "") -> str:
    """A pattern from `begin` to the next `end`, with no other `begin` and no `stop` between them.

    It never steps back, so that time is linear in the text however many begin and none ends.
    """
    excluded = "|".join(filter(None, (begin, end, stop)))
    return rf"{begin}(?:(?!{excluded})(?s:.))*+{end}"
