"""What of the old catalogue serves the article as it is now, and what has to be asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.translation import Origin, State

EDITED_SIMILARITY = 60.0
"""From this likeness on (0–100, indel ratio) a sentence counts as an edited form of one that went."""


@dataclass(frozen=True, slots=True)
class Leverage:
    """Entries that stay (by key, in the article's order), keys to ask for, entries that went."""

    kept: Mapping[Key, Entry]
    pending: tuple[Key, ...]
    obsolete: tuple[Entry, ...]


def keyed(document: Document) -> dict[Key, Segment]:
    """The segments that a catalogue holds, each text once; terms that the glossary settles are left out."""
    result: dict[Key, Segment] = {}
    for segment in document.segments:
        if not (segment.taxonomy and segment.given):
            result.setdefault(segment.key, segment)
    return result


def leverage(document: Document, catalogue: Catalogue, *, force: bool = False) -> Leverage:
    """Match an article's segments with its catalogue.

    Reviewed text is always kept: under its own source, as `outdated` under the edited source, or as
    obsolete. `force` asks again for what no person reviewed; it stays until the engine gave another text.
    """
    segments, old = keyed(document), catalogue.by_key()
    kept: dict[Key, Entry] = {}
    for key, segment in segments.items():
        if entry := _same(segment, old.get(key), catalogue):
            kept[key] = entry
    gone = [entry for entry in catalogue.entries if entry.key not in segments and entry.target]
    if edited := _edited([key for key in segments if key not in kept], gone):
        kept |= edited
    used = {(entry.previous_context or entry.context, entry.previous) for entry in kept.values()}
    return Leverage(
        {key: kept[key] for key in segments if key in kept},
        tuple(
            key
            for key, segment in segments.items()
            if _asks(kept.get(key), force=force) and not segment.taxonomy
        ),
        tuple(_obsolete(entry) for entry in gone if entry.key not in used and _by_person(entry)),
    )


def _asks(entry: Entry | None, *, force: bool) -> bool:
    """Whether an engine's text is wanted: there is none, or a person's text is for an older source."""
    if entry is None or (force and entry.state is State.MACHINE):
        return True
    return entry.state is State.OUTDATED and not entry.proposal


def _by_person(entry: Entry) -> bool:
    return entry.state in {State.REVIEWED, State.OUTDATED}


def _same(segment: Segment, entry: Entry | None, catalogue: Catalogue) -> Entry | None:
    """What stands for exactly this text, whether a person, an editor's article or an engine wrote it."""
    if entry and entry.state is State.REVIEWED:
        return replace(entry, obsolete=False, previous=None, previous_context=None, proposal="")
    if segment.given:
        return Entry(
            segment.source, segment.given, segment.context, state=State.REVIEWED, origin=Origin.HUMAN
        )
    if restored := _restored(segment, catalogue):
        return restored
    if entry and entry.target and not entry.obsolete:
        return entry
    return None


def _restored(segment: Segment, catalogue: Catalogue) -> Entry | None:
    """A reviewed text whose source was edited and is now again as it was."""
    for entry in catalogue.entries:
        if (
            entry.state is State.OUTDATED
            and entry.previous == segment.source
            and entry.context == segment.context
        ):
            return replace(
                entry,
                source=segment.source,
                state=State.REVIEWED,
                previous=None,
                previous_context=None,
                proposal="",
            )
    return None


def _edited(new: Iterable[Key], gone: Iterable[Entry]) -> dict[Key, Entry]:
    """New sentences that are edited forms of reviewed ones which went: best pairs first, each used once."""
    candidates = [entry for entry in gone if _by_person(entry) and not entry.obsolete]
    pairs = sorted(
        (
            (-score, number, key)
            for key in new
            for _, score, number in process.extract(
                key[1],
                [entry.source for entry in candidates],
                scorer=fuzz.ratio,
                score_cutoff=EDITED_SIMILARITY,
                limit=5,
            )
            if candidates[number].context == key[0]
        ),
        key=lambda pair: (pair[0], pair[1], pair[2][1]),
    )
    result: dict[Key, Entry] = {}
    taken: set[int] = set()
    for _, number, key in pairs:
        if key not in result and number not in taken:
            taken.add(number)
            result[key] = _outdated(candidates[number], key)
    return result


def _outdated(entry: Entry, key: Key) -> Entry:
    previous = entry.previous if entry.state is State.OUTDATED else entry.source
    return replace(
        entry,
        context=key[0],
        source=key[1],
        state=State.OUTDATED,
        origin=Origin.HUMAN,
        previous=previous,
        proposal="",
    )


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, notes=(), references=(), proposal="")
