"""Where a term's words stand in a text, in whatever inflected form and spelling."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from i18n_pipeline.checks.quantities.words import ENGLISH
from i18n_pipeline.checks.spelling import spelling
from i18n_pipeline.model.glossary import Lemmatise
from i18n_pipeline.model.reading import STOP

_SPLIT = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLOSED = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_HYPHENS = re.compile("[‑-]")
_NO_WORDS = re.compile(r"^to (?=\w)|\([^)]*\)")
_GAP = 2  # words between the parts of a verb: "fill it all in"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word by all that it may be compared by; `ends` says that a clause ends with it."""

    forms: frozenset[str]
    span: Span
    ends: bool


def occurrences(
    term: str, text: str, lemmatise: Lemmatise, *, verb: bool = False, as_spelt: bool = False
) -> Iterator[Span]:
    """The characters, start to end, of each occurrence of the term.

    Hyphens, spaces and nothing are the same (`start-up`, `start up`, `startup`), so are figures and
    numbers in words, British and American spelling unless `as_spelt`; an infinitive's `to` and what
    stands in brackets don't count. Between the words of a verb others may stand; other terms stand in
    one clause.
    """
    term = _NO_WORDS.sub(" ", term)
    patterns = (_SPLIT, _CLOSED) if _HYPHENS.search(term + text) else (_SPLIT,)
    respell = str if as_spelt else spelling
    found: set[Span] = set()
    for pattern in patterns:
        wanted = _words(term, pattern, _forms(lemmatise, respell, verb=False))
        words = _words(text, pattern, _forms(lemmatise, respell, verb=verb))
        found.update(_matches(wanted, words, _GAP if verb else 0))
    yield from sorted(found)


def without(spans: Iterable[Span], text: str) -> str:
    """The text with these places blank."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _words(text: str, pattern: re.Pattern[str], forms: Callable[[str], frozenset[str]]) -> list[_Word]:
    places = [match.span() for match in pattern.finditer(text)]
    ends = [STOP.search(text, end, start) is not None for (_, end), (start, _) in pairwise(places)]
    return [
        _Word(forms(_HYPHENS.sub("", text[start:end])), (start, end), last)
        for (start, end), last in zip(places, [*ends, True], strict=False)
    ]


def _forms(
    lemmatise: Lemmatise, respell: Callable[[str], str], *, verb: bool
) -> Callable[[str], frozenset[str]]:
    """What gives all that a word may be compared by."""

    def forms(word: str) -> frozenset[str]:
        lower = word.lower().replace("’", "'")
        found = {lower, lemmatise(word).lower()}
        if verb and lower.endswith("ing"):
            # Dictionaries have `setting` and `meeting` as nouns.
            stem = lower[:-3]
            found |= {stem, stem + "e", re.sub(r"(.)\1$", r"\1", stem)}
        return frozenset({*map(respell, found), str(ENGLISH.get(lower, lower))})

    return forms


def _matches(wanted: Sequence[_Word], found: Sequence[_Word], gap: int) -> Iterator[Span]:
    for start in range(len(found)):
        if (end := _end_of_match(wanted, found, start, gap)) is not None:
            yield found[start].span[0], found[end].span[1]


def _end_of_match(wanted: Sequence[_Word], found: Sequence[_Word], start: int, gap: int) -> int | None:
    at = start
    for number, word in enumerate(wanted):
        last = at + (gap if number else 0)
        places = (place for place in range(at, min(last + 1, len(found))) if word.forms & found[place].forms)
        if (place := next(places, None)) is None:
            return None
        if number and found[place - 1].ends and not (gap or wanted[number - 1].ends):
            return None
        at = place + 1
    return at - 1 if wanted else None
