"""What is known of a translation: who wrote it and how far it is."""

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
