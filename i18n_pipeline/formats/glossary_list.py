"""Word lists of two columns without a heading, as DeepL exports its glossaries."""

import csv
import io
from collections.abc import Iterable, Iterator

from i18n_pipeline.errors import GlossaryError, Place
from i18n_pipeline.formats import glossary_csv
from i18n_pipeline.model.glossary import Term
from i18n_pipeline.model.sentence import ended

_WIDTHS = {2, 4}  # source and target; and both languages


def read(text: str) -> tuple[Term, ...]:
    """Terms of a table with the glossary's own columns, else of a list.

    A list has a source and a target in each row, separated by tabs, commas or semicolons; the
    languages may follow. Raises GlossaryError with the line of a row that can't be used.
    """
    text = text.removeprefix("\ufeff")
    first = text.lstrip().partition("\n")[0].lower()
    if "source" in first and "target" in first:
        return glossary_csv.read(text)
    return tuple(dict.fromkeys(_terms(text)))


def write(terms: Iterable[Term], separator: str) -> str:
    """The translations to use, one to a line: what engines take."""
    written = io.StringIO()
    rows = ((term.source, term.target) for term in terms if term.decides)
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _terms(text: str) -> Iterator[Term]:
    separator = next((mark for mark in "\t;," if mark in text.partition("\n")[0]), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            row = [cell.strip() for cell in cells]
            if any(row):
                yield _term(row, reader.line_num)
    except csv.Error as error:
        raise _refusal(
            f"The list can't be read: {ended(error)}", reader.line_num, "Check the quotes."
        ) from error


def _term(row: list[str], line: int) -> Term:
    if len(row) not in _WIDTHS:
        problem = f"The row has {len(row)} columns; a list has a source and a target."
        raise _refusal(problem, line, f"Or begin with the line: {','.join(glossary_csv.COLUMNS)}")
    if not (row[0] and row[1]):
        raise _refusal("A side of the row is empty.", line, "Fill it in or take the row out.")
    return Term(row[0], row[1])


def _refusal(problem: str, line: int, mending: str) -> GlossaryError:
    return GlossaryError(problem, place=Place("", line), mending=mending)
