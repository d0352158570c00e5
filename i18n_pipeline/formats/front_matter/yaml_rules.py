"""The kinds of errors that people make in YAML, the special before the general."""

import re
from collections.abc import Callable
from typing import NamedTuple

QUOTE = "Put the value in quotes."


class Rule(NamedTuple):
    """A kind of error: how YAML words it, what the line is like around the place, what to say."""

    wording: str
    fits: Callable[[str, str], object]
    problem: str
    mending: str


def _always(_before: str, _after: str) -> bool:
    return True


def _colon_before(before: str, _after: str) -> object:
    return re.search(r":\s", before)


def _ends_with(signs: str) -> Callable[[str, str], object]:
    return lambda before, _after: before.rstrip()[-1:] in signs and before.strip()


def _starts_with(signs: str) -> Callable[[str, str], object]:
    return lambda _before, after: after[:1] and after[0] in signs


RULES = (
    Rule(
        "mapping values are not allowed",
        _colon_before,
        "The value holds a colon with a space behind it, which YAML reads as a second key.",
        QUOTE,
    ),
    Rule(
        "mapping values are not allowed",
        _always,
        "This line doesn't go with the one before it.",
        "Write every line as `key: value`, with a space behind the colon, and indent keys alike.",
    ),
    Rule(
        "while scanning an alias",
        _starts_with(" \t"),
        "YAML reads a `*` as a reference to another value, not as a list's bullet.",
        "Write the list's items with `- `.",
    ),
    Rule(
        "while scanning an alias|undefined alias",
        _always,
        "A value that begins with `*` is a reference to another value, and there is none of that name.",
        "Put the value in quotes; write a list's items with `- `.",
    ),
    Rule(
        "while scanning an anchor",
        _always,
        "A value that begins with `&` names an anchor, and this is no name.",
        QUOTE,
    ),
    Rule(
        "parsing a tag|scanning a tag|tag handle",
        _always,
        "A value that begins with `!` names a type, and this one isn't known.",
        QUOTE,
    ),
    Rule(
        "cannot start any token",
        _starts_with("\t"),
        "A tab stands where only spaces may.",
        "Indent with spaces.",
    ),
    Rule(
        "cannot start any token|scanning a directive",
        _always,
        "A value may not begin with `@`, a backtick or `%`.",
        QUOTE,
    ),
    Rule(
        "quoted scalar.*end of stream|quoted scalar.*document separator",
        _always,
        "The quote that opens here is never closed.",
        "Close it.",
    ),
    Rule(
        "escape character|escape code|expected escape sequence",
        _always,
        "A backslash in double quotes begins an escape, and this one isn't known.",
        "Write the backslash twice, or use single quotes.",
    ),
    Rule(
        "parsing a flow",
        _always,
        "The bracket or brace that opens here isn't closed properly.",
        "Close it and put commas between its items, or put the whole value in quotes.",
    ),
    Rule(
        "expected key|expected <block end>",
        _ends_with("'\""),
        "Text stands behind the closing quote.",
        "Use one pair of quotes around the value, and other quotes inside it.",
    ),
    Rule(
        "expected key|expected <block end>",
        _ends_with("]}"),
        "Text stands behind the closing bracket.",
        QUOTE,
    ),
    Rule(
        "expected key|expected <block end>|expected '-' indicator",
        _always,
        "The line isn't indented like those it belongs to.",
        "Indent keys and list items of one level alike.",
    ),
    Rule(
        "could not find expected ':'",
        _always,
        "The line is neither `key: value` nor a part of the value before it.",
        "Write `key: value`, or indent the line if it continues the value above.",
    ),
    Rule(
        "scanning a block scalar",
        _always,
        "A value that begins with `|` or `>` has its text on the lines below.",
        "Put the value in quotes, or its text on the next line, indented.",
    ),
    Rule(
        "sequence entries are not allowed",
        _always,
        "A list's item stands on the same line as its key.",
        "Put the item on a line of its own, or the value in quotes.",
    ),
    Rule(
        "single document|document start",
        _always,
        "A line that begins with `---` or `...` stands inside the front matter and ends it for YAML.",
        "Remove it, or indent it if it belongs to a value.",
    ),
    Rule(
        "expected node content|expected the node content|mapping keys are not allowed",
        _always,
        "The value begins with a sign that means something else to YAML.",
        QUOTE,
    ),
    Rule(
        "maximum nesting depth",
        _always,
        "The front matter is nested too deeply.",
        "Use fewer levels.",
    ),
    Rule(
        "duplicate anchor",
        _always,
        "Two values have the same anchor (`&name`).",
        "Rename one, or put the value in quotes.",
    ),
)
