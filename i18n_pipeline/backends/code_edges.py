"""Spaces at the edges of inline codes, which engines lose or move.

`gaan <g>naar huis</g>` comes back as `go<g> home</g>`, or as `go<g>home</g>`. Both are mended here:
the first because emphasis that begins with a space is no emphasis in Markdown, the second because
the source had a space where two words now touch.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Literal, TypeGuard

from i18n_pipeline.model.inline import Content, Kind, Placeholder, merged

_Part = str | Placeholder

_OPENING, _CLOSING = '([{«“"', ')]}»”"'
_MIRROR = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_MIRRORED_KIND = {Kind.OPEN: Kind.CLOSE, Kind.CLOSE: Kind.OPEN, Kind.STANDALONE: Kind.STANDALONE}
_ENDS_A_WORD = _CLOSING.replace('"', "")  # a straight quote may as well begin one
_LINE_BREAK = re.compile(r"\s+|\\\n|<br\s*/?>\s*", re.IGNORECASE)
_THING = "\N{OBJECT REPLACEMENT CHARACTER}"


def respaced(translation: Content, source: Content) -> Content:
    """The translation with spaces where the source's codes have them; words and codes stay as they are."""
    source = merged(source)
    before = _mended_before(merged(translation), source)
    return _mirrored(_mended_before(_mirrored(before), _mirrored(source)))


def _mirrored(content: Content) -> Content:
    """Content read from its end, so that the rules for the space before a code serve the one behind it."""
    return tuple(
        part[::-1].translate(_MIRROR)
        if isinstance(part, str)
        else replace(part, kind=_MIRRORED_KIND[part.kind])
        for part in reversed(content)
    )


def _mended_before(translation: Content, source: Content) -> Content:
    return _spaces_added(_spaces_moved_out(translation, source), source)


def _spaces_moved_out(translation: Content, source: Content) -> Content:
    """`go<g> home` → `go <g>home`, for pairs that don't begin with a space in the source."""
    loose = {
        code.id
        for code, text in pairwise(source)
        if _is_open(code) and isinstance(text, str) and text[0].isspace()
    }
    parts: list[_Part] = []
    for part in translation:
        if isinstance(part, str) and parts and _is_open(code := parts[-1]) and code.id not in loose:
            bare = part.lstrip()
            _insert_space(parts, part[: len(part) - len(bare)])
            parts.append(bare)
        else:
            parts.append(part)
    return merged(tuple(parts))


def _spaces_added(translation: Content, source: Content) -> Content:
    """`go<g>home` → `go <g>home`, for codes that have a space before them in the source."""
    spaced = _spaced(source)
    parts: list[_Part] = []
    for index, part in enumerate(translation):
        if isinstance(part, Placeholder) and (part.kind, part.id) in spaced:
            left, right = _nearest(reversed(parts), -1), _nearest(translation[index:], 0)
            if _is_word(left, _ENDS_A_WORD) and _is_word(right, _OPENING):
                _insert_space(parts, " ")
        parts.append(part)
    return merged(tuple(parts))


def _spaced(source: Content) -> set[tuple[Kind, int]]:
    """The codes with a space before them, or before the bracket or quotation mark before them."""
    bare = tuple(part.rstrip(_OPENING) if isinstance(part, str) else part for part in source)
    spaced: set[tuple[Kind, int]] = set()
    glued: set[tuple[Kind, int]] = set()
    for index, part in enumerate(source):
        if isinstance(part, Placeholder) and part.kind is not Kind.CLOSE:
            found = spaced if _nearest(reversed(bare[:index]), -1).isspace() else glued
            found.add((part.kind, part.id))
    return spaced - glued


def _nearest(parts: Iterable[_Part], end: Literal[0, -1]) -> str:
    """The first character that a reader meets: of a text, or of what a standalone code stands for."""
    for part in parts:
        if isinstance(part, Placeholder):
            if part.kind is Kind.STANDALONE:
                return " " if _LINE_BREAK.fullmatch(part.source) else _THING
        elif part:
            return part[end]
    return ""


def _is_word(char: str, also: str) -> bool:
    return char.isalnum() or char == _THING or (char != "" and char in also)


def _is_open(part: _Part) -> TypeGuard[Placeholder]:
    return isinstance(part, Placeholder) and part.kind is Kind.OPEN


def _insert_space(parts: list[_Part], space: str) -> None:
    """Put `space` before the pairs that open at the end of `parts`, if no space is there."""
    at = len(parts)
    while at and _is_open(parts[at - 1]):
        at -= 1
    before = parts[at - 1] if at else " "
    if not (isinstance(before, str) and before[-1:].isspace()):
        parts.insert(at, space)
