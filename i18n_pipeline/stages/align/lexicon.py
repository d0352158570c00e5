"""What a source text's words and figures let expect of its translation."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from i18n_pipeline.checks.quantities.dutch import dutch
from i18n_pipeline.checks.quantities.english import english
from i18n_pipeline.checks.quantities.quantity import Quantity, Weight
from i18n_pipeline.model.glossary import Glossary, Lemmatise, Status
from i18n_pipeline.model.inline import Content, placeholders, text_only
from i18n_pipeline.model.language import base
from i18n_pipeline.model.reading import WORD
from i18n_pipeline.stages.align.words import COMMON

Options = frozenset[frozenset[str]]
"""Sets of marks, one of which a translation should have whole."""

TERM, WORD_KNOWN, COGNATE, NAME, FIGURE, CODE = 0.7, 0.6, 0.75, 0.9, 0.95, 0.9
"""How often a translation has what a clue of that sort lets expect."""

_SIMILAR = 78.0
_SHORTEST_COGNATE = 4
_DIGITS = re.compile(r"\d+")
_QUANTITIES: Mapping[str, Callable[[str], Iterable[Quantity]]] = {"nl": dutch, "en": english}


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in a source text, and what its translation should have for it."""

    options: Options
    reliability: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Glossary, common words, figures, codes for one pair of languages."""

    glossary: Glossary
    lemmatise: Lemmatise
    source: str
    target: str
    known: Mapping[str, Options]

    def marks(self, content: Content) -> frozenset[str]:
        """What a target text has that a clue may ask for: dictionary forms, figures, codes."""
        text = text_only(content, standalone=" ")
        codes = (f"code {code.source}" for code in placeholders(content) if _tells(code.source))
        return frozenset([*self._lemmas(text), *_readings(text, self.target), *codes])

    def clues(self, content: Content, vocabulary: "Vocabulary") -> list[Clue]:
        """What a source text lets expect; `vocabulary` has the words of the text to look in."""
        text = text_only(content, standalone=" ")
        found = {*self._figures(text)}
        found |= {
            Clue(_one(f"code {code.source}"), CODE) for code in placeholders(content) if _tells(code.source)
        }
        terms, rest = self._terms(text)
        return [*found, *terms, *self._words(rest, vocabulary)]

    def _figures(self, text: str) -> Iterator[Clue]:
        for quantity in _quantities(text, self.source):
            if quantity.weight is not Weight.HINT:
                reliability = FIGURE if quantity.weight is Weight.FIGURE else WORD_KNOWN
                yield Clue(frozenset(frozenset({reading}) for reading in quantity.readings), reliability)

    def _terms(self, text: str) -> tuple[set[Clue], str]:
        """Clues of the glossary's terms, and the text without them."""
        options: dict[tuple[int, int], set[frozenset[str]]] = {}
        for found in self.glossary.find(text):
            if found.term.status is not Status.FORBIDDEN:
                lemmas = frozenset(self._lemmas(found.term.target))
                options.setdefault((found.start, found.end), set()).add(lemmas)
        rest = list(text)
        for start, end in options:
            rest[start:end] = " " * (end - start)
        return {Clue(frozenset(each), TERM) for each in options.values()}, "".join(rest)

    def _words(self, text: str, vocabulary: "Vocabulary") -> Iterator[Clue]:
        for word, lemma in _by_lemma(text, self.glossary).items():
            if options := self.known.get(word.lower()) or self.known.get(lemma):
                yield Clue(options, WORD_KNOWN)
            elif cognates := vocabulary.cognates(lemma):
                yield Clue(frozenset(frozenset({each}) for each in cognates), COGNATE)

    def _lemmas(self, text: str) -> Iterator[str]:
        for word in WORD.findall(text):
            yield from _forms(word, self.lemmatise)


class Vocabulary:
    """The words of the target text, to find cognates in: *interview*, *netwerk* and *network*."""

    def __init__(self, marks: Iterable[frozenset[str]]) -> None:
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(frozenset().union(*marks)):
            if len(word) >= _SHORTEST_COGNATE and word.isalpha():
                self._by_initial.setdefault(_initial(word), []).append(word)
        self.cognates = lru_cache(maxsize=None)(self._cognates)

    def _cognates(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_COGNATE:
            return ()
        candidates = self._by_initial.get(_initial(word), [])
        return tuple(
            found
            for found, _, _ in process.extract(word, candidates, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        )


def lexicon(glossary: Glossary, lemmatise: Lemmatise, source: str, target: str) -> Lexicon:
    """The lexicon for two language tags."""
    source, target = base(source), base(target)
    return Lexicon(glossary, lemmatise, source, target, _known(source, target, lemmatise))


@lru_cache(maxsize=4)
def _known(source: str, target: str, lemmatise: Lemmatise) -> Mapping[str, Options]:
    pairs = (entry.split("=") for entry in COMMON.get((source, target), "").split())
    return {
        word.lower(): frozenset(frozenset({lemmatise(each)}) for each in targets.split("|"))
        for word, targets in pairs
    }


def _by_lemma(text: str, glossary: Glossary) -> dict[str, str]:
    """The words of a text, once for each dictionary form."""
    words = WORD.findall(text)
    found = dict(zip(glossary.lemmas(text), words, strict=True))
    return {word: lemma for lemma, word in found.items()}


def _forms(word: str, lemmatise: Lemmatise) -> Iterator[str]:
    """A word's dictionary form, and those of what an apostrophe or a hyphen joins in it."""
    yield lemmatise(word)
    parts = re.split(r"['’-]", word.lower())
    if len(parts) > 1:
        if parts[-1] == "t" and parts[0].endswith("n"):
            yield "not"
            parts = [parts[0][:-1]]
        yield from (lemmatise(part) for part in parts if part)


def _readings(text: str, language: str) -> Iterator[str]:
    for quantity in _quantities(text, language):
        yield from quantity.readings


def _quantities(text: str, language: str) -> Iterable[Quantity]:
    if read := _QUANTITIES.get(language):
        return read(text)
    return (Quantity(found, frozenset({f"n:{found}"})) for found in _DIGITS.findall(text))


def _tells(code: str) -> bool:
    """Whether a code tells one text from another: an address does, a `**` doesn't."""
    return any(char.isalnum() for char in code)


def _one(mark: str) -> Options:
    return frozenset({frozenset({mark})})


def _initial(word: str) -> str:
    return word[0].replace("k", "c").replace("z", "s")
