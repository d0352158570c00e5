"""Statements and values of TOML that is known to be valid (TOML 1.0), with their places."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from i18n_pipeline.formats.front_matter.fields import Path
from i18n_pipeline.formats.front_matter.slot import Kind, Slot

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
KEY_PART = re.compile(_KEY)
_DOTTED = re.compile(rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*")
_HEADER = re.compile(r"\[\[?[ \t]*")
_NOTHING = re.compile(r"(?:[\s,]|#[^\n]*)*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_STRING = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'''
    r"""|'''(?:[^']|'{1,2}(?!'))*'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'""",
    re.DOTALL,
)
_OTHER = re.compile(r"\d{4}-\d\d-\d\d[ ]\d[^\s,\]}#]*|[^\s,\]}#]+")


class Header(NamedTuple):
    """A line `[table]` or `[[list of tables]]`."""

    keys: Path
    is_list: bool
    start: int
    end: int


def statements(content: str) -> Iterator[Header | list[Slot]]:
    """Headers and statements in order; a statement is its own slot and those inside it.

    Paths begin at the header above. Texts are not filled in.
    """
    at = _skip(content, 0)
    while at < len(content):
        item: Header | list[Slot]
        if content[at] == "[":
            item = _header(content, at)
            at = _skip(content, item.end)
        else:
            item = _member(content, at, (), flow=False)
            at = _skip(content, item[0].end)
        yield item


def _skip(content: str, at: int) -> int:
    found = _NOTHING.match(content, at)
    return found.end() if found else at


def _dotted(content: str, at: int) -> tuple[Path, int]:
    found = _DOTTED.match(content, at)
    if found is None:
        raise ValueError(f"no key at {at}")
    return tuple(_key(part) for part in KEY_PART.findall(found.group())), found.end()


def _key(part: str) -> str:
    return string(part) if part[0] in "\"'" else part


def string(raw: str) -> str:
    """What a quoted string says."""
    return str(tomllib.loads(f"_={raw}")["_"])


def _header(content: str, at: int) -> Header:
    is_list = content.startswith("[[", at)
    inside = _HEADER.match(content, at)
    keys, end = _dotted(content, inside.end() if inside else at)
    return Header(keys, is_list, at, content.index("]", end) + 1 + is_list)


def _member(content: str, at: int, table: Path, *, flow: bool) -> list[Slot]:
    keys, key_end = _dotted(content, at)
    equals = _EQUALS.match(content, key_end)
    start = equals.end() if equals else key_end
    where = Slot((*table, *keys), start=start, key_start=at, key_end=key_end, flow=flow)
    return _value(content, where)


def _value(content: str, where: Slot) -> list[Slot]:
    if content[where.start] in "[{":
        return _collection(content, where)
    text = _STRING.match(content, where.start)
    found = text or _OTHER.match(content, where.start)
    kind = Kind.TEXT if text else Kind.TYPED
    return [replace(where, kind=kind, end=found.end() if found else where.start)]


def _collection(content: str, where: Slot) -> list[Slot]:
    is_list = content[where.start] == "["
    children: list[Slot] = []
    count = 0
    at = _skip(content, where.start + 1)
    while content[at] not in "]}":
        if is_list:
            found = _value(content, Slot((*where.path, count), start=at, flow=True))
        else:
            found = _member(content, at, where.path, flow=True)
        children += found
        count += 1
        at = _skip(content, found[0].end)
    kind = Kind.LIST if is_list else Kind.TABLE
    return [replace(where, kind=kind, end=at + 1), *children]
