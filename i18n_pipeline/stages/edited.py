"""Sentences that are edited forms of reviewed ones: changed, joined of two, or split in two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from i18n_pipeline.model.catalogue import Entry, Key
from i18n_pipeline.model.translation import Origin, State

EDITED_SIMILARITY = 60.0
"""From this likeness on (0–100, indel ratio) a sentence counts as an edited form of one that went."""

_PART_SIMILARITY = 90.0
"""From this likeness on a sentence counts as a part of a longer one."""


@dataclass(frozen=True, slots=True)
class _Former:
    """A reviewed text whose source went, or two that stood together; `numbers` are their places."""

    entry: Entry
    numbers: frozenset[int]


def by_person(entry: Entry) -> bool:
    """Whether a person wrote the text, signed off or not."""
    return entry.state in {State.REVIEWED, State.OUTDATED} or (
        entry.state is State.MACHINE and entry.origin is Origin.HUMAN
    )


def edited(new: Sequence[Key], gone: Sequence[Entry]) -> dict[Key, Entry]:
    """New sentences with a person's text for what they were, `outdated`: best pairs first, each used once.

    `new` and `gone` are in the order of the article and of its catalogue. A sentence that was joined of
    two has the text of both; where one was split, each part has the text of the whole. Of a machine's
    text a translator's comments and flags stay.
    """
    formers = [*_single(gone), *_joined(gone)]
    result: dict[Key, Entry] = {}
    taken: set[int] = set()
    for former, key in _pairs(new, formers):
        if key not in result and not former.numbers & taken:
            taken |= former.numbers
            result[key] = _outdated(former.entry, key)
    return _with_parts(new, result)


def _single(gone: Sequence[Entry]) -> Iterator[_Former]:
    for number, entry in enumerate(gone):
        if not entry.obsolete and (by_person(entry) or entry.comments or entry.flags):
            yield _Former(entry, frozenset({number}))


def _joined(gone: Sequence[Entry]) -> Iterator[_Former]:
    for first, second in pairwise(_single(gone)):
        one, two = first.entry, second.entry
        if one.state is two.state is State.REVIEWED and one.context is two.context is None:
            both = replace(one, source=f"{one.source} {two.source}", target=f"{one.target} {two.target}")
            yield _Former(both, first.numbers | second.numbers)


def _pairs(new: Iterable[Key], formers: Sequence[_Former]) -> Iterator[tuple[_Former, Key]]:
    """Old and new that are alike, the most alike first."""
    found = sorted(
        (-score, number, key[1], key)
        for key in new
        for _, score, number in process.extract(
            key[1],
            [former.entry.source for former in formers],
            scorer=fuzz.ratio,
            score_cutoff=EDITED_SIMILARITY,
            limit=5,
        )
        if formers[number].entry.context == key[0]
    )
    return ((formers[number], key) for _, number, _, key in found)


def _with_parts(new: Sequence[Key], matched: dict[Key, Entry]) -> dict[Key, Entry]:
    """The other part of a sentence that was split stands beside the first and has its text too."""
    result = dict(matched)
    for one, two in pairwise(new):
        for key, neighbour in ((one, two), (two, one)):
            whole = matched.get(neighbour)
            if key not in result and whole and key[0] == whole.context and _is_part(key[1], whole):
                result[key] = _outdated(replace(whole, source=whole.previous or whole.source), key)
    return result


def _is_part(text: str, whole: Entry) -> bool:
    previous = whole.previous or ""
    return len(text) < len(previous) and fuzz.partial_ratio(text, previous) >= _PART_SIMILARITY


def _outdated(entry: Entry, key: Key) -> Entry:
    if not by_person(entry):
        return Entry(key[1], context=key[0], comments=entry.comments, flags=entry.flags)
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
