"""Terms that the glossary lacks, the likeliest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from i18n_pipeline.model.compound import Known
from i18n_pipeline.model.glossary import Glossary, Lemmatise
from i18n_pipeline.model.reading import read
from i18n_pipeline.stages.candidates import Candidate, Everyday, Finder, Passage, Words
from i18n_pipeline.stages.cooccurrence import Translations
from i18n_pipeline.stages.termhood import c_values, weirdness

_NOUN_SHARE = 0.5
"""In how many of its places a candidate has to look like a noun."""


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """What is known of the languages: lemmas of both; the source's tag, words, and how common they are."""

    language: str
    lemmatise: Lemmatise
    is_word: Known
    everyday: Everyday
    target_lemmatise: Lemmatise
    target_everyday: Everyday


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term to add: how often and in which articles it stands, one place as an example.

    `translations` are words that its sentences are translated with, the likeliest first; `contains`
    are glossary terms that it is put together from.
    """

    term: str
    score: float
    count: int
    articles: tuple[str, ...]
    example: Passage
    translations: tuple[str, ...]
    contains: tuple[str, ...]


class Suggester:
    """Looks through passages for terms that a glossary lacks."""

    def __init__(self, passages: Sequence[Passage], glossary: Glossary, known: Dictionaries) -> None:
        self._passages = passages
        self._glossary = glossary
        self._known = known
        self._translations = Translations(passages, known.target_lemmatise, known.target_everyday)
        words = [lemma for each in passages for lemma in read(each.text, known.lemmatise).lemmas]
        self._here = {word: count * 1e6 / len(words) for word, count in Counter(words).items()}

    def suggest(self, *, min_articles: int = 2) -> list[Suggestion]:
        """Nouns and phrases that stand in at least so many articles, by how much they are of the field."""
        known = self._known
        found = Finder(self._glossary, known.lemmatise, known.everyday, known.language).find(self._passages)
        again = {words: each for words, each in found.items() if each.count > 1}
        values = c_values(again)
        suggestions = [
            self._suggestion(words, candidate, values[words])
            for words, candidate in again.items()
            if len(self._articles(candidate)) >= min_articles
            if candidate.as_noun >= _NOUN_SHARE * candidate.count and not candidate.is_verb
        ]
        return sorted(
            (each for each in suggestions if each.score > 0), key=lambda each: (-each.score, each.term)
        )

    def _articles(self, candidate: Candidate) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._passages[number].article for number in candidate.passages))

    def _suggestion(self, words: Words, candidate: Candidate, c_value: float) -> Suggestion:
        form = words if words in candidate.forms else candidate.form
        term = " ".join(form)
        everyday = self._known.everyday
        rates = [
            (self._here[word], max(everyday(word), everyday(written)))
            for word, written in zip(words, form, strict=True)
        ]
        near = self._glossary.near(term, self._known.is_word)
        return Suggestion(
            term,
            round(max(c_value, 0) * max(weirdness(rates), 0), 1),
            candidate.count,
            self._articles(candidate),
            self._passages[candidate.passages[0]],
            self._translations.of(candidate.passages),
            tuple(dict.fromkeys(place.term.source for place in near)),
        )
