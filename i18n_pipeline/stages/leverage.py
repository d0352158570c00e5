"""What of the old catalogue serves the article as it is now, and what has to be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.edited import by_person, edited
from i18n_pipeline.stages.filled import is_filled


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
    obsolete. `force` asks again for what no person wrote; that stays until the engine gave another text.
    """
    segments, old = keyed(document), catalogue.by_key()
    kept: dict[Key, Entry] = {}
    for key, segment in segments.items():
        if entry := _same(segment, old.get(key), catalogue):
            kept[key] = entry
    gone = [entry for entry in catalogue.entries if entry.key not in segments]
    empty = [key for key in segments if key not in kept or kept[key].state is State.UNTRANSLATED]
    for key, entry in edited(empty, gone).items():
        own = kept[key].comments if key in kept else ()
        kept[key] = replace(entry, comments=tuple(dict.fromkeys((*own, *entry.comments))))
    used = {(entry.previous_context or entry.context, entry.previous) for entry in kept.values()}
    return Leverage(
        {key: kept[key] for key in segments if key in kept},
        tuple(
            key
            for key, segment in segments.items()
            if _asks(kept.get(key), force=force) and not segment.taxonomy
        ),
        tuple(_obsolete(entry) for entry in gone if entry.key not in used and by_person(entry)),
    )


def _asks(entry: Entry | None, *, force: bool) -> bool:
    """Whether an engine's text is wanted: there is none, or a person's text is for an older source."""
    if entry is None or entry.state is State.UNTRANSLATED:
        return True
    if force and entry.state is State.MACHINE and entry.origin is not Origin.HUMAN:
        return True
    return entry.state is State.OUTDATED and not entry.proposal


def _same(segment: Segment, entry: Entry | None, catalogue: Catalogue) -> Entry | None:
    """What stands for exactly this text, whether a person, an editor's article or an engine wrote it."""
    if entry and entry.state is State.REVIEWED:
        return replace(entry, obsolete=False, previous=None, previous_context=None, proposal="")
    if segment.given and not is_filled(segment.given, catalogue.header):
        return Entry(
            segment.source, segment.given, segment.context, state=State.REVIEWED, origin=Origin.HUMAN
        )
    if restored := _restored(segment, catalogue):
        return restored
    if entry and (not entry.obsolete or by_person(entry)):
        return replace(entry, obsolete=False)
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


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, notes=(), references=(), proposal="")
