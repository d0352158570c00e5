"""What a translator is told of an entry: where it stands, which terms occur, what the checks found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n_pipeline.checks import check
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.formats import markdown
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.document import Segment
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.glossary import Glossary, Lemmatise
from i18n_pipeline.model.inline import text_only


@dataclass(frozen=True, slots=True)
class Checks:
    """What the checks need: the glossary, the target's lemmas and language, levels by check name."""

    glossary: Glossary = field(default_factory=Glossary)
    lemmatise: Lemmatise = str.lower
    language: str = "en-GB"
    levels: Mapping[str, str] = field(default_factory=dict)

    def of(self, segment: Segment, target: str) -> tuple[Finding, ...]:
        """What is to be said of a translation."""
        if not target or segment.taxonomy:
            return ()
        pair = Pair(
            segment.content,
            markdown.aligned(target, segment.content),
            self.glossary,
            self.lemmatise,
            self.language,
            segment.line,
        )
        return check(pair, self.levels)


class Annotator:
    """Tells of each entry what a translator needs, and keeps what the checks found."""

    def __init__(self, checks: Checks) -> None:
        self._checks = checks
        self.findings: list[Finding] = []

    def __call__(self, segment: Segment, entry: Entry) -> tuple[str, ...]:
        """The lines of an entry's extracted comment."""
        lines = [segment.place]
        if terms := self._checks.glossary.preferred(text_only(segment.content, standalone=" ")):
            lines.append("glossary: " + "; ".join(f"{source} = {target}" for source, target in terms.items()))
        found = self._checks.of(segment, entry.target)
        self.findings += found
        return (*lines, *(f"{finding.severity}: {finding.message}" for finding in found))
