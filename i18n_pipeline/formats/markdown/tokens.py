"""Inline tokens: what a paragraph consists of, each with its place in the text."""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from i18n_pipeline.formats.html_tags import OPAQUE
from i18n_pipeline.model.document import Syntax


class Sort(Enum):
    """What a token is to a translator."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    CODE = "code"
    SOFT = "soft break"
    HARD = "hard break"


TEXT, OPEN, CLOSE, CODE, SOFT, HARD = Sort
"""By name alone, for Python 3.11 takes twenty times as long over `Sort.TEXT`."""

BREAKS = (SOFT, HARD)
PAIRED = (OPEN, CLOSE)
TEXTUAL = (TEXT, SOFT)
"""What a translator may change."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A translatable range inside a token: a link's title, an `alt` attribute."""

    start: int
    end: int
    syntax: Syntax
    place: str


class Token(NamedTuple):
    """A piece of inline text from `start` to `end`.

    `source` and `target` are as in Placeholder. `key` is what must be the same in a translation
    (`strong`, `link`, `html:br`), empty for what may differ. `edge` tokens at a sentence's ends go
    to the skeleton; a `boundary` ends the sentence before it.
    """

    sort: Sort
    start: int
    end: int
    source: str
    key: str = ""
    target: str = ""
    edge: bool = False
    boundary: bool = False
    inner: tuple[Inner, ...] = ()

    def cut(self, start: int, end: int) -> "Token":
        """The part of a text or a soft break between two offsets; of any other token the token itself."""
        if (start, end) == (self.start, self.end) or self.sort not in TEXTUAL:
            return self
        source = self.source if self.sort is SOFT else self.source[start - self.start : end - self.start]
        return Token(self.sort, start, end, source)


def balanced(tokens: list[Token]) -> list[Token]:
    """The tokens with every `open` or `close` that has no partner turned into a code of its own."""
    paired: set[int] = set()
    waiting: list[int] = []
    keys: dict[str, int] = defaultdict(int)
    for number, token in enumerate(tokens):
        if token.sort is OPEN:
            waiting.append(number)
            keys[token.key] += 1
        elif token.sort is CLOSE and keys[token.key]:
            while tokens[match := waiting.pop()].key != token.key:
                keys[tokens[match].key] -= 1
            keys[token.key] -= 1
            paired |= {number, match}
    return [
        token._replace(sort=CODE) if token.sort in PAIRED and number not in paired else token
        for number, token in enumerate(tokens)
    ]


FOLDED = re.compile(r"[ \t]*\r?\n(?:[ \t]|>(?!\Z))*")


def fold(written: str) -> str:
    """A code that runs over several lines, as one line."""
    return FOLDED.sub(" ", written) if "\n" in written else written


def opaque_joined(tokens: list[Token], text: str) -> list[Token]:
    """`<code>…</code>` and its like as one code each."""
    closes = _opaque_closes(tokens)
    if not closes:
        return tokens
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        waiting = closes.get(token.key, []) if token.sort is OPEN else []
        while waiting and waiting[-1] < at:
            waiting.pop()
        if waiting:
            end = tokens[at := waiting.pop()].end
            token = Token(CODE, token.start, end, fold(text[token.start : end]), key=token.key)
        result.append(token)
        at += 1
    return result


def _opaque_closes(tokens: list[Token]) -> dict[str, list[int]]:
    """Where opaque elements end, by key, last ones first."""
    result: dict[str, list[int]] = defaultdict(list)
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if token.sort is CLOSE and token.key.removeprefix("html:") in OPAQUE:
            result[token.key].append(number)
    return result
