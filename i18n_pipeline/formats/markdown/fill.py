"""Texts into a skeleton's holes, each in the notation of its place."""

import re
from collections.abc import Mapping, Sequence

from i18n_pipeline.formats.markdown.tokens import FOLDED
from i18n_pipeline.model.document import Hole, Nested, Segment, Skeleton, Syntax

_HARD_BREAK = re.compile(r"(?P<mark> {2,}|\\)\n[ \t>]*")
_BREAK = re.compile(r"\s*\n\s*")
_BARE_PIPE = re.compile(r"(?<!\\)\|")


def fill(
    skeleton: Skeleton, segments: Sequence[Segment], texts: Mapping[int, str], *, literal: bool = False
) -> str:
    """The skeleton with its segments' texts; one without a text, or with its own source, stays as written.

    `literal` texts go in as they are, line breaks and all.
    """
    newline = _newline(skeleton)
    result: list[str] = []
    for part in skeleton:
        if isinstance(part, str):
            result.append(part)
            continue
        segment = segments[part.index]
        delimiter = result[-1][-1:] if result else ""
        if literal:
            filled = texts.get(part.index, segment.raw)
        else:
            filled = _filled(segment, texts.get(part.index), part, newline, delimiter)
        for group in _by_code(segment.nested):
            filled = _replaced(filled, group[0].code, _with_nested(group, segments, texts))
        result.append(filled)
    return "".join(result)


def _newline(skeleton: Skeleton) -> str:
    for part in skeleton:
        if isinstance(part, str) and "\n" in part:
            return "\r\n" if "\r\n" in part else "\n"
    return "\n"


def _filled(segment: Segment, text: str | None, hole: Hole, newline: str, delimiter: str) -> str:
    if text is None or (text == segment.source and not segment.repaired):
        return segment.raw
    return written(text, segment.syntax, delimiter=delimiter, line_break=newline + hole.prefix)


def _by_code(nested: Sequence[Nested]) -> list[list[Nested]]:
    """Those inside the same code together."""
    groups: list[list[Nested]] = []
    for each in nested:
        if groups and groups[-1][-1].code == each.code and groups[-1][-1].end < each.start:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _replaced(text: str, code: str, other: str) -> str:
    """The text with another code in place of this one, which in a source may run over several lines."""
    if code == other or code in text:
        return text.replace(code, other, 1)
    lines = re.escape(code).replace("\\ ", rf"(?: |{FOLDED.pattern})")
    return re.sub(lines, lambda _: other, text, count=1)


def _with_nested(group: Sequence[Nested], segments: Sequence[Segment], texts: Mapping[int, str]) -> str:
    """A code with its segments' texts in it."""
    code = group[0].code
    for nested in reversed(group):
        segment, text = segments[nested.index], texts.get(nested.index)
        if text is not None and text != segment.source:
            delimiter = code[nested.start - 1 : nested.start]
            code = (
                code[: nested.start] + written(text, segment.syntax, delimiter=delimiter) + code[nested.end :]
            )
    return code


def written(text: str, syntax: Syntax, *, delimiter: str = "", line_break: str = " ") -> str:
    """A text as it stands in a hole: on one line but for hard breaks, and without the hole's delimiter."""
    text = text.strip()
    if syntax is Syntax.MARKDOWN:
        pieces = _HARD_BREAK.split(text)
        lines = [_BREAK.sub(" ", piece) for piece in pieces[::2]]
        marks = [mark + line_break for mark in pieces[1::2]]
        return "".join(line + mark for line, mark in zip(lines, [*marks, ""], strict=True))
    text = _BREAK.sub(" ", text)
    if syntax is Syntax.CELL:
        return _BARE_PIPE.sub(r"\\|", text)
    if syntax is Syntax.ATTRIBUTE:
        return text.replace("<", "&lt;").replace(
            '"' if delimiter == '"' else "'", "&quot;" if delimiter == '"' else "&#39;"
        )
    if syntax in {Syntax.TITLE, Syntax.PARAMETER} and delimiter.strip():
        closing = {"(": ")", "[": "]"}.get(delimiter, delimiter)
        return re.sub(rf"(?<!\\){re.escape(closing)}", rf"\\{closing}", text)
    return text
