"""Keys put into YAML and taken out of it."""

import re
from collections.abc import Iterator

from i18n_pipeline.formats.front_matter.braces import with_member, without_member
from i18n_pipeline.formats.front_matter.fields import Path
from i18n_pipeline.formats.front_matter.slot import Kind, Patch, Patches, Slot, Slots
from i18n_pipeline.formats.front_matter.yaml_lines import after_blank_lines, line_start, next_line
from i18n_pipeline.formats.front_matter.yaml_scalar import plain_or_quoted

_END_MARK = re.compile(r"(?:^|(?<=\r))\.\.\.(?!\S)", re.MULTILINE)


def insertions(content: str, slots: Slots, path: Path, text: str, newline: str) -> Iterator[Patches]:
    """The key at the end of its table: a top-level key right before the closing delimiter.

    Raises ValueError where the path's parent is no table.
    """
    *_, key = path
    parent = next((slot for slot in slots if slot.path == path[:-1]), None) if slots else Slot(())
    if parent is None or parent.kind is not Kind.TABLE or not isinstance(key, str):
        raise ValueError(f"there is no table to put {path} into")
    flow = parent.start >= 0 and content.startswith("{", parent.start)
    member = f"{plain_or_quoted(key, flow=True)}: {plain_or_quoted(text, flow=flow)}"
    if flow:
        yield (with_member(content, parent, member),)
        return
    line = f"{' ' * _column(slots, parent)}{member}{newline}"
    at = next_line(content, parent.end) if parent.path else _content_end(content)
    yield (Patch(at, at, line),)
    at = after_blank_lines(content, at)
    yield (Patch(at, at, line),)


def removals(content: str, slots: Slots, path: Path) -> Iterator[Patches]:
    """The key's lines, as often as it is there; then with the blank lines behind them."""
    doomed = [slot for slot in slots if slot.path == path and slot.is_member]
    if doomed:
        yield tuple(_removal(content, slots, slot) for slot in doomed)
        yield tuple(_with_blank_lines(content, _removal(content, slots, slot)) for slot in doomed)


def _column(slots: Slots, table: Slot) -> int:
    return next((slot.indent for slot in slots if slot.path and slot.path[:-1] == table.path), 0)


def _content_end(content: str) -> int:
    mark = _END_MARK.search(content)
    return mark.start() if mark else len(content)


def _removal(content: str, slots: Slots, slot: Slot) -> Patch:
    if slot.flow:
        return without_member(content, slot)
    start = line_start(content, slot.key_start)
    if not content[start : slot.key_start].strip(" "):
        return Patch(start, next_line(content, slot.end))
    # The first key of a list's item, behind the dash.
    siblings = [other.key_start for other in slots if other.path[:-1] == slot.path[:-1]]
    return Patch(slot.key_start, min((at for at in siblings if at > slot.key_start), default=slot.end))


def _with_blank_lines(content: str, patch: Patch) -> Patch:
    return Patch(patch.start, after_blank_lines(content, patch.end))
