"""The project's memory in one file, which can be deleted: all of it is read from PO and TMX files."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from i18n_pipeline.errors import PipelineError, Place
from i18n_pipeline.model.memory import Languages, Match, Unit, Wanted
from i18n_pipeline.model.sentence import ended
from i18n_pipeline.storage.files import is_there
from i18n_pipeline.storage.memory.fill import forget_unused, put, take_out
from i18n_pipeline.storage.memory.lookup import all_units, matches
from i18n_pipeline.storage.memory.schema import connect


class SqliteMemory:
    """Past translations by the files that they come from; may be used from several threads.

    All methods raise PipelineError where the file can't be opened or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None

    def recall(self, wanted: Sequence[Wanted], languages: Languages) -> list[tuple[Match, ...]]:
        """For each text its matches, best first; a memory that has no file has none, and gets none."""
        if self._opened is None and not is_there(self._path):
            return [() for _ in wanted]
        with self._connection() as connection:
            return [matches(connection, each, languages) for each in wanted]

    def origins(self) -> dict[str, str]:
        """The files whose units are here, with the digests that they were put with."""
        with self._connection() as connection:
            return dict(connection.execute("SELECT name, digest FROM origins ORDER BY name"))

    def replace(self, origin: str, digest: str, units: Iterable[Unit]) -> int:
        """Put a file's units in place of those it had, all or none; gives how many there are.

        What `units` raises passes through; then nothing is changed.
        """
        with self._connection() as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO origins (name, digest) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET digest = excluded.digest",
                (origin, digest),
            )
            number = _number(connection, origin)
            old = take_out(connection, number)
            count = put(connection, number, units)
            forget_unused(connection, old)
            return count

    def forget(self, origin: str) -> None:
        """Remove a file's units, where it has any."""
        with self._connection() as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            number = _number(connection, origin)
            forget_unused(connection, take_out(connection, number))
            connection.execute("DELETE FROM origins WHERE id = ?", (number,))

    def units(self, languages: Languages) -> Iterator[Unit]:
        """All units of a language pair, by origin; the memory is locked until the last is taken."""
        with self._connection() as connection:
            yield from all_units(connection, languages)

    def delete(self) -> None:
        """Close the memory and remove its file."""
        self.close()
        for suffix in ("-wal", "-shm", ""):
            try:
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            except OSError as error:
                raise self._problem(error) from error

    def close(self) -> None:
        """Close the file; safe to call twice."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """The connection, opened when it is first needed and held by one thread at a time."""
        with self._lock:
            try:
                if self._opened is None:
                    self._opened = connect(self._path)
                yield self._opened
            except (OSError, sqlite3.Error) as error:
                raise self._problem(error) from error

    def _problem(self, error: Exception) -> PipelineError:
        return PipelineError(
            f"the memory can't be used: {ended(error)}",
            place=Place(str(self._path)),
            mending="Make room or allow writing; if it is damaged, `translate memory rebuild` makes it anew.",
        )


def _number(connection: sqlite3.Connection, origin: str) -> int:
    row = connection.execute("SELECT id FROM origins WHERE name = ?", (origin,)).fetchone()
    return int(row[0]) if row else 0
