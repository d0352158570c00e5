"""Words and phrases of the articles that could be terms."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from i18n_pipeline.model.glossary import Glossary, Lemmatise
from i18n_pipeline.model.language import base
from i18n_pipeline.model.reading import Reading, read

Everyday = Callable[[str], float]
"""How often a word in lower case is used in everyday language, per million words."""

COMMON = 100.0
"""From how often per million on a word is everyone's, not a field's."""

LONGEST = 3
_SHORTEST = 3
_INSIDE = str.maketrans("", "", "-'’")  # what words have besides letters
_ADJECTIVES = 2  # between a determiner and its noun

Words = tuple[str, ...]

BEFORE_NOUNS: Mapping[str, frozenset[str]] = {
    "nl": frozenset({
        "aan", "alle", "als", "beide", "bij", "dat", "de", "deze", "die", "dit", "een", "elk", "elke",
        "enkele", "geen", "haar", "het", "hun", "ieder", "iedere", "in", "je", "jouw", "meer", "met", "mijn",
        "minder", "na", "naar", "onder", "ons", "onze", "op", "over", "per", "sommige", "tegen", "tijdens",
        "tot", "uit", "uw", "van", "veel", "via", "voor", "wegens", "weinig", "welk", "welke", "zijn",
        "zonder",
    })
}  # fmt: skip
"""What stands before a noun or its adjectives, by language; for others there is no test of nouns."""

_BETWEEN_NOUNS = frozenset({"aan", "bij", "in", "met", "naar", "op", "van", "voor"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of an article: where it stands, and its translation where there is one."""

    article: str
    line: int
    text: str
    translation: str = ""


@dataclass(slots=True)
class Candidate:
    """A phrase by its dictionary forms: how it is written, the passages that it stands in, one for each time.

    `as_noun` counts how often its neighbours say that it is a noun.
    """

    words: Words
    forms: Counter[Words] = field(default_factory=Counter)
    passages: list[int] = field(default_factory=list)
    as_noun: int = 0

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.passages)

    @property
    def form(self) -> Words:
        """How it is written most often."""
        return self.forms.most_common(1)[0][0]

    @property
    def is_verb(self) -> bool:
        """Whether its last word is a verb: `klinkt`, with the dictionary form `klinken`."""
        return self.words[-1].endswith("en") and self.form[-1] != self.words[-1]


class Finder:
    """Looks for candidates that the glossary lacks; what it is given is the source language's."""

    def __init__(self, glossary: Glossary, lemmatise: Lemmatise, everyday: Everyday, language: str) -> None:
        self._glossary = glossary
        self._lemmatise = lemmatise
        self._everyday = everyday
        self._before = BEFORE_NOUNS.get(base(language), frozenset())

    def find(self, passages: Sequence[Passage]) -> dict[Words, Candidate]:
        """Candidates of one to three words by their dictionary forms."""
        found: dict[Words, Candidate] = {}
        for number, passage in enumerate(passages):
            reading = read(passage.text, self._lemmatise)
            for first, last in self._phrases(reading):
                words = tuple(reading.lemmas[first : last + 1])
                candidate = found.setdefault(words, Candidate(words))
                candidate.forms[tuple(_word(reading, at) for at in range(first, last + 1))] += 1
                candidate.passages.append(number)
                candidate.as_noun += self._is_noun(reading, first, last)
        return found

    def _phrases(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """First and last word of each phrase that no term of the glossary covers."""
        told = [(found.start, found.end) for found in self._glossary.find(reading.text)]
        covered = {place for start, end in told for place in range(start, end)}
        content = [self._is_content(reading, at) for at in range(len(reading.lemmas))]
        for first in range(len(content)):
            for last in range(first, min(first + LONGEST, len(content))):
                if last > first and reading.ends[last - 1]:
                    break
                place = range(*reading.span(first, last - first + 1))
                if self._is_phrase(reading, content, first, last) and not covered.issuperset(place):
                    yield first, last

    def _is_phrase(self, reading: Reading, content: Sequence[bool], first: int, last: int) -> bool:
        inner = range(first + 1, last)
        return (
            content[first]
            and content[last]
            and all(content[at] or reading.lemmas[at] in _BETWEEN_NOUNS for at in inner)
        )

    def _is_content(self, reading: Reading, at: int) -> bool:
        word, lemma = _word(reading, at), reading.lemmas[at]
        if len(lemma) < _SHORTEST or not word.translate(_INSIDE).isalpha():
            return False
        return max(self._everyday(word), self._everyday(lemma)) < COMMON

    def _is_noun(self, reading: Reading, first: int, last: int) -> bool:
        """Whether a determiner or preposition stands before the phrase, and no further content behind it."""
        if not self._before:
            return True
        if not reading.ends[last] and self._is_content(reading, last + 1):
            return False
        for at in range(first - 1, max(first - 2 - _ADJECTIVES, -1), -1):
            if reading.ends[at]:
                return False
            if (word := _word(reading, at)) in self._before:
                return True
            if not word.endswith("e"):
                return False
        return False


def _word(reading: Reading, at: int) -> str:
    start, end = reading.spans[at]
    return reading.text[start:end].lower()
