"""One section of a segment on its way through the model: whole first, in pieces where that loses a code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from i18n_pipeline.backends.local.drafts import Draft, Source
from i18n_pipeline.backends.local.terms import Terms, occurring
from i18n_pipeline.backends.untagged.markers import Marked, marked
from i18n_pipeline.backends.untagged.sections import Section, sections
from i18n_pipeline.backends.untagged.spans import placed
from i18n_pipeline.model.engine import Query
from i18n_pipeline.model.inline import Content, merged

Drafts = Mapping[Source, Draft]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A section with its text for the model and the terms in it."""

    section: Section
    marked: Marked
    terms: Terms

    @property
    def whole(self) -> Source:
        """The sentence with markers for its codes."""
        return _source(self.marked.text, self.terms)

    def sources(self) -> list[Source]:
        """What has to be drafted: the sentence, and what its pairs hold by itself."""
        if not self.section.core:
            return []
        held = [inner.text for span in self.marked.spans for inner in span.walk()]
        return [self.whole, *(_source(text, occurring(self.terms, text)) for text in held)]

    def solved(self, drafts: Drafts) -> Content | None:
        """The first draft in which all codes find their place, with them; None if there is none."""
        if not self.section.core:
            return self._framed(())

        def alternatives(text: str) -> list[str]:
            found = drafts[_source(text, occurring(self.terms, text))].texts
            return [*(draft.strip(" .,:;!?") for draft in found), text]

        for text in drafts[self.whole].texts:
            if content := placed(self.marked, text, alternatives):
                return self._framed(content)
        return None

    def pieces(self) -> list[Source]:
        """The texts between the codes."""
        bare = (text.strip() for text in self._texts())
        return [_source(text, occurring(self.terms, text)) for text in bare]

    def pieced(self, drafts: Drafts) -> Content | None:
        """The sentence from its pieces, codes where they were; None where a piece has no draft."""
        texts = {}
        for text, source in zip(self._texts(), self.pieces(), strict=True):
            if not (found := drafts[source].texts):
                return None
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            texts[text] = before + found[0] + after
        return self._framed(
            tuple(texts.get(part, part) if isinstance(part, str) else part for part in self.section.core)
        )

    def _texts(self) -> Iterator[str]:
        for part in self.section.core:
            if isinstance(part, str) and any(map(str.isalpha, part)):
                yield part

    def _framed(self, core: Content) -> Content:
        return merged((*self.section.lead, *core, *self.section.trail))


def sentences(query: Query) -> tuple[Sentence, ...]:
    """The sentences of a query's content, in order."""
    found = sections(query.content)
    terms = tuple(query.terms.items())
    alone = len(found) == 1
    result = []
    for section in found:
        text = marked(section.core)
        result.append(Sentence(section, text, terms if alone else occurring(terms, text.text)))
    return tuple(result)


def _source(text: str, terms: Terms) -> Source:
    return Source(" ".join(text.split()), terms)
