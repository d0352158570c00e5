"""Which text of an entry goes into a post."""

import re
from collections.abc import Mapping

from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.translation import State

_DECISIVE = re.compile(
    r"\d+(?:[.,:]\d+)*|\b(?:niet|geen|nooit|niemand|nergens|niets|zonder)\b", re.IGNORECASE
)


def texts(document: Document, catalogue: Catalogue) -> dict[int, str]:
    """The post's text for each segment that has one, by segment number."""
    entries = catalogue.by_key()
    chosen = {
        number: segment.given if segment.taxonomy else _chosen(entries, segment.key)
        for number, segment in enumerate(document.segments)
    }
    return {number: text for number, text in chosen.items() if text}


def _chosen(entries: Mapping[Key, Entry], key: Key) -> str:
    entry = entries.get(key)
    return published(entry) if entry and not entry.obsolete else ""


def published(entry: Entry) -> str:
    """A person's text even where the source was edited since, unless it would now say something false.

    An edit that touched a number or a negation makes the old text wrong: then the machine's is used.
    """
    if (
        entry.state is State.OUTDATED
        and entry.proposal
        and _decisive(entry.previous or "") != _decisive(entry.source)
    ):
        return entry.proposal
    return entry.target


def _decisive(text: str) -> list[str]:
    return sorted(word.lower() for word in _DECISIVE.findall(text))
