"""An article's catalogue to the units of an XLIFF file."""

from collections.abc import Iterator
from enum import StrEnum

from rapidfuzz import fuzz

from i18n_pipeline.formats import xliff
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.model.inline import text_only
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.leverage import keyed
from i18n_pipeline.stages.xliff_units import base_of, coded, digest, state_of, unit_id


class Only(StrEnum):
    """Which entries go out."""

    UNTRANSLATED = "untranslated"
    UNREVIEWED = "unreviewed"
    ALL = "all"

    def takes(self, state: State) -> bool:
        """Whether an entry of that state goes out."""
        if self is Only.UNTRANSLATED:
            return state is State.UNTRANSLATED
        return self is Only.ALL or state is not State.REVIEWED


def exported(
    article: str, document: Document, catalogue: Catalogue, glossary: Glossary, only: Only = Only.ALL
) -> xliff.File:
    """The file of an article whose merged catalogue is given; it has no unit where nothing is to go out."""
    segments = keyed(document)
    units = (
        _unit(entry, segments[entry.key], glossary)
        for entry in catalogue.entries
        if not entry.obsolete and only.takes(entry.state)
    )
    return xliff.File("f" + digest(article), article, tuple(units))


def _unit(entry: Entry, segment: Segment, glossary: Glossary) -> xliff.Unit:
    source = segment.content
    return xliff.Unit(
        unit_id(entry.key),
        source,
        coded(entry.target, source),
        state_of(entry),
        _sub_state(entry),
        entry.context,
        base_of(entry, source),
        tuple(_notes(entry)),
        glossary.preferred(text_only(source, standalone=" ")),
        tuple(_candidates(entry, segment)),
    )


def _sub_state(entry: Entry) -> str:
    if entry.state is State.OUTDATED:
        return "outdated"
    return str(entry.origin) if entry.state is State.MACHINE else ""


def _notes(entry: Entry) -> Iterator[xliff.Note]:
    for number, line in enumerate(entry.notes):
        head = line.partition(":")[0]
        on_target = head in _FINDINGS
        yield xliff.Note(_category(head, number), line, on_target=on_target)
    if entry.engine and entry.state is State.MACHINE:
        yield xliff.Note("engine", f"{entry.engine}{', draft' if entry.draft else ''}", on_target=True)
    if entry.previous is not None:
        yield xliff.Note("previous", entry.previous)
    yield from (xliff.Note("comment", line) for line in entry.comments if line)


_FINDINGS = {"info", "warning", "error"}


def _category(head: str, number: int) -> str:
    if head in _FINDINGS:
        return "finding"
    if head == "glossary":
        return "glossary"
    return "location" if number == 0 else "note"


def _candidates(entry: Entry, segment: Segment) -> Iterator[xliff.Candidate]:
    """An outdated text with the source that it was written for, then the proposal for this one."""
    source = segment.content
    if entry.state is State.OUTDATED and entry.previous is not None:
        yield xliff.Candidate(
            coded(entry.previous, source),
            coded(entry.target, source),
            "tm",
            "i18n-pipeline",
            fuzz.ratio(entry.previous, entry.source),
        )
    if entry.proposal:
        kind = "tm" if entry.engine == Origin.MEMORY else "mt"
        yield xliff.Candidate(source, coded(entry.proposal, source), kind, entry.engine)
