"""A glossary: terms, and where they occur in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from i18n_pipeline.model import compound, separable
from i18n_pipeline.model.reading import WORD, Lemmatise, Reading, read
from i18n_pipeline.model.term import TAG, CaseRule, Status, Term

__all__ = ["TAG", "CaseRule", "Glossary", "Lemmatise", "Occurrence", "Status", "Term", "occurs"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text, at characters `start` to `end`."""

    term: Term
    start: int
    end: int


_COMPOUNDING = frozenset({"", "name", "noun"})
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Glossary:
    """Terms by their lemmas; the longest match wins."""

    __slots__ = (
        "_by_lemmas",
        "_compounding",
        "_lemmatise",
        "_lengths",
        "_ordinary",
        "_stems",
        "_tags",
        "terms",
    )

    def __init__(self, terms: Iterable[Term] = (), lemmatise: Lemmatise = str.lower) -> None:
        self.terms = tuple(terms)
        self._lemmatise = lru_cache(maxsize=65536)(lemmatise)
        self._by_lemmas: dict[tuple[str, ...], list[Term]] = {}
        self._compounding: dict[str, Term] = {}
        self._stems: set[str] = set()
        for term in self.terms:
            if term.part_of_speech != TAG:
                self._index(term)
        self._lengths = _lengths(self._by_lemmas)
        self._tags = _names(term for term in self.terms if term.part_of_speech == TAG)
        self._ordinary = _names(term for term in self.terms if term.part_of_speech != TAG)

    def _index(self, term: Term) -> None:
        lemmas = self.lemmas(term.source)
        if lemmas:
            self._by_lemmas.setdefault(lemmas, []).append(term)
        if len(lemmas) == 1 and term.part_of_speech in _COMPOUNDING:
            self._compounding.setdefault(lemmas[0], term)
        if len(lemmas) == 1 and term.part_of_speech == "verb":
            for particle, stem in separable.seams(lemmas[0]):
                self._by_lemmas.setdefault((particle, "te", stem), []).append(term)
                self._stems.add(stem)

    def lemmas(self, text: str) -> tuple[str, ...]:
        """The text's words in dictionary form."""
        return tuple(self._lemmatise(word) for word in WORD.findall(text))

    def find(self, text: str) -> Iterator[Occurrence]:
        """Occurrences from left to right, each place once; all terms that share the longest source.

        Rows for tags are left out. A separable verb is found at its stem.
        """
        reading = read(text, self._lemmatise)
        at = 0
        while at < len(reading.lemmas):
            length, terms = self._longest_at(reading, at)
            for term in terms:
                yield Occurrence(term, *reading.span(at, length))
            at += length

    def _longest_at(self, reading: Reading, at: int) -> tuple[int, list[Term]]:
        for length in self._lengths.get(reading.lemmas[at], ()):
            key = tuple(reading.lemmas[at : at + length])
            if len(key) == length and (candidates := self._by_lemmas.get(key)):
                start, end = reading.span(at, length)
                if found := [term for term in candidates if term.fits(reading.text[start:end])]:
                    return length, found
        return 1, self._verb_at(reading, at)

    def _verb_at(self, reading: Reading, at: int) -> list[Term]:
        if reading.lemmas[at] not in self._stems:
            return []
        verbs = separable.joined(reading.lemmas, reading.ends, at)
        return next((self._by_lemmas[(verb,)] for verb in verbs if (verb,) in self._by_lemmas), [])

    def near(self, text: str, is_word: compound.Known) -> Iterator[Occurrence]:
        """Compounds that no term is, with the longest noun of the glossary that each is put together from.

        An occurrence spans the whole compound; its term is the noun's first row. `is_word` knows the
        words of the language that the other part may be; a term of the glossary may be it, too.
        """
        taken = {place for found in self.find(text) for place in range(found.start, found.end)}
        reading = read(text, self._lemmatise)
        for lemma, (start, end) in zip(reading.lemmas, reading.spans, strict=True):
            if start not in taken and (term := self._part(lemma, is_word)):
                yield Occurrence(term, start, end)

    def _part(self, lemma: str, is_word: compound.Known) -> Term | None:
        terms = self._compounding
        found = compound.parts(lemma, terms.__contains__, lambda rest: rest in terms or is_word(rest))
        return next((terms[part] for part in found), None)

    def preferred(self, text: str) -> dict[str, str]:
        """Source term → preferred target term, for every term that occurs in the text."""
        targets: dict[str, str] = {}
        for found in self.find(text):
            if found.term.decides:
                targets.setdefault(found.term.source, found.term.target)
        return targets

    def decided(self) -> dict[str, str]:
        """Source → preferred target, for every term that is not a tag; the first row of a source decides."""
        targets: dict[str, str] = {}
        for term in self.terms:
            if term.decides and term.part_of_speech != TAG:
                targets.setdefault(term.source, term.target)
        return targets

    def taxonomy(self, text: str) -> str | None:
        """The name of a tag or category in the target language, None where the glossary has none.

        Rows for tags come first, then the preferred translation of an ordinary term, which takes over
        a capital; as written before any case.
        """
        name = text.strip()
        if (tag := _named(self._tags, name)) is not None:
            return tag
        target = _named(self._ordinary, name)
        return target[0].upper() + target[1:] if target and name[0].isupper() else target


def _lengths(keys: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """First lemma → how many words its terms have, longest first."""
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(key[0], set()).add(len(key))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _names(terms: Iterable[Term]) -> dict[str, str]:
    """Source → target of rows that decide, also by the source's folded case where case doesn't count."""
    deciding = [term for term in terms if term.decides]
    names: dict[str, str] = {}
    for term in deciding:
        names.setdefault(term.source, term.target)
    for term in deciding:
        if term.case is CaseRule.ANY:
            names.setdefault(term.source.casefold(), term.target)
    return names


def _named(names: dict[str, str], name: str) -> str | None:
    return names.get(name, names.get(name.casefold()))


def occurs(words: str, text: str, lemmatise: Lemmatise) -> bool:
    """Whether a term is in a text in whatever inflected form, with hyphens or spaces between its words."""
    wanted = [lemmatise(part) for part in _PART.findall(words)]
    there = [lemmatise(part) for part in _PART.findall(text)]
    starts = range(len(there) - len(wanted) + 1) if wanted else ()
    return any(there[at : at + len(wanted)] == wanted for at in starts)
