"""A new text in the place of a YAML value."""

import re
from collections.abc import Iterator

from i18n_pipeline.formats.front_matter.slot import Kind, Patch, Patches, Slot
from i18n_pipeline.formats.front_matter.yaml_lines import line_end
from i18n_pipeline.formats.front_matter.yaml_scalar import written

_COLON = re.compile(r"\s*:")
_BLANK_LINE_REST = re.compile(r"[ \t](?=[ \t]*(?:[\r\n,\]}]|\Z))")


def replacements(content: str, slot: Slot, text: str, newline: str) -> Iterator[Patches]:
    """Patches that set the value to the text, in its own style first."""
    if slot.start < 0:  # an alias in a list, which has no place of its own
        return
    raw = content[slot.start : slot.end]
    for value in written(text, raw, slot, newline):
        if slot.start == slot.end:
            yield _filled(content, slot, value)
        elif slot.kind in {Kind.TABLE, Kind.LIST} and slot.is_member:
            yield _in_place_of_collection(content, slot, value)
        else:
            yield (Patch(slot.start, slot.end, value),)


def _filled(content: str, slot: Slot, value: str) -> Patches:
    """A value where nothing is written; a space or comment behind it stays behind it."""
    colon = "" if not slot.is_member or ":" in content[slot.key_end : slot.end] else ":"
    blank = _BLANK_LINE_REST.match(content, slot.end)
    return (Patch(slot.start, blank.end() if blank else slot.end, f"{colon} {value}"),)


def _in_place_of_collection(content: str, slot: Slot, value: str) -> Patches:
    colon = _COLON.match(content, slot.key_end)
    after = colon.end() if colon else slot.key_end
    first_line = line_end(content, after)
    if slot.start < first_line:
        return (Patch(slot.start, slot.end, value),)
    return Patch(after, after, f" {value}"), Patch(first_line, slot.end)
