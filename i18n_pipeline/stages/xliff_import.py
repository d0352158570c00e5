"""What came back in an XLIFF file, into its article's catalogue."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from i18n_pipeline.formats import gettext, xliff
from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.inline import Content, source_markdown
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.article import Analysed, Language
from i18n_pipeline.stages.dispatch import Answers
from i18n_pipeline.stages.finish import make
from i18n_pipeline.stages.leverage import keyed, leverage
from i18n_pipeline.stages.xliff_codes import NotUsable, content_of, restored
from i18n_pipeline.stages.xliff_told import Told
from i18n_pipeline.stages.xliff_units import coded, unit_id
from i18n_pipeline.stages.xliff_verdict import Verdict, verdict


class Fate(StrEnum):
    """What became of a unit."""

    REVIEWED = "reviewed"
    FUZZY = "fuzzy"
    OUTDATED = "outdated"
    LEFT = "left"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The PO file's new bytes (None: nothing is to be written), how many units fared how, findings."""

    catalogue: bytes | None
    fates: Counter[Fate]
    findings: tuple[Finding, ...]


def take_back(
    article: Analysed,
    file: xliff.ReturnedFile,
    path: str,
    language: Language,
    today: str,
    *,
    theirs: bool = False,
) -> TakenBack:
    """Take over what people did to an article's units; `path` is the XLIFF file's, for the findings.

    A text that a person changed in the PO file after the export stays, unless `theirs`. What is not
    taken leaves its entry as it is. Pure.
    """
    catalogue = make(article, Answers(), language, today).catalogue
    taker = _Taker(article, catalogue, Told(path), theirs=theirs)
    fates = Counter(map(taker.take, file.units))
    if not taker.taken:
        return TakenBack(None, fates, tuple(taker.findings))
    new = taker.catalogue()
    after = replace(article, old=new, leverage=leverage(article.document, new))
    data = gettext.write(make(after, Answers(), language, today).catalogue)
    return TakenBack(data, fates, tuple(taker.findings))


@dataclass(frozen=True, slots=True)
class _Place:
    """What a unit is for: an entry's key and source; `line` is None where the article has it no more."""

    key: Key
    source: Content
    line: int | None = None


class _Taker:
    def __init__(self, article: Analysed, catalogue: Catalogue, told: Told, *, theirs: bool) -> None:
        self._segments = {unit_id(key): segment for key, segment in keyed(article.document).items()}
        self._catalogue = catalogue
        self._by_key = catalogue.by_key()
        self._told = told
        self._theirs = theirs
        self.taken: dict[Key, Entry] = {}
        self.findings: list[Finding] = []

    def catalogue(self) -> Catalogue:
        """The catalogue with what was taken; new entries come last."""
        old = (
            self.taken.get(entry.key, entry) if entry is self._by_key[entry.key] else entry
            for entry in self._catalogue.entries
        )
        new = (entry for key, entry in self.taken.items() if key not in self._by_key)
        return replace(self._catalogue, entries=(*old, *new))

    def take(self, unit: xliff.Returned) -> Fate:
        """Take a unit's text where that may be."""
        if not unit.target:
            return Fate.SAME
        place = self._place(unit)
        if place is None:
            return self._left(self._told.unknown(unit))
        now = self._entry(place)
        try:
            text = restored(unit, place.source, coded(now.target, place.source))
        except NotUsable as error:
            return self._left(self._told.not_usable(unit, place.key, place.line or 0, error))
        return self._judged(unit, place, now, text)

    def _judged(self, unit: xliff.Returned, place: _Place, now: Entry, text: str) -> Fate:
        judged = verdict(unit, text, _as_was(now, place.key), place.source)
        if judged is Verdict.SAME:
            return Fate.SAME
        if judged is not Verdict.TAKE and not self._theirs:
            return self._left(self._told.not_taken(unit, now, place.line or 0, text, judged))
        if place.line is None:
            return self._take_former(unit, place.key, now, text)
        return self._take(now, text, signed=unit.state.signed)

    def _place(self, unit: xliff.Returned) -> _Place | None:
        if segment := self._segments.get(unit.id):
            return _Place(segment.key, segment.content, segment.line)
        source = content_of(unit.source)
        key = (unit.name, source_markdown(source))
        return _Place(key, source) if unit_id(key) == unit.id else None

    def _entry(self, place: _Place) -> Entry:
        """The entry of a key, or the one that took over its text when the source was edited."""
        context, source = place.key
        followers = (
            entry
            for entry in self._catalogue.entries
            if entry.previous == source and (entry.previous_context or entry.context) == context
        )
        return self._by_key.get(place.key) or next(followers, Entry(source, context=context))

    def _left(self, finding: Finding) -> Fate:
        self.findings.append(finding)
        return Fate.LEFT

    def _take(self, now: Entry, text: str, *, signed: bool) -> Fate:
        self.taken[now.key] = replace(
            now,
            target=text,
            state=State.REVIEWED if signed else State.MACHINE,
            origin=Origin.HUMAN,
            engine="",
            draft=False,
            previous=None,
            previous_context=None,
            proposal="",
        )
        return Fate.REVIEWED if signed else Fate.FUZZY

    def _take_former(self, unit: xliff.Returned, key: Key, now: Entry, text: str) -> Fate:
        """Keep a text for a source that the article has no more: matching makes it outdated or obsolete."""
        if not unit.state.signed:
            return self._left(self._told.former(unit, key, text))
        self.findings.append(self._told.former(unit, key))
        state = State.REVIEWED if now.key == key else State.OUTDATED
        self.taken[now.key] = replace(now, target=text, state=state, origin=Origin.HUMAN)
        return Fate.OUTDATED


def _as_was(entry: Entry, key: Key) -> Entry:
    """The entry as it was before its source was edited."""
    if entry.key == key:
        return entry
    return replace(entry, context=key[0], source=key[1], state=State.REVIEWED, previous=None, proposal="")
