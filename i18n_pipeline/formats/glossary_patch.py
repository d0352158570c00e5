"""Rows put into a glossary file; every line that isn't touched keeps its bytes."""

import io
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from i18n_pipeline.formats.glossary_csv import Table, line, scan
from i18n_pipeline.model.glossary import Term


def patched(text: str, added: Iterable[Term], replaced: Mapping[int, Term]) -> str:
    """The file with rows added, and rows replaced by the line that they begin on.

    A row goes behind the last one of its source, else to its place where the sources are sorted,
    else to the end. Raises GlossaryError for a term that needs a column which the file lacks.
    """
    table = scan(text)
    lines = list(io.StringIO(text, newline=""))
    end = next((mark for mark in ("\r\n", "\n", "\r") if lines[0].endswith(mark)), "\n")
    if not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end

    def written(term: Term) -> str:
        return line(term, table.columns, table.separator).removesuffix("\n") + end

    for row in table.rows:
        if row.line in replaced:
            lines[row.line - 1 : row.last] = [written(replaced[row.line]), *[""] * (row.last - row.line)]
    places = _Places(table)
    for term in sorted(added, key=places.order):
        lines[places.behind(term) - 1] += written(term)
    return "".join(lines)


class _Places:
    """Where rows go in a table."""

    def __init__(self, table: Table) -> None:
        self._names = [row.term.source.casefold() for row in table.rows]
        self._sorted = self._names == sorted(self._names)
        self._lasts = [table.header, *(row.last for row in table.rows)]
        self._last: dict[str, int] = defaultdict(int)
        self._last_of_kind: dict[tuple[str, str], int] = defaultdict(int)
        for row in table.rows:
            self._last[row.term.source] = row.last
            self._last_of_kind[row.term.source, row.term.part_of_speech] = row.last

    def order(self, term: Term) -> str:
        """A key that brings new rows into the table's order."""
        return term.source.casefold() if self._sorted else ""

    def behind(self, term: Term) -> int:
        """The line behind which a term goes."""
        same = self._last_of_kind[term.source, term.part_of_speech] or self._last[term.source]
        at = bisect_right(self._names, term.source.casefold()) if self._sorted else -1
        return same or self._lasts[at]
