"""What the pipeline says of an entry in its extracted comments (`#.`), and how it reads that again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.translation import Origin, State

_ORIGIN = re.compile(r"origin: (?P<origin>\w+)(?: \((?P<engine>[^,)]*)(?P<draft>, draft)?\))?$")
_PROPOSAL = re.compile(r"proposal \((?P<engine>[^,)]*)(?P<draft>, draft)?\): (?P<text>.*)$")


@dataclass(frozen=True, slots=True)
class Notes:
    """An entry's extracted comments, parted."""

    origin: Origin
    engine: str
    draft: bool
    proposal: str
    others: tuple[str, ...]


def notes_of(entry: Entry) -> list[str]:
    """The lines of an entry's extracted comment."""
    lines = list(entry.notes)
    engine = f"({entry.engine}{', draft' if entry.draft else ''})"
    if entry.state is State.MACHINE and not entry.obsolete:
        lines.append(f"origin: {entry.origin} {engine}" if entry.engine else f"origin: {entry.origin}")
    elif entry.state is State.REVIEWED and not entry.obsolete:
        lines.append(f"origin: {entry.origin}")
    elif entry.proposal:
        lines.append(f"proposal {engine}: {_escaped(entry.proposal)}")
    return lines


def read_notes(lines: Iterable[str]) -> Notes:
    """Origin, engine and proposal out of an extracted comment; the rest as it is."""
    origin, engine, draft, proposal = Origin.HUMAN, "", False, ""
    others: list[str] = []
    for line in lines:
        match = _ORIGIN.match(line)
        if match and match["origin"] in set(Origin):
            origin, engine, draft = Origin(match["origin"]), match["engine"] or "", bool(match["draft"])
        elif match := _PROPOSAL.match(line):
            engine, draft = match["engine"], bool(match["draft"])
            proposal = _unescaped(match["text"])
        elif line:
            others.append(line)
    return Notes(origin, engine, draft, proposal, tuple(others))


def _escaped(text: str) -> str:
    """One line, so that a break in a proposal does not end the comment."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)
