"""Texts that stand in a post into its article's catalogue, as a person's, or a machine's where it says so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n_pipeline.model.alignment import Band, Match
from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.publish import Status
from i18n_pipeline.model.translation import Origin, State

_WHY_NOT = "Put it into the PO file by hand, or change the post so that it fits."


@dataclass(frozen=True, slots=True)
class Adopted:
    """A catalogue with the texts that were taken, and what became of each of the segments."""

    catalogue: Catalogue
    bands: Mapping[int, Band]
    findings: tuple[Finding, ...]


def adopt(
    document: Document,
    catalogue: Catalogue,
    matches: Sequence[Match],
    *,
    post: str,
    overwrite: bool,
    unsigned: Status | None = None,
) -> Adopted:
    """Put what is sure enough into the entries of a merged catalogue.

    With `overwrite` (edits of what the pipeline wrote) a text replaces what the entry has; without,
    it only fills an entry that has none. `post` is the post's path, for the findings. `unsigned` is the
    status of a post that calls itself a draft or a machine's: so its texts come into the catalogue.
    """
    return _Adopter(document, catalogue, post, unsigned, overwrite=overwrite).adopted(matches)


class _Adopter:
    def __init__(
        self,
        document: Document,
        catalogue: Catalogue,
        post: str,
        unsigned: Status | None,
        *,
        overwrite: bool,
    ) -> None:
        self._document, self._catalogue, self._post = document, catalogue, post
        self._unsigned, self._overwrite = unsigned, overwrite
        self._entries = {entry.key: entry for entry in catalogue.entries if not entry.obsolete}
        self._findings: list[Finding] = []
        self._bands: dict[int, Band] = {}

    def adopted(self, matches: Sequence[Match]) -> Adopted:
        new = {
            key: entry
            for key, group in self._by_key(matches).items()
            if (entry := self._entry(key, group)) is not None
        }
        return Adopted(with_entries(self._catalogue, new), self._bands, tuple(self._findings))

    def _by_key(self, matches: Iterable[Match]) -> dict[Key, list[Match]]:
        """Matches by the entry that is for them; what has none is told."""
        result: dict[Key, list[Match]] = {}
        for match in matches:
            key = self._document.segments[match.segment].key
            if key in self._entries:
                result.setdefault(key, []).append(match)
        return result

    def _entry(self, key: Key, group: Sequence[Match]) -> Entry | None:
        """The entry with a new text, None where it stays as it is."""
        old = self._entries[key]
        if not self._overwrite and old.target:
            self._tell_of_other_text(old, group)
            return None
        usable = [match for match in group if match.band is not Band.LEFT]
        texts = {match.text for match in usable}
        places = sum(segment.key == key for segment in self._document.segments)
        if len(texts) > 1 or (self._overwrite and texts and len(usable) < places):
            self._set(group, Band.LEFT)
            self._findings += [self._conflict(match) for match in group]
            return None
        self._findings += [finding for match in group for finding in self._doubts(match)]
        for match in group:
            self._bands[match.segment] = Band.FUZZY if self._unsigned and match in usable else match.band
        best = max(usable, key=lambda match: match.confidence, default=None)
        if best and self._unsigned:
            draft = self._unsigned is Status.DRAFT
            return replace(old, target=best.text, state=State.MACHINE, origin=Origin.MACHINE, draft=draft)
        return with_text_of_person(old, best.text, reviewed=best.band is Band.REVIEWED) if best else None

    def _set(self, group: Iterable[Match], band: Band) -> None:
        self._bands |= {match.segment: band for match in group}

    def _tell_of_other_text(self, old: Entry, group: Iterable[Match]) -> None:
        for match in group:
            if match.text and match.band is not Band.LEFT and match.text != old.target:
                self._findings.append(
                    self._finding(
                        match,
                        "post-differs",
                        Severity.WARNING,
                        f"the PO file has “{old.target}”, the post “{match.text}”",
                        "The PO file's text stays; put the post's into it where that is the better one.",
                    )
                )

    def _conflict(self, match: Match) -> Finding:
        return self._finding(
            match,
            "same-text-twice",
            Severity.WARNING,
            "the article has this text at several places, and the post does not say the same at all of them",
            "One PO entry serves all places: write the same at each, or change the Dutch at one.",
        )

    def _doubts(self, match: Match) -> Iterator[Finding]:
        if match.band is Band.LEFT:
            told = f"; the post has “{match.text}”" if match.text else ""
            yield self._finding(match, "not-taken", Severity.WARNING, match.doubt + told, _WHY_NOT)
        elif match.doubt:
            code = "taken-as-fuzzy" if match.band is Band.FUZZY else "taken-with-doubt"
            fix = "Read it in the PO file."
            yield self._finding(match, code, Severity.INFO, f"{match.doubt}: “{match.text}”", fix)

    def _finding(self, match: Match, code: str, severity: Severity, message: str, fix: str) -> Finding:
        segment = self._document.segments[match.segment]
        where = f"{self._post}:{match.line}" if match.line else self._post
        return Finding(code, severity, f"{where}: {message}.", segment.line, segment.source, fix)


def with_entries(catalogue: Catalogue, new: Mapping[Key, Entry]) -> Catalogue:
    """The catalogue with other living entries.

    What a person wrote for an earlier source of one of them becomes an obsolete entry of that source.
    """
    entries = [entry if entry.obsolete else new.get(entry.key, entry) for entry in catalogue.entries]
    there = {entry.key for entry in entries}
    aside = (_for_its_source(entry) for entry in catalogue.entries if entry.key in new and not entry.obsolete)
    return replace(
        catalogue, entries=(*entries, *(entry for entry in aside if entry and entry.key not in there))
    )


def _for_its_source(entry: Entry) -> Entry | None:
    if entry.state is not State.OUTDATED or not entry.previous:
        return None
    return replace(
        with_text_of_person(entry, entry.target),
        source=entry.previous,
        context=entry.previous_context or entry.context,
        notes=(),
        references=(),
        obsolete=True,
    )


def with_text_of_person(entry: Entry, text: str, *, reviewed: bool = True) -> Entry:
    """The entry with a person's text; not `reviewed`: fuzzy, for a person to look at."""
    return replace(
        entry,
        target=text,
        state=State.REVIEWED if reviewed else State.MACHINE,
        origin=Origin.HUMAN,
        engine="",
        draft=False,
        previous=None,
        previous_context=None,
        proposal="",
    )
