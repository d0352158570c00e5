"""Where a term's words stand in a text, in whatever inflected form."""

import re
from collections.abc import Iterable, Iterator

from i18n_pipeline.checks.quantities.words import ENGLISH
from i18n_pipeline.model.glossary import Lemmatise

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAP = 2  # words between the parts of a verb: "fill it all in"
Span = tuple[int, int]
Word = tuple[str, str, Span]


def occurrences(term: str, text: str, lemmatise: Lemmatise, *, verb: bool = False) -> Iterator[Span]:
    """The characters, start to end, of each occurrence of the term.

    Hyphens and spaces are the same, so are figures and numbers in words; an infinitive's `to` and
    what stands in brackets don't count. Between the words of a verb others may stand.
    """
    wanted = _words(re.sub(r"\([^)]*\)", " ", re.sub(r"^to (?=\w)", "", term)), lemmatise)
    found = _words(text, lemmatise)
    for start in range(len(found)):
        if (end := _end_of_match(wanted, found, start, _GAP if verb else 0)) is not None:
            yield found[start][2][0], found[end][2][1]


def without(spans: Iterable[Span], text: str) -> str:
    """The text with these places blank."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _words(text: str, lemmatise: Lemmatise) -> list[Word]:
    return [(_plain(match[0]), lemmatise(match[0]), match.span()) for match in _WORD.finditer(text)]


def _plain(word: str) -> str:
    lower = word.lower().replace("’", "'")
    return str(ENGLISH.get(lower, lower))


def _end_of_match(wanted: list[Word], found: list[Word], start: int, gap: int) -> int | None:
    at = start
    for number, word in enumerate(wanted):
        last = at + (gap if number else 0)
        places = (place for place in range(at, min(last + 1, len(found))) if _same(word, found[place]))
        if (place := next(places, None)) is None:
            return None
        at = place + 1
    return at - 1 if wanted else None


def _same(one: Word, other: Word) -> bool:
    return one[0] == other[0] or one[1] == other[1]
