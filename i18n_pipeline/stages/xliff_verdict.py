"""What is to become of a text that came back, with what the catalogue has now."""

from enum import Enum

from i18n_pipeline.formats.xliff import Base, Returned, SegmentState
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.inline import Content, source_markdown
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.xliff_units import base_of, digest


class Verdict(Enum):
    """What is to be done with a unit."""

    TAKE = "take"
    SAME = "same"
    """Nobody did anything to it, or the catalogue has it already."""
    CONFLICT = "conflict"
    """A person changed the entry after the export."""
    UNSIGNED = "unsigned"
    """A new text that no person signed off, for an entry that one had signed off."""


def verdict(unit: Returned, text: str, now: Entry, source: Content) -> Verdict:
    """Judge a unit's text, as Markdown, beside the entry as it is now.

    Where a tool dropped what the export had noted of the entry, the entry as it is now stands for
    it, and a person's text in it counts as changed since.
    """
    current = base_of(now, source)
    if unit.state is SegmentState.INITIAL and text == source_markdown(source):
        return Verdict.SAME
    if _brings_nothing(unit, digest(text), current, by_person=_by_person(now)):
        return Verdict.SAME
    if not _by_person(now) or digest(text) == current.text:
        return Verdict.TAKE
    if unit.base != current:
        return Verdict.CONFLICT
    return Verdict.UNSIGNED if now.state is State.REVIEWED and not unit.state.signed else Verdict.TAKE


def _by_person(entry: Entry) -> bool:
    signed = entry.state in {State.REVIEWED, State.OUTDATED}
    return bool(entry.target) and (signed or entry.origin is Origin.HUMAN)


def _brings_nothing(unit: Returned, text: str, current: Base, *, by_person: bool) -> bool:
    """Whether the entry has the text already, or nobody worked on it since the export.

    A person's text that went out and that the catalogue has lost since is worth taking back.
    """
    if _reaches(unit, text, current):
        return True
    untouched = _reaches(unit, text, unit.base or current)
    return untouched and (by_person or unit.state is SegmentState.INITIAL)


def _reaches(unit: Returned, text: str, base: Base) -> bool:
    """Whether an entry that has this has the unit's text, as far along."""
    return text == base.text and unit.state.rank <= SegmentState(base.state).rank
