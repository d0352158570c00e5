"""What goes out and what comes back, without XML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from i18n_pipeline.model.inline import Content, Kind


class SegmentState(StrEnum):
    """How far a segment is (XLIFF 2.1, attribute `state`)."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"

    @property
    def rank(self) -> int:
        """0 to 2; a reviewed segment and a final one are alike to the pipeline."""
        return min(list(SegmentState).index(self), 2)

    @property
    def signed(self) -> bool:
        """Whether a person signed the segment off."""
        return self.rank == SegmentState.REVIEWED.rank


@dataclass(frozen=True, slots=True)
class Note:
    """A remark; `category` says what it is about, `on_target` that it is on the translation."""

    category: str
    text: str
    on_target: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A translation to take from; `kind` is `mt` or `tm`, `similarity` of the sources is from 0 to 100."""

    source: Content
    target: Content
    kind: str
    origin: str
    similarity: float = 100.0


@dataclass(frozen=True, slots=True)
class Base:
    """What an entry had when it was exported: a digest of its translation, and its segment's state."""

    text: str
    state: SegmentState


@dataclass(frozen=True, slots=True)
class Unit:
    """One text that goes out. Contents are well nested; an empty `target` is none.

    `name` is the front matter key, `sub_state` the pipeline's own word beside the state, `terms` are
    the glossary's, source → target.
    """

    id: str
    source: Content
    target: Content = ()
    state: SegmentState = SegmentState.INITIAL
    sub_state: str = ""
    name: str | None = None
    base: Base | None = None
    notes: tuple[Note, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """One article's units; `original` is its path."""

    id: str
    original: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code that came back; `written` is what its original data says."""

    kind: Kind
    id: str
    written: str = ""


Parts = tuple[str | Code, ...]
"""Text and codes in order."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit that came back, its segments joined; the state is that of the segment that is least far.

    `target` is empty where there is none. `incomplete`: some of its segments have no translation.
    """

    id: str
    source: Parts
    target: Parts = ()
    state: SegmentState = SegmentState.INITIAL
    name: str | None = None
    base: Base | None = None
    line: int = 0
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """One article's units that came back."""

    original: str
    units: tuple[Returned, ...]
    line: int = 0
