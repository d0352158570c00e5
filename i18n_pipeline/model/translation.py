"""A translation of a segment: its text, where it came from, how far it is."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Who wrote a translation."""

    HUMAN = "human"
    MEMORY = "memory"
    MACHINE = "machine"


class State(StrEnum):
    """How far a translation is; `outdated`: reviewed, but the source changed since."""

    UNTRANSLATED = "untranslated"
    MACHINE = "machine"
    OUTDATED = "outdated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Translation:
    """A segment's text in the target language, as Markdown; empty when there is none.

    `engine` names the backend that wrote it (`local`, `deepl`), empty for a person's text.
    """

    target: str
    origin: Origin = Origin.MACHINE
    state: State = State.MACHINE
    engine: str = ""
