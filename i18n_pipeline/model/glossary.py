"""A glossary: terms, and where they occur in a text."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

Lemmatise = Callable[[str], str]
"""A word in, its dictionary form out, in lower case."""


class Status(StrEnum):
    """What a target term is to a translator (TBX-Basic's administrative status, and "untranslatable")."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    UNTRANSLATABLE = "untranslatable"


class CaseRule(StrEnum):
    """How letter case counts when a term is looked up."""

    ANY = "any"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Term:
    """A source term with one target term; preferred, admitted and forbidden rows may share a source."""

    source: str
    target: str
    part_of_speech: str = ""
    status: Status = Status.PREFERRED
    note: str = ""
    case: CaseRule = CaseRule.ANY


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text, at characters `start` to `end`."""

    term: Term
    start: int
    end: int


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Glossary:
    """Terms by their lemmas; the longest match wins."""

    __slots__ = ("_by_first", "_lemmatise", "terms")

    def __init__(self, terms: Iterable[Term] = (), lemmatise: Lemmatise = str.lower) -> None:
        self.terms = tuple(terms)
        self._lemmatise = lru_cache(maxsize=65536)(lemmatise)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in self.terms:
            if lemmas := self.lemmas(term.source):
                self._by_first.setdefault(lemmas[0], []).append((lemmas, term))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def lemmas(self, text: str) -> tuple[str, ...]:
        """The text's words in dictionary form."""
        return tuple(self._lemmatise(word) for word in _WORD.findall(text))

    def find(self, text: str) -> Iterator[Occurrence]:
        """Occurrences from left to right, each place once; all terms that share the longest source."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        lemmas = [self._lemmatise(text[start:end]) for start, end in words]
        at = 0
        while at < len(words):
            found = self._longest_at(text, words, lemmas, at)
            for length, term in found:
                yield Occurrence(term, words[at][0], words[at + length - 1][1])
            at += found[0][0] if found else 1

    def _longest_at(
        self, text: str, words: list[tuple[int, int]], lemmas: list[str], at: int
    ) -> list[tuple[int, Term]]:
        found: list[tuple[int, Term]] = []
        for wanted, term in self._by_first.get(lemmas[at], ()):
            length = len(wanted)
            if found and length < found[0][0]:
                break
            if tuple(lemmas[at : at + length]) != wanted:
                continue
            written = text[words[at][0] : words[at + length - 1][1]]
            if term.case is CaseRule.ANY or written == term.source:
                found.append((length, term))
        return found

    def preferred(self, text: str) -> dict[str, str]:
        """Source term → preferred target term, for every term that occurs in the text."""
        return {
            found.term.source: found.term.target
            for found in self.find(text)
            if found.term.status in {Status.PREFERRED, Status.UNTRANSLATABLE}
        }
