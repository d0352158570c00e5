"""Brackets and quotes that open and close."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair, masked
from i18n_pipeline.model.finding import Finding, Severity

_BRACKETS = ("()", "[]", "{}", "«»")
_SINGLE_OPENS = re.compile(
    r"(?<![\w.,;:!?)’'])['‘](?!(?:\d0s|\d\d\b|tis\b|twas\b|n['’]|em\b|(?:[stnmrk]|ie) ))(?=[^\s'’])"
)
_SINGLE_CLOSES = re.compile(r"(?<=[^\s(])['’](?!\w)")
_QUOTE = re.compile(r"[\"“”„‘]|(?<!\w)'|['’](?!\w)")
_GENITIVE = re.compile(r"s['’](?!\w)")


def balance(pair: Pair) -> Iterator[Finding]:
    """What opens in the translation and doesn't close, or closes only, where the Dutch is in balance."""
    source, target = masked(pair.source), pair.masked
    for signs in _BRACKETS:
        if not _is_open(source, signs) and (at := _odd_bracket(target, signs)) is not None:
            yield _finding("bracket-unbalanced", target[at], (at, at + 1))
    yield from _quotes(source, target)


def _quotes(source: str, target: str) -> Iterator[Finding]:
    """A quotation may run over several sentences: then the translation has to have some quote, too."""
    expected = len(_SINGLE_OPENS.findall(source))
    if _odd_quote(source) is None:
        if (at := _odd_quote(target, expected)) is not None:
            yield _finding("quote-unbalanced", target[at], (at, at + 1))
    elif not _QUOTE.search(target):
        message, fix = "The source opens or closes a quotation, the translation none.", "Add the quote."
        yield Finding("quote-unbalanced", Severity.WARNING, message, fix=fix)


def _finding(code: str, sign: str, span: tuple[int, int]) -> Finding:
    message = f"{sign} stands alone in the translation."
    return Finding(code, Severity.WARNING, message, fix="Add the other one, or take it out.", span=span)


def _is_open(text: str, signs: str) -> bool:
    return _odd_bracket(text, signs) is not None


def _odd_bracket(text: str, signs: str) -> int | None:
    """Where the first bracket without a counterpart stands."""
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == signs[0]:
            opened.append(at)
        elif char == signs[1]:
            if not opened:
                return at
            opened.pop()
    return opened[0] if opened else None


def _odd_quote(text: str, expected: int = 0) -> int | None:
    odd = (_odd_straight(text), _odd_curly(text), _odd_single(text, expected))
    return next((at for at in odd if at is not None), None)


def _odd_straight(text: str) -> int | None:
    marks = [match.start() for match in re.finditer(r'(?<!\d)"', text)]
    return marks[-1] if len(marks) % 2 else None


def _odd_curly(text: str) -> int | None:
    """“ and ” alternate; Dutch opens with „ or ” as well."""
    marks = [match.start() for match in re.finditer("[“”„]", text)]
    return marks[-1] if len(marks) % 2 else None


def _odd_single(text: str, expected: int) -> int | None:
    """A quotation in single marks that is not closed, or not opened; an apostrophe is no mark.

    That behind an s may be a genitive's, unless fewer open here than the `expected` ones of the source.
    """
    opens = [match.start() for match in _SINGLE_OPENS.finditer(text)]
    closes = [match.start() for match in _SINGLE_CLOSES.finditer(text)]
    genitives = 0 if len(opens) < expected else len(_GENITIVE.findall(text))
    if len(opens) > len(closes):
        return opens[-1]
    return closes[-1] if len(closes) - genitives > len(opens) else None
