"""A glossary file's rows, and where they contradict one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.term import Term


@dataclass(frozen=True, slots=True)
class Row:
    """A term on lines `line` to `last` of its file, counted from 1."""

    term: Term
    line: int
    last: int


def contradictions(rows: Iterable[Row]) -> Iterator[Finding]:
    """Rows that can't stand beside an earlier one: the same again, a second translation to use."""
    seen: dict[tuple[str, ...], int] = {}
    deciding: dict[tuple[str, ...], int] = {}
    for row in rows:
        term = row.term
        first = seen.setdefault((term.source, term.target, term.part_of_speech), row.line)
        if first != row.line:
            yield _error("term-repeated", f"Line {first} has the same row already.", row)
        elif term.decides:
            first = deciding.setdefault((term.source, term.part_of_speech), row.line)
            if first != row.line:
                what = f"a preferred translation of “{term.source}”"
                yield _error("term-clash", f"Line {first} has {what} already.", row)


def _error(code: str, message: str, row: Row) -> Finding:
    fix = "Keep one of them; a further translation is “admitted”."
    return Finding(code, Severity.ERROR, message, row.line, row.term.source, fix)
