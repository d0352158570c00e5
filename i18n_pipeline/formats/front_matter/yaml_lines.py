"""Lines as YAML 1.1 counts them (5.4 "Line Break Characters")."""

import re

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|[\r\n\x85\u2028\u2029]))*")


def line_start(content: str, at: int) -> int:
    """Where the line of character `at` begins."""
    return max(content.rfind(sign, 0, at) for sign in "\r\n\x85\u2028\u2029") + 1


def line_end(content: str, at: int) -> int:
    """Where the line of character `at` ends, before its break."""
    found = _BREAK.search(content, at)
    return found.start() if found else len(content)


def next_line(content: str, at: int) -> int:
    """Where the line after that of character `at` begins."""
    found = _BREAK.search(content, at)
    return found.end() if found else len(content)


def after_blank_lines(content: str, at: int) -> int:
    """The first line from `at`, a line's start, that isn't blank."""
    found = _BLANK_LINES.match(content, at)
    return found.end() if found else at
