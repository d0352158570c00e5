"""TBX to terms: both editions, data categories as attributes (DCA) or as elements (DCT)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.formats.tbx.values import SUBSET, status
from i18n_pipeline.formats.tbx.xml import Element, parse, refusal
from i18n_pipeline.model.glossary import CaseRule, Status, Term
from i18n_pipeline.model.language import base

_ROOTS = ("tbx", "martif")
_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_CATEGORIES = ("partOfSpeech", "administrativeStatus", "normativeAuthorization", SUBSET)


@dataclass(frozen=True, slots=True)
class _Section:
    """A term in one language, with what is said of it by data category."""

    term: str
    said: dict[str, list[str]]
    notes: tuple[str, ...]

    def first(self, *categories: str) -> str:
        return next((text for name in categories for text in self.said.get(name, ()) if text), "")

    def column(self, name: str) -> str:
        """A column that TBX-Basic has no word for."""
        pairs = (text.partition("=") for text in self.said.get(SUBSET, ()))
        return next((value for column, _, value in pairs if column == name), "")


def read(data: bytes, source: str, target: str) -> tuple[Term, ...]:
    """The file's terms that have both languages, in its order.

    `source` and `target` are language tags; a file's `nl-BE` serves for `nl` where it has no `nl`.
    A concept with several source terms gives a row for each of them with each target term. Raises
    GlossaryError with a line for what is no TBX, for an empty term, and where a language is missing.
    """
    root = parse(data)
    if root.name not in _ROOTS:
        raise refusal(
            f"It is no TBX: its root is <{root.name}>.", root.line, "Export the terms as TBX-Basic."
        )
    concepts = [each for name in _CONCEPTS for each in root.below(name)]
    tags = {_tag(section) for concept in concepts for section in concept.all(*_LANGUAGES)}
    ours, theirs = _chosen(source, tags, root), _chosen(target, tags, root)
    return tuple(term for concept in concepts for term in _rows(concept, ours, theirs))


def _chosen(wanted: str, tags: set[str], root: Element) -> str:
    """The file's tag for a language: the same one, else the first with the same language subtag."""
    wanted = wanted.lower()
    alike = sorted(tag for tag in tags if base(tag) == base(wanted))
    if wanted not in tags and not alike:
        there = ", ".join(sorted(tags)) or "none"
        raise refusal(
            f"It has no terms in “{wanted}”; its languages are: {there}.", root.line, "Export both."
        )
    return wanted if wanted in tags else alike[0]


def _tag(section: Element) -> str:
    return section.attributes.get("xml:lang", section.attributes.get("lang", "")).replace("_", "-").lower()


def _rows(concept: Element, source: str, target: str) -> Iterator[Term]:
    targets = list(_sections(concept, target))
    for ours in _sections(concept, source):
        for number, theirs in enumerate(targets):
            yield Term(
                ours.term,
                theirs.term,
                _part_of_speech((theirs, ours)),
                _status(theirs, first=not number),
                "\n".join((*theirs.notes, *ours.notes, *_notes(concept.all("note")))),
                CaseRule.EXACT if theirs.column("case") == CaseRule.EXACT else CaseRule.ANY,
            )


def _part_of_speech(sections: Sequence[_Section]) -> str:
    own = next((name for section in sections if (name := section.column("part_of_speech"))), "")
    return own or next((name for section in sections if (name := section.first("partOfSpeech"))), "")


def _status(section: _Section, *, first: bool) -> Status:
    """What the file says; where it says nothing, the concept's first term is the preferred one."""
    if section.column("status") == Status.UNTRANSLATABLE:
        return Status.UNTRANSLATABLE
    said = status(section.first("administrativeStatus", "normativeAuthorization"))
    return said or (Status.PREFERRED if first else Status.ADMITTED)


def _sections(concept: Element, language: str) -> Iterator[_Section]:
    for section in concept.all(*_LANGUAGES):
        if _tag(section) == language:
            yield from (_section(each) for each in section.all(*_TERMS))


def _section(element: Element) -> _Section:
    term = next(element.below("term"), None)
    text = " ".join(term.text.split()) if term else ""
    if not text:
        raise refusal(f"A <{element.name}> has no term.", element.line, "Fill it in or take it out.")
    said: dict[str, list[str]] = {}
    for name, value in _said(element):
        said.setdefault(name, []).append(value)
    return _Section(text, said, _notes(element.below("note")))


def _said(element: Element) -> Iterator[tuple[str, str]]:
    """Data categories with their values: `<min:partOfSpeech>` and `<termNote type="partOfSpeech">`."""
    for child in element.children:
        name = child.attributes.get("type", child.name)
        if name in _CATEGORIES:
            yield name, child.text.strip()
        else:
            yield from _said(child)


def _notes(elements: Iterable[Element]) -> tuple[str, ...]:
    """Notes without the indentation that other tools break long ones with."""
    texts = (re.sub(r"\s*\n[ \t]+", " ", each.text.strip()) for each in elements)
    return tuple(text for text in texts if text)
