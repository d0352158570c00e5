"""An edited post beside the catalogue that it was written from, without the article of that time.

A catalogue's texts stand in the article's order, so what both have holds the rest in place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.alignment import Match
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.document import Document, Hole, Segment, Skeleton
from i18n_pipeline.stages.align.edits import ONE_TO_ONE, likeness
from i18n_pipeline.stages.align.lattice import beads
from i18n_pipeline.stages.align.texts import with_codes_of
from i18n_pipeline.stages.choose import published
from i18n_pipeline.stages.segment import Reading

Name = tuple[str | None, str]
"""Context and words of a sentence."""

_MARKER = re.compile(r"\s*(?:[-+*>]|#+|\d+[.)])\s")
"""What a list, a quote or a heading begins with."""


@dataclass(frozen=True, slots=True)
class Text:
    """What an entry put into the post, read as the post is: most are one sentence, some are more.

    `lead` was put before it for reading.
    """

    entry: Entry
    skeleton: Skeleton
    segments: tuple[Segment, ...]
    lead: str = ""

    def with_sentences(self, new: Mapping[int, str]) -> str:
        """The text with other sentences in it, by their numbers."""
        filled = markdown.fill(self.skeleton, self.segments, new, literal=True)
        return filled.removeprefix(self.lead)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence `number` of a text."""

    text: Text
    number: int

    @property
    def segment(self) -> Segment:
        return self.text.segments[self.number]


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that the post has in other words; `number` is its segment's number there."""

    sentence: Sentence
    number: int
    segment: Segment

    @property
    def before(self) -> str:
        """The catalogue's words, for the post."""
        return with_codes_of(self.segment, self.sentence.segment.source, self.sentence.segment.nested)

    @property
    def after(self) -> str:
        """The post's words, for the catalogue."""
        return with_codes_of(self.sentence.segment, self.segment.source, self.segment.nested)


@dataclass(frozen=True, slots=True)
class Compared:
    """The sentences with other words, and those of the post that no text of the catalogue stands for."""

    changed: tuple[Changed, ...]
    alone: tuple[Segment, ...]

    def new(self, matches: Sequence[Match]) -> tuple[Match, ...]:
        """Of the matches with the article as it is now those whose text the catalogue never had."""
        texts = [each.source for each in self.alone]
        return tuple(match for match in matches if any(text in match.text for text in texts))


def compared(catalogue: Catalogue, post: Document, reading: Reading) -> Compared:
    """Find each changed sentence's place between those that stayed, one to one."""
    ours = list(_sentences(catalogue, reading))
    theirs = [(number, each) for number, each in enumerate(post.segments) if not each.taxonomy]
    old, new = [_named(each.segment) for each in ours], [_named(each) for _, each in theirs]
    paired = {new[column]: ours[row] for row, column in _pairs(old, new)}
    changed = [
        Changed(paired[name], number, segment)
        for (number, segment), name in zip(theirs, new, strict=True)
        if name in paired
    ]
    known = {*old, *paired}
    alone = [segment for (_, segment), name in zip(theirs, new, strict=True) if name not in known]
    return Compared(tuple(changed), tuple(alone))


def _sentences(catalogue: Catalogue, reading: Reading) -> Iterator[Sentence]:
    for entry in catalogue.entries:
        if not entry.obsolete:
            text = _read(entry, reading)
            holes = (part.index for part in text.skeleton if isinstance(part, Hole))
            yield from (Sentence(text, number) for number in holes)


def _read(entry: Entry, reading: Reading) -> Text:
    source = published(entry) or entry.source
    # A text that begins like a list or a quote stands in a heading or behind another one.
    lead = "# " if _MARKER.match(source) else ""
    whole = entry.context is not None and entry.context.endswith("title")
    skeleton, segments = markdown.parse(
        lead + source,
        split=(lambda text: [text]) if whole else reading.split,
        repair=_as_it_is,
        parameters=reading.parameters,
    )
    return Text(entry, skeleton, tuple(replace(each, context=entry.context) for each in segments), lead)


def _pairs(old: Sequence[Name], new: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Changed sentences between neighbours that stayed; of a text that stands at several places the first."""
    stayed, once = {*old} & {*new}, {name: place for place, name in reversed(list(enumerate(new)))}
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "replace":
            rows = [row for row in range(i, j) if old[row] not in stayed]
            columns = [
                place for place in range(k, n) if new[place] not in stayed and once[new[place]] == place
            ]
            yield from _between(rows, columns, old, new)


def _between(
    rows: Sequence[int], columns: Sequence[int], old: Sequence[Name], new: Sequence[Name]
) -> Iterator[tuple[int, int]]:
    """One by one where there are as many, else by likeness."""
    if len(rows) == len(columns):
        yield from zip(rows, columns, strict=True)
        return

    def score(down: range, right: range) -> float:
        return likeness(old[rows[down.start]][1], new[columns[right.start]][1])

    for bead in beads(len(rows), len(columns), score, ONE_TO_ONE):
        if bead.source and bead.target:
            yield rows[bead.source.start], columns[bead.target.start]


def _named(segment: Segment) -> Name:
    """What tells that two sentences are the same: words of their own that stand in codes don't count."""
    text = segment.source
    for each in segment.nested:
        text = text.replace(each.code, each.code[: each.start] + each.code[each.end :], 1)
    return segment.context, text


def _as_it_is(prose: str) -> str:
    return prose
