"""pulldown-cmark's events with character offsets (its own count UTF-8 bytes)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Event:
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


def events(markdown: str) -> Iterator[Event]:
    """Parser events in document order; offsets are characters of `markdown`."""
    at = _character_offsets(markdown)
    for event, span in pyromark.events_with_range(markdown, options=_OPTIONS):
        edge, name, data = _named(event)
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
        return Edge.LEAF, event, None
    ((kind, value),) = event.items()
    edge = {"Start": Edge.START, "End": Edge.END}.get(kind, Edge.LEAF)
    if edge is Edge.LEAF:
        return edge, kind, value
    if isinstance(value, str):
        return edge, value, None
    ((name, data),) = value.items()
    return edge, name, data


def _character_offsets(text: str) -> Callable[[int], int]:
    if text.isascii():
        return lambda offset: offset
    table = [number for number, char in enumerate(text) for _ in char.encode()]
    table.append(len(text))
    return table.__getitem__
