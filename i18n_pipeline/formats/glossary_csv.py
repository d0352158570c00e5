"""Glossaries as CSV: one row per source term and target term."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from i18n_pipeline.errors import GlossaryError, Place
from i18n_pipeline.model.glossary import CaseRule, Status, Term
from i18n_pipeline.model.glossary_rows import Row, contradictions
from i18n_pipeline.model.sentence import ended

COLUMNS = ("source", "target", "part_of_speech", "status", "note", "case")
COMMENT = "# "
"""How a line begins that is no row."""

_REQUIRED = ("source", "target")
_SEPARATORS = ",;\t"

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table:
    """A glossary file: its rows, the errors of those that can't be used, how it is written down.

    `header` is the line of the column names.
    """

    rows: tuple[Row, ...]
    refused: tuple[GlossaryError, ...]
    columns: tuple[str, ...]
    separator: str
    header: int


def read(text: str) -> tuple[Term, ...]:
    """Terms in the file's order, from a table separated by commas, semicolons or tabs.

    Raises GlossaryError with the line where the table or a term can't be used.
    """
    table = scan(text)
    for error in table.refused:
        raise error
    for found in contradictions(table.rows):
        raise _refusal(found.message, found.line, found.fix)
    return tuple(row.term for row in table.rows)


def scan(text: str) -> Table:
    """The whole table, whatever is wrong with single rows.

    Raises GlossaryError where it is no table: columns that are not there, quotes that don't end.
    """
    rows: list[Row] = []
    refused: list[GlossaryError] = []
    separator = _separator(text)
    found = _records(text, separator)
    header, _, cells = next(found, (1, 1, []))
    columns = _columns(cells, header)
    for line, last, cells in found:
        try:
            rows.append(Row(_term(_named(columns, cells, line), line), line, last))
        except GlossaryError as error:
            refused.append(error)
    return Table(tuple(rows), tuple(refused), columns, separator, header)


def write(terms: Iterable[Term], separator: str = ",") -> str:
    """The table of `terms` in the order given, with quotes only where they are needed."""
    lines = [line(term, COLUMNS, separator) for term in terms]
    return "".join([_line(COLUMNS, separator), *lines])


def line(term: Term, columns: Sequence[str], separator: str) -> str:
    """A term's row for a table of these columns, with LF behind it.

    Raises GlossaryError where it says something that the table has no column for.
    """
    cells = {column: str(getattr(term, column)) for column in COLUMNS}
    usual = Term(term.source, term.target)
    for column in COLUMNS:
        if column not in columns and getattr(term, column) != getattr(usual, column):
            problem = f"It has no column “{column}”, which “{term.source}” needs."
            raise _refusal(problem, 0, "Add that column to the first line and to every row.")
    return _line([cells[column] for column in columns], separator)


def _line(cells: Sequence[str], separator: str) -> str:
    # A carriage return inside a field is quoted only where it also ends lines (Python 3.11).
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return written.getvalue().removesuffix("\r\n") + "\n"


def _separator(text: str) -> str:
    lines = text.removeprefix("\ufeff").splitlines()
    header = next((line for line in lines if not line.startswith(COMMENT)), "")
    return max(_SEPARATORS, key=header.count)


def _records(text: str, separator: str) -> Iterator[tuple[int, int, list[str]]]:
    """Each row's first and last line and its cells; comments and empty lines are passed over."""
    begins = 1

    def lines() -> Iterator[str]:
        for number, line in enumerate(io.StringIO(text.removeprefix("\ufeff"), newline=""), 1):
            yield "\n" if number == begins and line.startswith(COMMENT) else line

    reader = csv.reader(lines(), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, reader.line_num, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        problem = f"The table can't be read: {ended(error)}"
        raise _refusal(problem, begins, "Check the quotes in this row.") from error


def _columns(cells: Sequence[str], line: int) -> tuple[str, ...]:
    columns = tuple(cell.lower() for cell in cells)
    for column in columns:
        if column not in COLUMNS:
            raise _refusal(f"There is no column “{column}”.", line, _did_you_mean(column, COLUMNS))
        if columns.count(column) > 1:
            raise _refusal(f"The column “{column}” is there twice.", line, "Take one of them out.")
    for column in _REQUIRED:
        if column not in columns:
            problem = f"The first line lacks the column “{column}”."
            raise _refusal(problem, line, f"Begin with the line: {','.join(COLUMNS)}")
    return columns


def _named(columns: Sequence[str], cells: Sequence[str], line: int) -> Mapping[str, str]:
    if len(cells) < len(columns):
        problem = f"The row has {len(cells)} columns, the first line has {len(columns)}."
        raise _refusal(problem, line, "Add the columns that are missing, empty ones too.")
    if len(cells) > len(columns):
        problem = f"The row has {len(cells)} columns, the first line has {len(columns)}."
        raise _refusal(problem, line, 'Put double quotes (") around a text that holds the separator.')
    return dict(zip(columns, cells, strict=True))


def _term(row: Mapping[str, str], line: int) -> Term:
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


def _did_you_mean(written: str, known: Sequence[str]) -> str:
    nearest = get_close_matches(written.lower(), known, n=1)
    if nearest:
        return f"Did you mean “{nearest[0]}”?"
    return f"Use one of: {', '.join(known)}."


def _refusal(problem: str, line: int, mending: str) -> GlossaryError:
    return GlossaryError(problem, place=Place("", line), mending=mending)
