"""From the memory's matches to translations and remarks: after the catalogue, before the engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.catalogue import Entry, Key
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.inline import Content, Placeholder, placeholders, source_markdown, target_markdown
from i18n_pipeline.model.memory import SAME, Languages, Match, Memory, Wanted
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.article import Article, Language, Refused
from i18n_pipeline.stages.leverage import Leverage, keyed
from i18n_pipeline.stages.likeness import contradict, difference

_REMARK = "memory "
_SHOWN = 2
"""So many past translations are shown with an entry."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What serves an article, the memory's texts among it, and what to say of the rest by key."""

    leverage: Leverage
    remarks: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)


def recalled(article: Article, memory: Memory, language: Language) -> Article:
    """The article with what the memory has for it."""
    if isinstance(article, Refused):
        return article
    pair = Languages(language.source, language.target)
    result = recall(article.document, article.leverage, memory, pair)
    return replace(article, leverage=result.leverage, remarks=result.remarks)


def recall(document: Document, found: Leverage, memory: Memory, languages: Languages) -> Recall:
    """Fill from the memory what the catalogue has no text for.

    The same text between the same neighbours counts as reviewed where a person signed it off. The
    same text elsewhere needs a person (`machine` by state, `memory` by origin), and no engine. What
    is only alike becomes a remark, and the engine is asked. What contradicts is not offered.
    """
    segments = keyed(document)
    wanted = _wanted(segments, found.pending)
    entries: dict[Key, Entry] = {}
    remarks: dict[Key, tuple[str, ...]] = {}
    for (key, text), matches in zip(
        wanted.items(), memory.recall(list(wanted.values()), languages), strict=True
    ):
        offers = [match for match in matches if not contradict(match.unit.source, text.source)]
        kept = found.kept.get(key)
        outdated = kept if kept and kept.state is State.OUTDATED else None
        if entry := _entry(segments[key], text, offers, outdated):
            entries[key] = entry
        elif offers and not outdated:
            remarks[key] = tuple(line for match in offers[:_SHOWN] for line in _remark(match, text.source))
    pending = tuple(key for key in found.pending if key not in entries)
    return Recall(replace(found, kept={**found.kept, **entries}, pending=pending), remarks)


def earlier_remarks(entry: Entry) -> tuple[str, ...]:
    """The remarks that an entry has from an earlier run, as long as they help somebody."""
    if entry.state is not State.MACHINE:
        return ()
    return tuple(note for note in entry.notes if note.startswith(_REMARK))


def _wanted(segments: Mapping[Key, Segment], pending: Sequence[Key]) -> dict[Key, Wanted]:
    keys = list(segments)
    sources = ["", *(segment.source for segment in segments.values()), ""]
    at = {key: number for number, key in enumerate(keys)}
    return {key: Wanted(key[1], key[0], sources[at[key]], sources[at[key] + 2]) for key in pending}


def _entry(segment: Segment, wanted: Wanted, offers: Sequence[Match], outdated: Entry | None) -> Entry | None:
    """The entry with the text of the best match, where that is for the same text and its codes fit.

    Where a person's text for an older source stands in it, that stays, and the match is the proposal.
    """
    if not offers or offers[0].score < SAME:
        return None
    best = offers[0]
    target = _fitted(best, segment.content)
    if target is None:
        return None
    if outdated:
        return replace(outdated, proposal=target, engine=Origin.MEMORY.value, draft=False)
    signed = best.unit.reviewed and best.in_context(wanted)
    state = State.REVIEWED if signed else State.MACHINE
    return Entry(segment.source, target, segment.context, state=state, origin=Origin.MEMORY)


def _fitted(match: Match, content: Content) -> str | None:
    """The translation with this text's codes for those of the text that it was made for."""
    if match.unit.source == source_markdown(content):
        return match.unit.target
    here = placeholders(content)
    there = placeholders(markdown.aligned(match.unit.source, ()))
    if [code.kind for code in here] != [code.kind for code in there]:
        return None
    numbered = tuple(
        Placeholder(mine.id, mine.kind, theirs.source) for mine, theirs in zip(here, there, strict=True)
    )
    ours = {(code.id, code.kind): code for code in here}
    parts = markdown.matched(match.unit.target, numbered)
    if len(placeholders(parts)) != len(here):
        return None
    return target_markdown(
        tuple(part if isinstance(part, str) else ours[part.id, part.kind] for part in parts)
    )


def _remark(match: Match, source: str) -> tuple[str, ...]:
    """A past translation, and how its source differs from this one."""
    unit = match.unit
    origin = f" ({unit.origin})" if unit.origin else ""
    lines = [f"{_REMARK}{match.score}%{origin}: {unit.target}"]
    if unit.source != source:
        lines.append(f"{_REMARK}{match.score}% differs: {difference(unit.source, source)}")
    return tuple(line.replace("\n", "\\n") for line in lines)
