"""What the values have to be after an edit."""

from collections import Counter
from collections.abc import Mapping

from i18n_pipeline.formats.front_matter.fields import Path
from i18n_pipeline.formats.front_matter.slot import Kind, Slot, Slots

Values = Counter[tuple[Path, Kind, str | None]]


def values(slots: Slots, without: Path = ()) -> Values:
    """All values with their paths; `without` leaves out the tables that hold that path."""
    return Counter(_value(slot) for slot in slots if _counts(slot) and not _holds(slot.path, without))


def replaced(slots: Slots, texts: Mapping[Path, str]) -> Values:
    """The values once those paths have the texts."""
    return Counter(
        (slot.path, Kind.TEXT, texts[slot.path]) if slot.path in texts else _value(slot)
        for slot in slots
        if _counts(slot) and not any(slot.path[:length] in texts for length in range(len(slot.path)))
    )


def removed(slots: Slots, path: Path) -> Values:
    """The values without that path, what it holds, and the tables that hold it."""
    return values(tuple(slot for slot in slots if slot.path != path and not _holds(path, slot.path)), path)


def inserted(slots: Slots, path: Path, text: str) -> Values:
    """The values with one more."""
    return values(slots) + Counter([(path, Kind.TEXT, text)])


def _counts(slot: Slot) -> bool:
    # TOML's headers come with new keys and go with the last; what they hold is counted.
    return slot.kind is not Kind.TABLE or slot.is_member or slot.flow


def _value(slot: Slot) -> tuple[Path, Kind, str | None]:
    # What an alias says follows its anchor.
    return (slot.path, slot.kind, slot.text if slot.is_scalar else None)


def _holds(outer: Path, inner: Path) -> bool:
    return len(outer) < len(inner) and inner[: len(outer)] == outer
