"""Members of `{…}`: YAML's flow mappings and TOML's inline tables alike."""

import re

from i18n_pipeline.formats.front_matter.slot import Patch, Slot

_COMMA_BEHIND = re.compile(r"[ \t]*,[ \t]*")
_COMMA_BEFORE = re.compile(r"\s*,\s*\Z")


def with_member(content: str, table: Slot, member: str) -> Patch:
    """The member at the end of the table."""
    inside = content[table.start + 1 : table.end - 1].rstrip()
    at = table.start + 1 + len(inside)
    separator = " " if inside.endswith(",") else ", "
    return Patch(at, at, separator + member if inside else member)


def without_member(content: str, member: Slot) -> Patch:
    """The table without the member and one comma beside it."""
    behind = _COMMA_BEHIND.match(content, member.end)
    if behind:
        return Patch(member.key_start, behind.end())
    before = _COMMA_BEFORE.search(content, 0, member.key_start)
    return Patch(before.start() if before else member.key_start, member.end)
