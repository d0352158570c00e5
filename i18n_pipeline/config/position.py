"""On which line of a TOML text a key stands."""

import tomllib
from collections.abc import Iterator, Sequence


def line_of(text: str, keys: Sequence[str]) -> int:
    """The line, counted from 1, of the statement that first brings the table or key named by `keys`.

    0 where the text has no such key.
    """
    start = 1
    for end, parsed in _whole_statements(text):
        if _has(parsed, keys):
            return start
        start = end + 1
    return 0


def _whole_statements(text: str) -> Iterator[tuple[int, object]]:
    # A beginning of valid TOML is valid just where a statement ends, whatever strings and lists hold.
    lines = text.split("\n")
    for end in range(1, len(lines) + 1):
        try:
            yield end, tomllib.loads("\n".join(lines[:end]))
        except (ValueError, RecursionError):
            continue


def _has(parsed: object, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(parsed, dict) or key not in parsed:
            return False
        parsed = parsed[key]
    return True
