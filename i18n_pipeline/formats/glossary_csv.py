"""Glossaries as CSV: one row per source term and target term."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from i18n_pipeline.errors import GlossaryError, Place
from i18n_pipeline.model.glossary import CaseRule, Status, Term

COLUMNS = ("source", "target", "part_of_speech", "status", "note", "case")
_REQUIRED = ("source", "target")
_SEPARATORS = ",;\t"

Choice = TypeVar("Choice", bound=StrEnum)
Row = Mapping[str, str]


def read(text: str) -> tuple[Term, ...]:
    """Terms in the file's order, from a table separated by commas, semicolons or tabs.

    Raises GlossaryError with the line where the table or a term can't be used.
    """
    terms: list[Term] = []
    seen: dict[tuple[str, ...], int] = {}
    deciding: dict[tuple[str, ...], int] = {}
    for line, row in _rows(text.removeprefix("\ufeff")):
        term = _term(row, line)
        _refuse_again(seen, (term.source, term.target, term.part_of_speech), line, "the same row")
        if term.decides:
            what = f"a preferred translation of “{term.source}”"
            _refuse_again(deciding, (term.source, term.part_of_speech), line, what)
        terms.append(term)
    return tuple(terms)


def write(terms: Iterable[Term]) -> str:
    """The table of `terms` in the order given, with commas and quotes only where they are needed."""
    rows = [
        (term.source, term.target, term.part_of_speech, term.status, term.note, term.case) for term in terms
    ]
    return "".join(_line(cells) for cells in [COLUMNS, *rows])


def _line(cells: Sequence[str]) -> str:
    # A carriage return inside a field is quoted only where it also ends lines (Python 3.11).
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def _rows(text: str) -> Iterator[tuple[int, Row]]:
    """Each row with the line that it begins on; empty lines are passed over."""
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: tuple[str, ...] = ()
    begins = 1
    try:
        for cells in reader:
            if not columns:
                columns = _columns(cells)
            elif any(cell.strip() for cell in cells):
                yield begins, _row(columns, cells, begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _refusal(
            f"The table can't be read: {error}.", begins, "Check the quotes in this row."
        ) from error
    if not columns:
        _columns(())


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(cell.strip().lower() for cell in cells)
    for column in columns:
        if column not in COLUMNS:
            raise _refusal(f"There is no column “{column}”.", 1, _did_you_mean(column, COLUMNS))
    for column in _REQUIRED:
        if column not in columns:
            problem = f"The first line lacks the column “{column}”."
            raise _refusal(problem, 1, f"Begin with the line: {','.join(COLUMNS)}")
    return columns


def _row(columns: Sequence[str], cells: Sequence[str], line: int) -> Row:
    if len(cells) < len(columns):
        problem = f"The row has {len(cells)} columns, the first line has {len(columns)}."
        raise _refusal(problem, line, "Add the columns that are missing, empty ones too.")
    if len(cells) > len(columns):
        problem = f"The row has {len(cells)} columns, the first line has {len(columns)}."
        raise _refusal(problem, line, 'Put double quotes (") around a text that holds the separator.')
    return dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def _term(row: Row, line: int) -> Term:
    for column in _REQUIRED:
        if not row[column]:
            raise _refusal(f"The {column} term is empty.", line, "Fill it in or take the row out.")
    return Term(
        source=row["source"],
        target=row["target"],
        part_of_speech=row.get("part_of_speech", ""),
        status=_choice(row.get("status", ""), Status.PREFERRED, "status", line),
        note=row.get("note", ""),
        case=_choice(row.get("case", ""), CaseRule.ANY, "case rule", line),
    )


def _choice(written: str, default: Choice, what: str, line: int) -> Choice:
    if not written:
        return default
    kind = type(default)
    try:
        return kind(written.lower())
    except ValueError:
        mending = _did_you_mean(written, tuple(kind))
        raise _refusal(f"“{written}” is no {what}.", line, mending) from None


def _refuse_again(seen: dict[tuple[str, ...], int], key: tuple[str, ...], line: int, what: str) -> None:
    if key in seen:
        problem = f"Line {seen[key]} has {what} already."
        raise _refusal(problem, line, "Keep one of them; a further translation is “admitted”.")
    seen[key] = line


def _did_you_mean(written: str, known: Sequence[str]) -> str:
    nearest = get_close_matches(written.lower(), known, n=1)
    if nearest:
        return f"Did you mean “{nearest[0]}”?"
    return f"Use one of: {', '.join(known)}."


def _refusal(problem: str, line: int, mending: str) -> GlossaryError:
    return GlossaryError(problem, place=Place("", line), mending=mending)
