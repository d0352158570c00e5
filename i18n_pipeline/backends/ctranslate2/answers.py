"""Queries answered: all sentences at once, then the words of pairs that found no place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from i18n_pipeline.backends.code_edges import respaced
from i18n_pipeline.backends.ctranslate2.alignment import aligned
from i18n_pipeline.backends.ctranslate2.translated import Translated
from i18n_pipeline.backends.guard import Fault
from i18n_pipeline.backends.references import readable
from i18n_pipeline.backends.untagged.markers import Marked, marked
from i18n_pipeline.backends.untagged.sections import Section, sections
from i18n_pipeline.backends.untagged.spans import put, searched
from i18n_pipeline.model.engine import Answer, Query
from i18n_pipeline.model.inline import Content, merged, same_codes

Translate = Callable[[Sequence[str]], Sequence[tuple[Translated, ...]]]
"""Texts in, the translations of each out, the likeliest first."""

Judge = Callable[[str, str], str]
"""A source and its translation in, why it can't be one out; empty where it may."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A section with its text for the model."""

    section: Section
    marked: Marked

    @property
    def text(self) -> str:
        return self.marked.text

    @property
    def held(self) -> list[str]:
        """What its pairs hold."""
        return [inner.text for span in self.marked.spans for inner in span.walk()]


def answered(
    queries: Sequence[Query], translate: Translate, judge: Judge, *, guided: bool
) -> tuple[Answer, ...]:
    """One answer for each query, in order: exactly the query's codes, or no content and the problem.

    `guided` says that the model was trained to look at the words that it translates; only then its
    links say where a pair belongs.
    """
    work = [
        [Sentence(section, marked(section.core)) for section in sections(readable(query.content))]
        for query in queries
    ]
    known = _Known(translate, judge, guided=guided)
    asked = [sentence for sentence in chain(*work) if sentence.section.core]
    known.ask(sentence.text for sentence in asked)
    unplaced = [
        sentence for sentence in asked if known.sound(sentence.text) and _placed(sentence, known) is None
    ]
    known.ask(text for sentence in unplaced for text in sentence.held)
    return tuple(_answer(query, parts, known) for query, parts in zip(queries, work, strict=True))


class _Known:
    """The translations so far, by their source."""

    def __init__(self, translate: Translate, judge: Judge, *, guided: bool) -> None:
        self.guided = guided
        self._translate = translate
        self._judge = judge
        self._found: dict[str, tuple[Translated, ...]] = {}

    def ask(self, texts: Iterable[str]) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._found]
        if new:
            self._found.update(zip(new, self._translate(new), strict=True))

    def sound(self, text: str) -> list[Translated]:
        """The translations that may be one; none where the likeliest leaves the text as it is."""
        if self.problem(text) == Fault.UNTRANSLATED:
            return []
        return [each for each in self._found.get(text, ()) if not self._fault(text, each)]

    def problem(self, text: str) -> str:
        """What is wrong with the likeliest translation."""
        return next((self._fault(text, each) for each in self._found.get(text, ())), "no translation")

    def tokens(self, text: str) -> int:
        return max((len(each.links) for each in self._found.get(text, ())), default=0)

    def _fault(self, text: str, translated: Translated) -> str:
        return translated.problem or self._judge(text, translated.text)


def _answer(query: Query, sentences: Sequence[Sentence], known: _Known) -> Answer:
    tokens = sum(known.tokens(sentence.text) for sentence in sentences)
    parts: list[Content] = []
    for sentence in sentences:
        core: Content | None = ()
        if sentence.section.core:
            if not known.sound(sentence.text):
                return Answer(None, known.problem(sentence.text), tokens=tokens)
            core = _placed(sentence, known)
        if core is None:
            return Answer(None, "placeholders lost", tokens=tokens)
        parts.append((*sentence.section.lead, *core, *sentence.section.trail))
    content = respaced(merged(tuple(chain(*parts))), query.content)
    if not same_codes(content, query.content):
        return Answer(None, "placeholders lost", tokens=tokens)
    return Answer(content, tokens=tokens)


def _placed(sentence: Sentence, known: _Known) -> Content | None:
    """The first translation in which all codes find their place, with them; None if there is none."""

    def alternatives(text: str) -> list[str]:
        return [each.text.strip(" .,:;!?") for each in known.sound(text)]

    for each in known.sound(sentence.text):
        finds = [searched(sentence.marked, each.text, alternatives)]
        if known.guided:
            finds.insert(0, aligned(each, sentence.text))
        for find in finds:
            if content := put(sentence.marked, each.text, find):
                return content
    return None
