"""What a translator is told of an entry: where it stands, which terms occur, what the checks found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from i18n_pipeline.checks import Pair, check, ignored, unknown
from i18n_pipeline.formats import markdown
from i18n_pipeline.model.catalogue import Entry, Key
from i18n_pipeline.model.compound import Known
from i18n_pipeline.model.document import Segment
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.glossary import Glossary, Lemmatise
from i18n_pipeline.model.inline import text_only

_TITLES = ("title", "subtitle", "english_title")


def _unknown_word(_word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Checks:
    """What the checks need: the glossary, the target's lemmas and language, levels by check name.

    `elsewhere` has the translations that other articles have for a text, each with its article.
    `is_word` knows the words of the source language, for terms in compounds.
    """

    glossary: Glossary = field(default_factory=Glossary)
    lemmatise: Lemmatise = str.lower
    language: str = "en-GB"
    levels: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    is_word: Known = _unknown_word

    def of(self, segment: Segment, entry: Entry) -> tuple[Finding, ...]:
        """What is to be said of an entry's translation."""
        if not entry.target or segment.taxonomy:
            return ()
        found = check(self._pair(segment, entry.target), self.levels, ignored(entry.comments, entry.flags))
        wrong = (
            replace(finding, line=segment.line, segment=segment.source, context=segment.context)
            for finding in unknown(entry.comments)
        )
        return (*found, *wrong)

    def _pair(self, segment: Segment, target: str) -> Pair:
        return Pair(
            segment.content,
            markdown.aligned(target, segment.content),
            self.glossary,
            self.lemmatise,
            self.language,
            segment.line,
            segment.context,
            _is_title(segment),
            self.elsewhere.get(segment.key, {}),
        )


def _is_title(segment: Segment) -> bool:
    name = (segment.context or "").rpartition(".")[2]
    return name in _TITLES or segment.place.startswith("heading")


class Annotator:
    """Tells of each entry what a translator needs, and keeps what the checks found."""

    def __init__(self, checks: Checks) -> None:
        self._checks = checks
        self.findings: list[Finding] = []

    def __call__(self, segment: Segment, entry: Entry) -> tuple[str, ...]:
        """The lines of an entry's extracted comment."""
        lines = [segment.place]
        text, glossary = text_only(segment.content, standalone=" "), self._checks.glossary
        if terms := glossary.preferred(text):
            lines.append("glossary: " + "; ".join(f"{source} = {target}" for source, target in terms.items()))
        if compounds := self._compounds(text):
            lines.append("compounds: " + "; ".join(compounds))
        found = self._checks.of(segment, entry)
        self.findings += found
        return (*lines, *(f"{finding.severity}: {finding.message}" for finding in found))

    def _compounds(self, text: str) -> list[str]:
        """Words that a term is a part of, each once."""
        near = self._checks.glossary.near(text, self._checks.is_word)
        found = {text[each.start : each.end]: each.term for each in near}
        return [f"{word} holds {term.source} = {term.target}" for word, term in found.items()]
