"""HTML tags as text: names, and the attributes that people read (HTML Living Standard, 13.1.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
OPAQUE = frozenset(["code", "kbd", "samp", "var", "pre", "script", "style", "svg", "math", "textarea"])
"""Elements whose text is never translated."""
INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "mark", "q", "ruby", "rp", "rt", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)
"""Elements that stand inside a sentence; every other tag ends one."""
READ_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag's name in lower case; `closing`: `</p>`, `closed`: `<p/>`."""

    name: str
    closing: bool
    closed: bool


_NAME = re.compile(r"<(/?)([A-Za-z][\w:.-]*)")
_READ = re.compile(rf"""(?<=\s)({"|".join(READ_ATTRIBUTES)})\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def tag_name(written: str) -> Tag | None:
    """What tag this is; None for comments, declarations and processing instructions."""
    match = _NAME.match(written)
    if not match:
        return None
    return Tag(match[2].lower(), bool(match[1]), written.endswith("/>"))


def tag_inner(written: str) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of each attribute's value that a reader meets."""
    if tag_name(written) is None:
        return
    for match in _READ.finditer(written):
        group = match.lastindex
        if group is not None and group > 1 and match[group].strip():
            yield match[1].lower(), match.start(group), match.end(group)
