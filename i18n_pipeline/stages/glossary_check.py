"""What is wrong with a glossary file, row by row."""

from collections.abc import Iterator, Sequence

from i18n_pipeline.formats.glossary_csv import Table
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.glossary import TAG, CaseRule, Glossary, Lemmatise, Status
from i18n_pipeline.model.glossary_rows import Row, contradictions

LONGEST = 1024
"""UTF-8 bytes of a term: what DeepL takes in a glossary entry."""

_BREAKS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def findings(table: Table, lemmatise: Lemmatise) -> list[Finding]:
    """What is to be said of the table's rows, in the file's order.

    `lemmatise` is the source language's.
    """
    running = [row for row in table.rows if row.term.part_of_speech != TAG]
    found = [
        *_refused(table),
        *contradictions(table.rows),
        *(finding for row in table.rows for finding in _form(row)),
        *_both_ways(running),
        *_collisions(running, lemmatise),
        *_shared(running),
    ]
    return sorted(found, key=lambda finding: finding.line)


def _refused(table: Table) -> Iterator[Finding]:
    for error in table.refused:
        line = error.place.line if error.place else 0
        yield Finding("row-unusable", Severity.ERROR, error.problem, line, fix=error.mending)


def _form(row: Row) -> Iterator[Finding]:
    """A text that an engine's glossary can't hold."""
    for side, text in (("source", row.term.source), ("target", row.term.target)):
        if (size := len(text.encode())) > LONGEST:
            message = f"The {side} term has {size:,} bytes; an engine takes {LONGEST:,}."
            yield Finding("term-long", Severity.ERROR, message, row.line, fix="Keep the term alone.")
        if any(mark in text for mark in _BREAKS):
            message = f"The {side} term has a tab or a line break in it: {text!r}."
            yield Finding("term-break", Severity.ERROR, message, row.line, fix="Put a space in its place.")


def _both_ways(rows: Sequence[Row]) -> Iterator[Finding]:
    """A target that one row allows and another forbids for the same source."""
    allowed: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.term.status is not Status.FORBIDDEN:
            allowed.setdefault((row.term.source, row.term.target), row)
    for row in rows:
        other = allowed.get((row.term.source, row.term.target))
        if row.term.status is Status.FORBIDDEN and other:
            message = f"“{row.term.target}” is forbidden here and {other.term.status} on line {other.line}."
            fix = "Keep one of them; the check can't tell parts of speech apart."
            yield Finding("term-contradicts", Severity.ERROR, message, row.line, row.term.source, fix)


def _collisions(rows: Sequence[Row], lemmatise: Lemmatise) -> Iterator[Finding]:
    """Two sources that are one to the matcher: both would be told wherever either stands."""
    glossary = Glossary(lemmatise=lemmatise)
    first: dict[tuple[str, ...], Row] = {}
    told: set[str] = set()
    for row in rows:
        term = row.term
        if term.case is CaseRule.EXACT or term.source in told:
            continue
        other = first.setdefault(glossary.lemmas(term.source), row)
        if other.term.source != term.source:
            told.add(term.source)
            message = f"“{term.source}” is read as “{other.term.source}” on line {other.line} is."
            fix = "Put both under one of them, or give them the case rule “exact”."
            yield Finding("term-collides", Severity.WARNING, message, row.line, term.source, fix)


def _shared(rows: Sequence[Row]) -> Iterator[Finding]:
    """One target for two sources: no fault, but a reader can't tell them apart."""
    first: dict[str, Row] = {}
    for row in rows:
        if row.term.status is Status.PREFERRED:
            other = first.setdefault(row.term.target, row)
            if other.term.source != row.term.source:
                there = f"“{other.term.source}” on line {other.line}"
                message = f"“{row.term.target}” is preferred for {there} as well."
                fix = "Fine for words that mean the same."
                yield Finding("target-shared", Severity.INFO, message, row.line, row.term.source, fix)
