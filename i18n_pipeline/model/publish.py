"""What a post may be called, and when it may be written."""

from collections.abc import Iterable
from enum import StrEnum

from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.translation import State


class Status(StrEnum):
    """How far a post is; `draft`: an engine below publishing quality wrote some of it."""

    DRAFT = "draft"
    MACHINE = "machine"
    REVIEWED = "reviewed"


def status_of(entries: Iterable[Entry]) -> Status:
    """The status of a post made of these living entries."""
    living = [entry for entry in entries if not entry.obsolete]
    if any(entry.draft for entry in living):
        return Status.DRAFT
    return Status.REVIEWED if all(entry.state is State.REVIEWED for entry in living) else Status.MACHINE
