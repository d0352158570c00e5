"""What the memory takes from a catalogue: what a person signed off."""

import re
from collections.abc import Iterator

from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.memory import Languages, Unit
from i18n_pipeline.model.translation import State

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)")


def units_of(catalogue: Catalogue, languages: Languages, origin: str) -> Iterator[Unit]:
    """The reviewed texts of a catalogue with their neighbours in the article.

    A text whose source was edited since counts for the source that it was written for. `changed` is
    the catalogue's revision date, by its translator's own clock.
    """
    changed = _changed(catalogue.header.get("PO-Revision-Date", ""))
    living = [entry for entry in catalogue.entries if not entry.obsolete]
    sources = ["", *(entry.source for entry in living), ""]
    for entry, before, after in zip(living, sources, sources[2:], strict=False):
        if key := _signed(entry):
            yield Unit(
                key[1], entry.target, languages, origin, key[0], before, after, changed=changed, used=1
            )
    for entry in catalogue.entries:
        if entry.obsolete and (key := _signed(entry)):
            yield Unit(key[1], entry.target, languages, origin, key[0], changed=changed, used=1)


def _signed(entry: Entry) -> Key | None:
    """What an entry's text is the reviewed translation of, if it is."""
    if entry.state is State.OUTDATED and entry.previous:
        return (entry.previous_context or entry.context, entry.previous)
    return entry.key if entry.state is State.REVIEWED and entry.target else None


def _changed(date: str) -> str:
    match = _DATE.match(date)
    return "{}{}{}T{}{}00Z".format(*match.groups()) if match else ""
