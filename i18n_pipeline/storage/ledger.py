"""Paid answers in SQLite: on disk before the next is asked for."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from i18n_pipeline.errors import BackendError, Place
from i18n_pipeline.model.engine import Answer, Capabilities, Paid
from i18n_pipeline.model.inline import Content
from i18n_pipeline.model.question import unpacked
from i18n_pipeline.model.sentence import ended, reason
from i18n_pipeline.storage.files import is_there
from i18n_pipeline.storage.ledger_file import answer_bytes, opened
from i18n_pipeline.storage.ledger_rows import insert
from i18n_pipeline.storage.reserve import Reserve

_SUMS = """
SELECT substr(paid_at, 1, 7), engine, article, sum(texts), sum(characters), sum(tokens)
FROM costs GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What an article cost in a month (`2026-11`, UTC) with an engine, each text as often as it was asked."""

    month: str
    engine: str
    article: str
    texts: int
    characters: int
    tokens: int


class LedgerRefused(BackendError):
    """What an engine answered can't be kept, so that it is not asked."""


class SqliteLedger:
    """A ledger in one file, and a reserve beside it; may be used from several threads.

    Once an answer could not be kept, or only with what the reserve gave, every question is refused before
    it is sent: LedgerRefused. Costs are of the moment `now`.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._now = now
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None
        self._refusal: LedgerRefused | None = None
        self._reserve = Reserve(path.with_name("reserve"))
        self._share = 0

    def _connection(self) -> sqlite3.Connection:
        """The connection, opened when it is first needed: looking at a project makes no file."""
        if self._opened is None:
            try:
                self._opened = opened(self._path)
            except (OSError, sqlite3.Error) as error:
                raise LedgerRefused(
                    f"the ledger can't be opened: {ended(error)}",
                    place=Place(str(self._path)),
                    mending="Make room or allow writing; if it is damaged, delete it: texts are asked again.",
                ) from error
        return self._opened

    @property
    def _is_there(self) -> bool:
        return self._opened is not None or is_there(self._path)

    def make_room(self, capabilities: Capabilities) -> None:
        """Be ready for the answers to all requests that an engine takes at once; free ones are asked again.

        Raises LedgerRefused where the disk has no room for them, or once it was full.
        """
        with self._lock:
            if self._refusal:
                raise self._refusal
            if capabilities.paid and not self._share:
                self._set_aside(answer_bytes(capabilities), capabilities.concurrency)

    def _set_aside(self, share: int, requests: int) -> None:
        with self._careful():
            self._connection().execute("PRAGMA user_version = 1")  # a write, to see whether it may be written
        try:
            # One more, for whoever writes a post between what is freed and what is kept.
            self._reserve.make(share * (requests + 1))
        except OSError as error:
            why = reason(error)
            raise self._refused(f"there is no room for their answers: {why}") from error
        self._share = share

    def get(self, question: str, original: Content) -> Answer | None:
        """The kept answer with the original's placeholders."""
        if self._refusal:
            raise self._refusal
        if not self._is_there:
            return None
        with self._lock, self._careful():
            found = self._connection().execute(
                "SELECT answer, problem FROM answers WHERE question = ?", (question,)
            )
            row = found.fetchone()
        if row is None:
            return None
        content = unpacked(row[0], original) if row[0] else None
        return Answer(content, row[1]) if content is not None or row[1] else None

    def put(self, paid: Sequence[Paid], *, engine: str) -> None:
        """Keep answers and what they cost, in one transaction; earlier answers are replaced."""
        with self._lock, self._careful():
            while True:
                try:
                    return self._keep(paid, engine)
                except sqlite3.OperationalError as error:
                    if not (_is_full(error) and self._share and self._reserve.give_up(self._share)):
                        raise
                    self._refused(f"{error}; what was paid for is kept")

    def _keep(self, paid: Sequence[Paid], engine: str) -> None:
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            insert(connection, paid, engine, self._now())

    def costs(self) -> list[Cost]:
        """What was paid, by month, engine and article."""
        if not self._is_there:
            return []
        with self._lock, self._careful():
            return [Cost(*row) for row in self._connection().execute(_SUMS)]

    def billed_in(self, month: str) -> int:
        """Characters that engines billed in a month (`2026-11`, UTC)."""
        return sum(cost.characters for cost in self.costs() if cost.month == month)

    @contextmanager
    def _careful(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._refused(str(error)) from error

    def _refused(self, why: str) -> LedgerRefused:
        """Why nothing is asked from now on."""
        self._refusal = LedgerRefused(
            f"the ledger of paid answers can't be used: {ended(why)}",
            place=Place(str(self._path)),
            mending="Nothing more is sent until it can. Make room or allow writing there, and run again.",
        )
        return self._refusal

    def close(self) -> None:
        """Close the file; safe to call twice."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def _is_full(error: sqlite3.Error) -> bool:
    """A full disk shows in either way: the log's index grows by mapped memory."""
    return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class Forgetful:
    """A ledger that gives back only what was put into it through this object: for asking again."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger
        self._known: set[str] = set()

    def make_room(self, capabilities: Capabilities) -> None:
        """As the ledger does."""
        self._ledger.make_room(capabilities)

    def get(self, question: str, original: Content) -> Answer | None:
        """The answer, if it came in this run."""
        return self._ledger.get(question, original) if question in self._known else None

    def put(self, paid: Sequence[Paid], *, engine: str) -> None:
        """Keep answers; they replace older ones."""
        self._ledger.put(paid, engine=engine)
        self._known |= {each.question for each in paid}
