"""Keys put into TOML and taken out of it."""

import re
from collections.abc import Iterator

from i18n_pipeline.formats.front_matter.braces import with_member, without_member
from i18n_pipeline.formats.front_matter.fields import Path
from i18n_pipeline.formats.front_matter.slot import Kind, Patch, Patches, Slot, Slots
from i18n_pipeline.formats.front_matter.toml_scalar import basic
from i18n_pipeline.formats.front_matter.toml_scan import KEY_PART

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def insertions(content: str, slots: Slots, path: Path, text: str, newline: str) -> Iterator[Patches]:
    """The key at the end of its table; a top-level key before the first table.

    Raises ValueError where the path's parent is no table.
    """
    key = str(path[-1])
    member = f"{key if _BARE.fullmatch(key) else basic(key)} = {basic(text)}"
    table = path[:-1]
    parent = next((slot for slot in slots if slot.path == table and slot.kind is Kind.TABLE), None)
    if parent and parent.is_member:
        yield (with_member(content, parent, member),)
    elif parent or not table:
        yield (_line(content, _table_end(content, slots, parent), member, newline),)
    else:
        yield (_beside_dotted(content, slots, table, member, newline),)


def removals(content: str, slots: Slots, path: Path) -> Iterator[Patches]:
    """The lines of the key, or of the table with all in it."""
    doomed = [slot for slot in slots if slot.path[: len(path)] == path]
    if isinstance(path[-1], int):
        return
    lines = [slot for slot in doomed if not slot.flow]
    inline = [slot for slot in doomed if slot.is_member and not lines]
    outer = [slot for slot in inline if not any(_inside(slot, other) for other in inline)]
    yield (*(_lines(content, slot) for slot in lines), *(without_member(content, slot) for slot in outer))


def _table_end(content: str, slots: Slots, header: Slot | None) -> int:
    """Where the last statement under the header ends; without a header, above the first of them."""
    headers = [slot for slot in slots if _is_header(slot)]
    if not header and not headers:
        return len(content)
    first = header.start if header else 0
    until = min((slot.start for slot in headers if not header or slot.start > first), default=len(content))
    own = [slot for slot in slots if first <= slot.start < until and not slot.flow]
    return _next_line(content, own[-1].end) if own else 0


def _beside_dotted(content: str, slots: Slots, table: Path, member: str, newline: str) -> Patch:
    """After the last key that names the table (`seo.title`), with the same beginning."""
    for slot in reversed(slots):
        below = len(slot.path) - len(table)
        if slot.is_member and below > 0 and slot.path[: len(table)] == table:
            parts = list(KEY_PART.finditer(content, slot.key_start, slot.key_end))
            if len(parts) > below:
                member = content[slot.key_start : parts[-below].start()] + member
                if slot.flow:
                    return Patch(slot.end, slot.end, f", {member}")
                return _line(content, _next_line(content, slot.end), member, newline)
    return _new_header(content, slots, table, member + newline, newline)


def _new_header(content: str, slots: Slots, table: Path, line: str, newline: str) -> Patch:
    """Before the first table that lies in one that has no header of its own."""
    for slot in slots:
        below = sum(isinstance(step, str) for step in slot.path[len(table) :])
        parts = list(KEY_PART.finditer(content, slot.start, slot.end))
        if _is_header(slot) and slot.path[: len(table)] == table and len(parts) > below > 0:
            name = content[parts[0].start() : parts[-below - 1].end()]
            return Patch(slot.start, slot.start, f"[{name}]{newline}{line}{newline}")
    raise ValueError(f"there is no table {table}")


def _line(content: str, at: int, member: str, newline: str) -> Patch:
    line_break = newline if at and content[at - 1] != "\n" else ""
    return Patch(at, at, f"{line_break}{member}{newline}")


def _is_header(slot: Slot) -> bool:
    return slot.kind is Kind.TABLE and not slot.is_member and not slot.flow


def _inside(slot: Slot, other: Slot) -> bool:
    return other.start < slot.start and slot.end < other.end


def _lines(content: str, slot: Slot) -> Patch:
    start = slot.key_start if slot.is_member else slot.start
    return Patch(content.rfind("\n", 0, start) + 1, _next_line(content, slot.end))


def _next_line(content: str, at: int) -> int:
    return content.find("\n", at) + 1 or len(content)
