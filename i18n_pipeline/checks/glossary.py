"""The glossary: a term's own translation is there, and none that is forbidden."""

from collections.abc import Iterator
from itertools import groupby

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.checks.terms import occurrences, without
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.glossary import Occurrence, Status, Term


def glossary(pair: Pair) -> Iterator[Finding]:
    """For each term of the source: one of its allowed translations, inflected or not; no forbidden one."""
    found = sorted(pair.glossary.find(pair.source_text), key=_place)
    by_place = {place: [occurrence.term for occurrence in group] for place, group in groupby(found, _place)}
    told: set[tuple[str, ...]] = set()
    for terms in by_place.values():
        name = tuple(term.target for term in terms)
        if name not in told:
            told.add(name)
            yield from _missing(terms, pair)
    yield from _forbidden([term for terms in by_place.values() for term in terms], pair)


def _place(occurrence: Occurrence) -> tuple[int, int]:
    return (occurrence.start, occurrence.end)


def _missing(terms: list[Term], pair: Pair) -> Iterator[Finding]:
    allowed = [term for term in terms if term.status is not Status.FORBIDDEN]
    best = next((term for term in allowed if term.decides), None)
    if not best or any(_occurs(term, pair) for term in allowed):
        return
    message = f"{best.source!r} stands in the source, {best.target!r} not in the translation."
    fix = f"Use {' or '.join(repr(term.target) for term in allowed)}."
    yield Finding("term-missing", Severity.WARNING, message, fix=fix)


def _forbidden(terms: list[Term], pair: Pair) -> Iterator[Finding]:
    rest = pair.target_text
    for term in terms:
        if term.status is not Status.FORBIDDEN:
            rest = without(occurrences(term.target, rest, pair.lemmatise, as_spelt=True), rest)
    for term in dict.fromkeys(term for term in terms if term.status is Status.FORBIDDEN):
        if any(occurrences(term.target, rest, pair.lemmatise, as_spelt=True)):
            better = [other.target for other in terms if other.source == term.source and other is not term]
            message = f"{term.target!r} is no translation of {term.source!r} here."
            fix = f"Use {better[0]!r}." if better else "Use another word."
            yield Finding("term-forbidden", Severity.ERROR, message, fix=fix)


def _occurs(term: Term, pair: Pair) -> bool:
    if term.status is Status.UNTRANSLATABLE:
        return (term.target or term.source).lower() in pair.target_text.lower()
    verb = term.part_of_speech.lower().startswith("verb")
    return any(occurrences(term.target, pair.target_text, pair.lemmatise, verb=verb))
