"""Words that stand in the translations of the same passages, again and again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from i18n_pipeline.model.glossary import Lemmatise
from i18n_pipeline.model.reading import read
from i18n_pipeline.stages.candidates import Everyday, Passage

MOST = 3
_LONGEST = 2
_TOGETHER = 2  # passages, at least
_LEAST = 0.5  # of 1: below that the words meet by chance
_COMMON = 1000.0  # uses per million: articles, pronouns, prepositions


class Translations:
    """Target words and pairs of words, by the passages whose translation has them."""

    def __init__(self, passages: Sequence[Passage], lemmatise: Lemmatise, everyday: Everyday) -> None:
        self._translated = {number for number, passage in enumerate(passages) if passage.translation}
        self._places: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[int, set[str]] = {}
        for number in self._translated:
            phrases = set(_phrases(passages[number].translation, lemmatise, everyday))
            self._phrases[number] = phrases
            for phrase in phrases:
                self._places[phrase].add(number)

    def of(self, passages: Iterable[int]) -> tuple[str, ...]:
        """The likeliest translations of what stands in these passages, by Dice's coefficient."""
        there = self._translated.intersection(passages)
        together = Counter(phrase for number in there for phrase in self._phrases[number])
        likely = {
            phrase: 2 * count / (len(there) + len(self._places[phrase]))
            for phrase, count in together.items()
            if count >= _TOGETHER
        }
        best = sorted(likely, key=lambda phrase: (-likely[phrase], -len(phrase), phrase))
        return tuple(phrase for phrase in best[:MOST] if likely[phrase] >= _LEAST)


def _phrases(text: str, lemmatise: Lemmatise, everyday: Everyday) -> Iterator[str]:
    """Words and pairs of words in dictionary form that neither begin nor end with a word of grammar."""
    reading = read(text, lemmatise)
    content = [everyday(lemma) < _COMMON for lemma in reading.lemmas]
    for length in range(1, _LONGEST + 1):
        for first in range(len(reading.lemmas) - length + 1):
            last = first + length - 1
            if content[first] and content[last] and not any(reading.ends[first:last]):
                yield " ".join(reading.lemmas[first : last + 1])
