"""An engine's answers to proposals that fit the article's Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.inline import target_markdown
from i18n_pipeline.stages.ask import Outcome
from i18n_pipeline.stages.dispatch import Answers
from i18n_pipeline.stages.guard import guarded
from i18n_pipeline.stages.leverage import keyed
from i18n_pipeline.stages.merge import Proposal


@dataclass(frozen=True, slots=True)
class Proposals:
    """Proposals by key, and what was found of the answers."""

    texts: Mapping[Key, Proposal]
    findings: tuple[Finding, ...]


def propose(document: Document, answers: Answers, parameters: Sequence[str]) -> Proposals:
    """Proposals for the answers that have a text; where it would break the layout, escaped or none."""
    segments = keyed(document)
    first = {segment.key: number for number, segment in reversed(list(enumerate(document.segments)))}
    written = {
        first[key]: target_markdown(outcome.content)
        for key, outcome in answers.outcomes.items()
        if outcome.content is not None
    }
    kept = guarded(document, written, parameters)
    texts = {
        document.segments[number].key: Proposal(text, answers.engine, answers.draft)
        for number, text in kept.texts.items()
    }
    told = [
        finding for key, outcome in answers.outcomes.items() for finding in _findings(segments[key], outcome)
    ]
    return Proposals(texts, (*told, *kept.findings))


def _findings(segment: Segment, outcome: Outcome) -> Iterator[Finding]:
    if outcome.content is None:
        yield Finding(
            "not-translated",
            Severity.ERROR,
            f"The engine gave no text that can be used: {outcome.problem}.",
            segment.line,
            segment.source,
            "Translate it in the PO file, or run again with another engine.",
        )
    elif outcome.around:
        yield Finding(
            "translated-around-codes",
            Severity.WARNING,
            f"The engine lost the codes ({outcome.problem}); the text was translated in pieces between them.",
            segment.line,
            segment.source,
            "Read it with care.",
        )
