"""Glossary terms in a text, without a dictionary: words that begin as the term does and are hardly longer."""

import re
from collections.abc import Sequence

Terms = tuple[tuple[str, str], ...]
"""Glossary terms, source and target."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ENDING, _SHORTEST_STEM, _LONGER = 2, 3, 4
"""Letters that inflection changes, that always have to agree, that it may add."""


def occurring(terms: Terms, text: str) -> Terms:
    """The terms of a sentence that are in a part of it."""
    return tuple(pair for pair in terms if _place(pair[0], text))


def written_in(terms: Terms, text: str) -> str:
    """The text with English terms in the place of the Dutch ones, which a model tends to keep."""
    for dutch, english in terms:
        if place := _place(dutch, text):
            start, end = place
            capital = text[start].isupper()
            text = text[:start] + (english[:1].upper() + english[1:] if capital else english) + text[end:]
    return text


def _place(term: str, text: str) -> tuple[int, int] | None:
    wanted = _WORD.findall(term)
    words = list(_WORD.finditer(text))
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if wanted and _all_inflected(run, wanted):
            return run[0].start(), run[-1].end()
    return None


def _all_inflected(run: Sequence[re.Match[str]], wanted: Sequence[str]) -> bool:
    return all(
        _inflected(word[0].casefold(), term.casefold()) for word, term in zip(run, wanted, strict=True)
    )


def _inflected(word: str, term: str) -> bool:
    stem = term[: max(len(term) - _ENDING, _SHORTEST_STEM)]
    return word.startswith(stem) and len(word) <= len(term) + _LONGER
