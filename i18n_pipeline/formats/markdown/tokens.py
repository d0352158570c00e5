"""Inline tokens: what a paragraph consists of, each with its place in the text."""

import re
from dataclasses import dataclass, replace
from enum import Enum

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


TEXTUAL = frozenset([Sort.TEXT, Sort.SOFT])
"""What a translator may change."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A translatable range inside a token: a link's title, an `alt` attribute."""

    start: int
    end: int
    syntax: Syntax
    place: str


@dataclass(frozen=True, slots=True)
class Token:
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
        source = self.source if self.sort is Sort.SOFT else self.source[start - self.start : end - self.start]
        return Token(self.sort, start, end, source)


def balanced(tokens: list[Token]) -> list[Token]:
    """The tokens with every `open` or `close` that has no partner turned into a code of its own."""
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for number, token in enumerate(tokens):
        if token.sort is Sort.OPEN:
            waiting.append(number)
        elif token.sort is Sort.CLOSE:
            match = next((n for n in reversed(waiting) if tokens[n].key == token.key), None)
            if match is not None:
                del waiting[waiting.index(match) :]
                partner[number] = match
                partner[match] = number
    return [
        replace(token, sort=Sort.CODE) if token.sort in _PAIRED and number not in partner else token
        for number, token in enumerate(tokens)
    ]


_PAIRED = {Sort.OPEN, Sort.CLOSE}

_FOLD = re.compile(r"[ \t]*\r?\n[ \t>]*")


def fold(written: str) -> str:
    """A code that runs over several lines, as one line."""
    return _FOLD.sub(" ", written)


def opaque_joined(tokens: list[Token], text: str) -> list[Token]:
    """`<code>…</code>` and its like as one code each."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        name = token.key.removeprefix("html:")
        close = _opaque_end(tokens, at, name) if token.sort is Sort.OPEN and name in OPAQUE else None
        if close is None:
            result.append(token)
            at += 1
            continue
        end = tokens[close].end
        result.append(Token(Sort.CODE, token.start, end, fold(text[token.start : end]), key=token.key))
        at = close + 1
    return result


def _opaque_end(tokens: list[Token], at: int, name: str) -> int | None:
    return next(
        (
            n
            for n in range(at + 1, len(tokens))
            if tokens[n].sort is Sort.CLOSE and tokens[n].key == f"html:{name}"
        ),
        None,
    )
