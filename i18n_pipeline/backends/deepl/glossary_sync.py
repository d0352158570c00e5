"""One glossary of the account kept in step with the project's terms.

It may stop between any two calls: a dictionary is marked as unknown in the glossary's name before it
changes, and its digest is written only when it has, so whoever comes next replaces it once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from i18n_pipeline.backends.deepl import glossary_name
from i18n_pipeline.backends.deepl.dictionary import Dictionary
from i18n_pipeline.backends.deepl.glossary_store import Glossary, Store


class Change(StrEnum):
    """What became of the dictionary at DeepL; `none`: no terms, and nothing was there."""

    CREATED = "created"
    REPLACED = "replaced"
    REUSED = "reused"
    REMOVED = "removed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ours:
    """A glossary of this project, with the digests that its name has."""

    glossary: Glossary
    digests: dict[str, str]

    def holds(self, dictionary: Dictionary) -> bool:
        """Whether the dictionary is there as it is here; who edits it at DeepL changes the count at best."""
        count = self.glossary.counts.get(dictionary.pair)
        return self.digests.get(dictionary.pair) == dictionary.digest and count == len(dictionary.entries)


def planned(store: Store, base: str, dictionary: Dictionary) -> Change:
    """What `sync` would do; nothing is changed."""
    return _change(_ours(store, base, dictionary), dictionary)


def sync(store: Store, base: str, dictionary: Dictionary) -> tuple[Change, str]:
    """Bring the glossary into step; what was done, and the glossary's id (empty where there is none).

    Glossaries of this project beside the one that stays are deleted. Raises BackendError.
    """
    ours = _ours(store, base, dictionary)
    change = _change(ours, dictionary)
    for surplus in ours[1:]:
        store.delete(surplus.glossary.id)
    if change is Change.CREATED:
        name = glossary_name.write(base, {dictionary.pair: dictionary.digest})
        return change, store.create(name, dictionary)
    if change is Change.REPLACED:
        _replace(store, base, ours[0], dictionary)
    elif change is Change.REMOVED:
        _remove(store, base, ours[0], dictionary)
    return change, ours[0].glossary.id if change in {Change.REUSED, Change.REPLACED} else ""


def _ours(store: Store, base: str, dictionary: Dictionary) -> list[Ours]:
    """The project's glossaries, the one to keep first: it holds the dictionary already, or is the oldest."""
    found = [
        Ours(glossary, digests)
        for glossary in store.listed()
        if (digests := glossary_name.read(glossary.name, base)) is not None
    ]
    return sorted(
        found, key=lambda each: (not each.holds(dictionary), each.glossary.created, each.glossary.id)
    )


def _change(ours: Sequence[Ours], dictionary: Dictionary) -> Change:
    if not dictionary.entries:
        there = bool(ours) and dictionary.pair in {*ours[0].digests, *ours[0].glossary.counts}
        return Change.REMOVED if there else Change.NONE
    if not ours:
        return Change.CREATED
    return Change.REUSED if ours[0].holds(dictionary) else Change.REPLACED


def _replace(store: Store, base: str, ours: Ours, dictionary: Dictionary) -> None:
    id_, pair = ours.glossary.id, dictionary.pair
    if ours.digests.get(pair, glossary_name.PENDING) != glossary_name.PENDING:
        pending = ours.digests | {pair: glossary_name.PENDING}
        store.rename(id_, glossary_name.write(base, pending))
    store.replace(id_, dictionary)
    store.rename(id_, glossary_name.write(base, ours.digests | {pair: dictionary.digest}))


def _remove(store: Store, base: str, ours: Ours, dictionary: Dictionary) -> None:
    """Without its last dictionary a glossary goes as a whole."""
    id_, pair = ours.glossary.id, dictionary.pair
    left = {other: digest for other, digest in ours.digests.items() if other != pair}
    if not left:
        store.delete(id_)
        return
    if pair in ours.glossary.counts:
        store.drop(id_, dictionary)
    store.rename(id_, glossary_name.write(base, left))
