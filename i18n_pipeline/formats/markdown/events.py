"""pulldown-cmark's events with character offsets (its own count UTF-8 bytes)."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import Any, NamedTuple

import pyromark

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
)


class Edge(Enum):
    """Which side of an element an event is."""

    START = "start"
    END = "end"
    LEAF = "leaf"


START, END, LEAF = Edge
"""By name alone, for Python 3.11 takes twenty times as long over `Edge.START`."""


class Event(NamedTuple):
    """One parser event: an element's name (`Paragraph`, `Text`), its data, and where it stands."""

    edge: Edge
    name: str
    data: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """A link reference definition; `title` is empty where it has none."""

    label: str
    destination: str
    title: str
    start: int
    end: int


def events(markdown: str, names: Container[str] | None = None) -> Iterator[Event]:
    """Parser events in document order, all or those of these names; offsets are characters of `markdown`."""
    at = _character_offsets(markdown)
    for event, span in pyromark.events_with_range(markdown, options=_OPTIONS):
        edge, name, data = _named(event)
        if names is None or name in names:
            yield Event(edge, name, data, at(span["start"]), at(span["end"]))


def definitions(markdown: str) -> list[Definition]:
    """Link reference definitions that count, in document order."""
    if "]:" not in markdown:
        return []
    at = _character_offsets(markdown)
    found = pyromark.reference_definitions(markdown, options=_OPTIONS)
    return sorted(
        (
            Definition(
                label, link["dest"], link["title"] or "", at(link["span"]["start"]), at(link["span"]["end"])
            )
            for label, link in found.items()
        ),
        key=lambda definition: definition.start,
    )


def _named(event: Any) -> tuple[Edge, str, Any]:
    if isinstance(event, str):
        return LEAF, event, None
    ((kind, value),) = event.items()
    edge = _EDGES.get(kind)
    if edge is None:
        return LEAF, kind, value
    if isinstance(value, str):
        return edge, value, None
    ((name, data),) = value.items()
    return edge, name, data


_EDGES = {"Start": START, "End": END}

_BEGINS_CHARACTER = bytes(byte & 0xC0 != 0x80 for byte in range(256))  # noqa: PLR2004
"""For each byte of UTF-8 whether a character begins with it: 10xxxxxx goes on with one."""


def _character_offsets(text: str) -> Callable[[int], int]:
    if text.isascii():
        return int
    return [0, *accumulate(text.encode().translate(_BEGINS_CHARACTER))].__getitem__
