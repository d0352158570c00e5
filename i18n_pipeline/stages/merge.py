"""Old entries and new translations to the new catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.model.visible import visible
from i18n_pipeline.stages.leverage import Leverage, keyed
from i18n_pipeline.stages.recall import earlier_remarks


@dataclass(frozen=True, slots=True)
class Proposal:
    """An engine's text for a segment, as Markdown that fits its place."""

    target: str
    engine: str
    draft: bool = False


Annotate = Callable[[Segment, Entry], tuple[str, ...]]
"""What a translator is told of an entry: place, terms, findings."""


def merge(
    document: Document,
    old: Catalogue,
    leverage: Leverage,
    proposals: Mapping[Key, Proposal],
    *,
    article: str,
    header: Mapping[str, str],
    annotate: Annotate,
    remarks: Mapping[Key, tuple[str, ...]],
) -> Catalogue:
    """The catalogue of an article as it is now.

    `article` is its path for references, `header` what the pipeline says in the header; fields of
    other tools stay, `remarks` are the memory's. Pure: the same arguments give an equal catalogue.
    """
    name = visible(article)
    lines: dict[Key, list[int]] = {}
    for segment in document.segments:
        lines.setdefault(segment.key, []).append(segment.line)
    entries = []
    for key, segment in keyed(document).items():
        entry = _entry(segment, leverage.kept.get(key), proposals.get(key))
        references = tuple((name, line) for line in dict.fromkeys(lines[key]))
        notes = (*annotate(segment, entry), *(remarks.get(key) or earlier_remarks(entry)))
        entries.append(replace(entry, references=references, notes=notes))
    return Catalogue(
        (*entries, *leverage.obsolete),
        _header(old.header, header),
        old.header_comments or (f"Translations of {name}; see docs/how-to/review.md.",),
    )


def _entry(segment: Segment, kept: Entry | None, proposal: Proposal | None) -> Entry:
    if kept and kept.state is State.OUTDATED and proposal:
        return replace(kept, proposal=proposal.target, engine=proposal.engine, draft=proposal.draft)
    entry = kept or Entry(segment.source, context=segment.context)
    if not proposal or entry.state in {State.REVIEWED, State.OUTDATED}:
        return entry
    return replace(
        entry,
        target=proposal.target,
        state=State.MACHINE,
        origin=Origin.MACHINE,
        engine=proposal.engine,
        draft=proposal.draft,
    )


def _header(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Fields in the old order; of those that a translator's tool fills in, the old value stays."""
    new = {name: visible(value) for name, value in new.items()}
    ours = {name: value for name, value in new.items() if name.startswith("X-") and name != "X-Generator"}
    return {**old, **new, **old, **ours}
