"""Which text of an entry goes into a post."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.likeness import contradict

LIKE_ENOUGH = 70.0
"""From this likeness on (0–100, indel ratio) a text for the one source may stand for the other."""


def texts(document: Document, catalogue: Catalogue) -> dict[int, str]:
    """The post's text for each segment that has one, by segment number."""
    entries = catalogue.by_key()
    chosen = {
        number: (segment.taxonomy and segment.given) or _chosen(entries, segment.key)
        for number, segment in enumerate(document.segments)
    }
    return {number: text for number, text in chosen.items() if text}


def _chosen(entries: Mapping[Key, Entry], key: Key) -> str:
    entry = entries.get(key)
    return published(entry) if entry and not entry.obsolete else ""


def published(entry: Entry) -> str:
    """A person's text even where the source was edited since, unless it would now say something false.

    An edit that touched a number or a negation, or that rewrote the sentence, makes the old text
    wrong: then the machine's is used, and the source's own where there is none.
    """
    if entry.state is State.OUTDATED and not _still_holds(entry.previous or "", entry.source):
        return entry.proposal
    return entry.target


def _still_holds(previous: str, source: str) -> bool:
    return fuzz.ratio(previous, source) >= LIKE_ENOUGH and not contradict(previous, source)
