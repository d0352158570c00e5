"""Runs of tokens to sentences: where to cut, and what of their ends belongs to the skeleton."""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.formats.markdown.tokens import CLOSE, CODE, HARD, OPEN, PAIRED, SOFT, TEXT, Sort, Token

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
    waiting: list[tuple[list[Token], bool, str]] = [(trimmed(tokens), False, "")]
    while waiting:
        part, is_cut, within = waiting.pop()
        if _is_wrapped(part):
            waiting.append((trimmed(part[1:-1]), is_cut, part[0].key))
            continue
        pieces = [part] if is_cut else _joined_until_paired(_cut(part, split))
        if len(pieces) > 1:
            cut = (trimmed(piece) for piece in reversed(pieces))
            waiting += ((piece, not _is_wrapped(piece), within) for piece in cut)
        elif part:
            yield Sentence(tuple(part), within)


def _at_boundaries(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The run, cut at codes that end a sentence and stand in no pair."""
    depth = 0
    part: list[Token] = []
    for token in tokens:
        depth += (token.sort is OPEN) - (token.sort is CLOSE)
        if token.boundary and depth == 0:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what has no words at both ends: white space, `<br>`, `{: .x}`, a linked image."""
    if tokens and all(map(_is_tight, (tokens[0], tokens[-1]))):
        return list(tokens)
    begin, end = 0, len(tokens)
    while begin < end and (length := _loose(tokens, range(begin, end), OPEN)):
        begin += length
    while begin < end and (length := _loose(tokens, range(end - 1, begin - 1, -1), CLOSE)):
        end -= length
    result = list(tokens[begin:end])
    if result and result[0].sort is TEXT:
        first = result[0]
        result[0] = first.cut(first.end - len(first.source.lstrip()), first.end)
    if result and result[-1].sort is TEXT:
        last = result[-1]
        result[-1] = last.cut(last.start, last.start + len(last.source.rstrip()))
    return result


def _is_tight(token: Token) -> bool:
    return token.sort is TEXT and token.source == token.source.strip() != ""


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
    if token.sort is TEXT:
        return not token.source.strip()
    return token.sort is SOFT or (token.edge and token.sort in (CODE, HARD))


def _is_wrapped(tokens: Sequence[Token]) -> bool:
    """Whether the first token opens what the last one closes, and that may stay as it is."""
    if len(tokens) < 3 or tokens[0].sort is not OPEN or tokens[-1].sort is not CLOSE:  # noqa: PLR2004
        return False
    if tokens[-1].target:
        return False
    depth = 0
    for token in tokens[:-1]:
        depth += (token.sort is OPEN) - (token.sort is CLOSE)
        if depth == 0:
            return False
    return True


def _cut(tokens: Sequence[Token], split: Split) -> list[list[Token]]:
    shown = [_shown(token) for token in tokens]
    lengths = [len(sentence) for sentence in reversed(split("".join(shown)))]
    if len(lengths) <= 1:
        return [list(tokens)]
    pieces: list[list[Token]] = [[]]
    left = lengths.pop()
    for token, text in zip(tokens, shown, strict=True):
        rest = token
        while lengths and left < len(text) and token.sort is TEXT:
            pieces[-1] += [rest.cut(rest.start, rest.start + left)] if left else []
            pieces.append([])
            rest, text = rest.cut(rest.start + left, rest.end), text[left:]  # noqa: PLW2901
            left = lengths.pop()
        if lengths and left == 0 and token.sort is not CLOSE:
            pieces.append([])
            left = lengths.pop()
        pieces[-1].append(rest)
        left = max(0, left - len(text))
    return [piece for piece in pieces if piece]


def _shown(token: Token) -> str:
    """What the sentence rules see of a token."""
    if token.sort is TEXT:
        return token.source
    if token.sort in PAIRED or token.key.startswith("footnote:"):
        return ""
    if token.sort is SOFT:
        return " "
    if token.sort is HARD or token.key == "html:br":
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
        depth += sum((token.sort is OPEN) - (token.sort is CLOSE) for token in piece)
    return result
