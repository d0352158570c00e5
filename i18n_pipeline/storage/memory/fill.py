"""Units into the tables and out of them; each function works inside its caller's transaction."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from zlib import crc32

from i18n_pipeline.model.memory import Languages, Unit
from i18n_pipeline.storage.memory.comparable import comparable
from i18n_pipeline.storage.memory.terms import terms

_BATCH = 5000

_INSERT_UNIT = """
INSERT INTO units (source, origin, pair, target, context, before, after, reviewed, changed, used)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_KNOWN = "SELECT text, id FROM sources WHERE hash IN (SELECT value FROM json_each(?))"
_UNUSED = """
SELECT id, coalesce(comparable, text) FROM sources
WHERE id IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM units WHERE units.source = sources.id)
"""


def hash_of(text: str) -> int:
    """What a source text is found by; 32 bits, so the text itself is compared too."""
    return crc32(text.encode())


def put(connection: sqlite3.Connection, origin: int, units: Iterable[Unit]) -> int:
    """Store the units of an origin; gives how many."""
    count = 0
    pairs = _Pairs(connection)
    for batch in _batches(units):
        numbers = _numbered(connection, dict.fromkeys(unit.source for unit in batch))
        connection.executemany(
            _INSERT_UNIT,
            [
                (
                    numbers[unit.source],
                    origin,
                    pairs[unit.languages],
                    unit.target,
                    unit.context,
                    unit.before,
                    unit.after,
                    unit.reviewed,
                    unit.changed,
                    unit.used,
                )
                for unit in batch
            ],
        )
        count += len(batch)
    return count


def take_out(connection: sqlite3.Connection, origin: int) -> list[int]:
    """Remove an origin's units; gives their sources, which `forget_unused` may remove."""
    found = connection.execute("SELECT DISTINCT source FROM units WHERE origin = ?", (origin,))
    numbers = [int(number) for (number,) in found]
    connection.execute("DELETE FROM units WHERE origin = ?", (origin,))
    return numbers


def forget_unused(connection: sqlite3.Connection, sources: Iterable[int]) -> None:
    """Remove those of the sources that no unit has any more, with their terms."""
    rows = connection.execute(_UNUSED, (json.dumps(list(sources)),)).fetchall()
    connection.executemany(
        "INSERT INTO terms (terms, rowid, words) VALUES ('delete', ?, ?)",
        ((number, " ".join(terms(text))) for number, text in rows),
    )
    connection.executemany("DELETE FROM sources WHERE id = ?", ((number,) for number, _ in rows))


def _batches(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    iterator = iter(units)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _numbered(connection: sqlite3.Connection, texts: Iterable[str]) -> dict[str, int]:
    """The number of each text in `sources`; new ones are put there with their terms."""
    hashes = {text: hash_of(text) for text in texts}
    numbers: dict[str, int] = dict(connection.execute(_KNOWN, (json.dumps(list(hashes.values())),)))
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM sources").fetchone()[0]
    new = [text for text in hashes if text not in numbers]
    forms = [comparable(text) for text in new]
    connection.executemany(
        "INSERT INTO sources (id, hash, text, comparable) VALUES (?, ?, ?, ?)",
        [
            (number, hashes[text], text, None if form == text else form)
            for number, (text, form) in enumerate(zip(new, forms, strict=True), first)
        ],
    )
    connection.executemany(
        "INSERT INTO terms (rowid, words) VALUES (?, ?)",
        [(number, " ".join(terms(form))) for number, form in enumerate(forms, first)],
    )
    numbers.update(zip(new, range(first, first + len(new)), strict=True))
    return numbers


class _Pairs(dict[Languages, int]):
    """The numbers of language pairs; one that is new gets its number when it is looked up."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        known = connection.execute("SELECT source, target, id FROM pairs")
        super().__init__({Languages(source, target): number for source, target, number in known})
        self._connection = connection

    def __missing__(self, pair: Languages) -> int:
        row = (pair.source, pair.target)
        number = self._connection.execute("INSERT INTO pairs (source, target) VALUES (?, ?)", row).lastrowid
        self[pair] = number or 0
        return self[pair]
