"""Regular expressions of SRX rules, written for Java, in the notation of `regex`."""

from collections.abc import Callable
from typing import Any

import regex  # type: ignore[import-untyped]  # has no types

Compile = Callable[[str], Any]
"""A pattern of Java's in, the compiled pattern out."""

LONGEST = 100
"""How often a part without an upper bound may repeat in what is looked for behind a place."""

_JAVA = regex.compile(r"\\Q(?P<quoted>.*?)(?:\\E|\Z)|\\.|(?P<classes>\(\?U\))", regex.DOTALL)
_WHITE_SPACE = {r"\h": r"\p{H}", r"\v": r"\p{V}"}
_REPEATED = regex.compile(
    r"\\Q.*?(?:\\E|\Z)|\\(?:[pPNx]\{[^{}]*\}|.)|(?P<set>\[(?:\\.|[^\[\]\\]|(?&set))*+\])"
    r"|(?:(?P<from>\*|\+|\{\s*(?P<least>\d+)\s*,\s*\})|\?|\{[^{}]*\})(?P<mode>[+?]?)",
    regex.DOTALL,
)
_LEAST = {"*": "0", "+": "1"}


def compiled(pattern: str) -> Any:
    """A pattern of Java's compiled; raises regex.error. `^` is the text's beginning, not a line's."""
    return regex.compile(_JAVA.sub(_translated, pattern), regex.V1)


def _translated(part: Any) -> str:
    if part["quoted"] is not None:
        return str(regex.escape(part["quoted"]))
    return "" if part["classes"] else _WHITE_SPACE.get(part[0], str(part[0]))


def between(before: str, after: str) -> str:
    """A pattern that matches, without a character of its own, between these two."""
    behind = f"(?<={_REPEATED.sub(_bounded, before)})" if before else ""
    ahead = f"(?={after})" if after else ""
    return f"(?:{behind}{ahead})"


def _bounded(part: Any) -> str:
    """`+` as `{1,100}`: `regex` could do without, but not in time for rows of dots and brackets."""
    if part["from"] is None:
        return str(part[0])
    return f"{{{part['least'] or _LEAST[part['from']]},{LONGEST}}}{part['mode']}"
