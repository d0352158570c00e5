"""Runs of tokens to sentences: where to cut, and what of their ends belongs to the skeleton."""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.formats.markdown.tokens import PAIRED, Sort, Token

Split = Callable[[str], list[str]]
"""A text in, its sentences out; joined they are the text."""

_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one segment; `within` names the element that was all around them (`image`, `link`)."""

    tokens: tuple[Token, ...]
    within: str = ""


def sentences(tokens: Sequence[Token], split: Split) -> list[Sentence]:
    """Segments of a run: sentences with all their codes in pairs, without white space at the ends."""
    return [sentence for part in _at_boundaries(tokens) for sentence in _sentences(part, split)]


def _sentences(tokens: Sequence[Token], split: Split) -> Iterator[Sentence]:
    """What is wrapped in one pair is cut inside it; a stack, for pairs nest as deep as an author likes."""
    waiting: list[tuple[Sequence[Token], Split, str]] = [(tokens, split, "")]
    while waiting:
        part, rules, within = waiting.pop()
        part = trimmed(part)
        if _is_wrapped(part):
            waiting.append((part[1:-1], rules, part[0].key))
            continue
        pieces = _joined_until_paired(_cut(part, rules)) if part else []
        if len(pieces) == 1:
            yield Sentence(tuple(part), within)
            continue
        waiting += (
            (piece, split if _is_wrapped(trimmed(piece)) else _whole, within) for piece in reversed(pieces)
        )


def _whole(text: str) -> list[str]:
    return [text]


def _at_boundaries(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The run, cut at codes that end a sentence and stand in no pair."""
    depth = 0
    part: list[Token] = []
    for token in tokens:
        depth += (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)
        if token.boundary and depth == 0:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what has no words at both ends: white space, `<br>`, `{: .x}`, a linked image."""
    begin, end = 0, len(tokens)
    while begin < end and (length := _loose(tokens, range(begin, end), Sort.OPEN)):
        begin += length
    while begin < end and (length := _loose(tokens, range(end - 1, begin - 1, -1), Sort.CLOSE)):
        end -= length
    result = list(tokens[begin:end])
    if result and result[0].sort is Sort.TEXT:
        first = result[0]
        result[0] = first.cut(first.end - len(first.source.lstrip()), first.end)
    if result and result[-1].sort is Sort.TEXT:
        last = result[-1]
        result[-1] = last.cut(last.start, last.start + len(last.source.rstrip()))
    return result


def _loose(tokens: Sequence[Token], numbers: range, opens: Sort) -> int:
    """How many of these tokens go to the skeleton at once: one, or a pair with all that is in it."""
    depth = 0
    for count, number in enumerate(numbers, 1):
        token = tokens[number]
        if token.edge and token.sort in PAIRED:
            depth += 1 if token.sort is opens else -1
        elif not _is_loose(token):
            return 0
        if depth <= 0:
            return count if depth == 0 else 0
    return 0


def _is_loose(token: Token) -> bool:
    if token.sort is Sort.TEXT:
        return not token.source.strip()
    return token.sort is Sort.SOFT or (token.edge and token.sort in {Sort.CODE, Sort.HARD})


def _is_wrapped(tokens: Sequence[Token]) -> bool:
    """Whether the first token opens what the last one closes, and that may stay as it is."""
    if len(tokens) < 3 or tokens[0].sort is not Sort.OPEN or tokens[-1].sort is not Sort.CLOSE:  # noqa: PLR2004
        return False
    if tokens[-1].target:
        return False
    depth = 0
    for token in tokens[:-1]:
        depth += (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)
        if depth == 0:
            return False
    return True


def _cut(tokens: Sequence[Token], split: Split) -> list[list[Token]]:
    shown = [_shown(token) for token in tokens]
    pieces: list[list[Token]] = [[]]
    lengths = [len(sentence) for sentence in split("".join(shown))] or [0]
    left = lengths.pop(0)
    for token, text in zip(tokens, shown, strict=True):
        rest = token
        while lengths and left < len(text) and token.sort is Sort.TEXT:
            pieces[-1] += [rest.cut(rest.start, rest.start + left)] if left else []
            pieces.append([])
            rest, text = rest.cut(rest.start + left, rest.end), text[left:]  # noqa: PLW2901
            left = lengths.pop(0)
        if lengths and left == 0 and token.sort is not Sort.CLOSE:
            pieces.append([])
            left = lengths.pop(0)
        pieces[-1].append(rest)
        left = max(0, left - len(text))
    return [piece for piece in pieces if piece]


def _shown(token: Token) -> str:
    """What the sentence rules see of a token."""
    if token.sort is Sort.TEXT:
        return token.source
    if token.sort in {Sort.OPEN, Sort.CLOSE} or token.key.startswith("footnote:"):
        return ""
    if token.sort is Sort.SOFT:
        return " "
    if token.sort is Sort.HARD or token.key == "html:br":
        return "\n"
    if not token.key:
        return html.unescape(token.source).removeprefix("\\") or _OBJECT
    return "" if token.edge else _OBJECT


def _joined_until_paired(pieces: list[list[Token]]) -> list[list[Token]]:
    """Pieces joined where a cut would part a code from its partner."""
    result: list[list[Token]] = []
    depth = 0
    for piece in pieces:
        if depth:
            result[-1] += piece
        else:
            result.append(list(piece))
        depth += sum((token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE) for token in piece)
    return result
