"""Strings of a PO file, escaped and wrapped as msgcat does, so that other tools' saves make small diffs."""

import re
import unicodedata
from collections.abc import Iterator

_WIDTH = 79
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPE = re.compile(r'[\\"\n\t\r\a\b\f\v]')
# Where msgcat may break a line: a small part of Unicode's line breaking (UAX #14), found by comparing.
_OPPORTUNITY = re.compile(
    r"\S*?(?:(?<![(\[{ ])[ ]+(?![)\]}!?.,:;/ ])|(?<=[^\W\d_])[-–](?=[^\W\d_])|/(?=[^\W\d_])|—(?=\S)"
    r"|[?!}|](?=\w)|[.,:;](?=[^\W\d_])|[.,:;!?)\]}](?=[(\[{]))|\S+|\s+"
)


def field(keyword: str, text: str, prefix: str = "") -> list[str]:
    """The lines of `keyword "text"`; `prefix` is `#~ `, `#| ` or empty.

    One line where the text fits into 79 columns and has no break inside, else an empty string and
    the text below it.
    """
    lines = quoted(text, len(prefix))
    single = f"{prefix}{keyword} {lines[0]}"
    if len(lines) == 1 and (columns(single) <= _WIDTH or not _breakable(text)):
        return [single]
    return [f'{prefix}{keyword} ""', *(prefix + line for line in lines)]


def quoted(text: str, indent: int = 0) -> list[str]:
    """The text as quoted, escaped lines that fit behind `indent` columns; at least one."""
    return [f'"{line}"' for line in _lines(text, _WIDTH - 2 - indent)]


def _breakable(text: str) -> bool:
    return len(_OPPORTUNITY.findall(text)) > 1


def _lines(text: str, width: int) -> Iterator[str]:
    for line in _LINE.findall(text) or [""]:
        yield from _wrapped(line, width)


def _wrapped(line: str, width: int) -> Iterator[str]:
    current, room = "", width
    for piece in _OPPORTUNITY.findall(line):
        escaped = _ESCAPE.sub(lambda match: _ESCAPES[match[0]], piece)
        needed = columns(escaped)
        if current and needed > room:
            yield current
            current, room = "", width
        current += escaped
        room -= needed
    yield current


def columns(text: str) -> int:
    """How many terminal columns a text takes: East Asian wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
