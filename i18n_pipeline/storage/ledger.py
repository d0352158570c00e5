"""Paid answers in SQLite: on disk before the next is asked for."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from i18n_pipeline.errors import BackendError, PipelineError, Place
from i18n_pipeline.model.engine import Answer, Paid
from i18n_pipeline.model.inline import Content
from i18n_pipeline.model.question import packed, unpacked

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    question TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    problem TEXT NOT NULL,
    engine TEXT NOT NULL,
    article TEXT NOT NULL,
    billed_characters INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    answered_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITHOUT ROWID
"""
_INSERT = """
INSERT OR REPLACE INTO answers (question, answer, problem, engine, article, billed_characters, tokens)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_COSTS = """
CREATE TABLE costs (
    paid_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    engine TEXT NOT NULL,
    article TEXT NOT NULL,
    texts INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    tokens INTEGER NOT NULL
)
"""
# Ledgers made before costs had a table of their own.
_COSTS_SO_FAR = """
INSERT INTO costs
SELECT answered_at, engine, article, count(*), sum(billed_characters), sum(tokens)
FROM answers GROUP BY answered_at, engine, article
"""
_COST = "INSERT INTO costs (engine, article, texts, characters, tokens) VALUES (?, ?, ?, ?, ?)"
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
    """A ledger in one file; may be used from several threads.

    Write-ahead log with `synchronous = FULL`: a commit is on disk when it returns
    (https://www.sqlite.org/pragma.html#pragma_synchronous). Once an answer could not be kept, every
    question is refused before it is sent: LedgerRefused.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None
        self._refusal: LedgerRefused | None = None

    def _connection(self) -> sqlite3.Connection:
        """The connection, opened when it is first needed: looking at a project makes no file."""
        if self._opened is None:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._opened = _open(self._path)
            except (OSError, sqlite3.Error) as error:
                raise PipelineError(
                    f"the ledger can't be opened: {error}.",
                    place=Place(str(self._path)),
                    mending="Make room or allow writing; if it is damaged, delete it: texts are asked again.",
                ) from error
        return self._opened

    @property
    def _is_there(self) -> bool:
        return self._opened is not None or self._path.exists()

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
        with self._lock, self._careful(), self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(_INSERT, [_row(each, engine) for each in paid])
            connection.executemany(_COST, _costs(paid, engine))

    def costs(self) -> list[Cost]:
        """What was paid, by month, engine and article."""
        if not self._is_there:
            return []
        with self._lock:
            return [Cost(*row) for row in self._connection().execute(_SUMS)]

    def billed_in(self, month: str) -> int:
        """Characters that engines billed in a month (`2026-11`, UTC)."""
        return sum(cost.characters for cost in self.costs() if cost.month == month)

    @contextmanager
    def _careful(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self._refusal = LedgerRefused(
                f"the ledger of paid answers can't be used: {error}.",
                place=Place(str(self._path)),
                mending="Nothing more is sent until it can. Make room or allow writing there, and run again.",
            )
            raise self._refusal from error

    def close(self) -> None:
        """Close the file; safe to call twice."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_SCHEMA)
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'costs'").fetchone():
        connection.execute(_COSTS)
        connection.execute(_COSTS_SO_FAR)
    connection.execute("COMMIT")
    return connection


def _row(paid: Paid, engine: str) -> tuple[str | int, ...]:
    answer = paid.answer
    text = packed(answer.content) if answer.content is not None else ""
    return (
        paid.question,
        text,
        answer.problem,
        engine,
        paid.article,
        answer.billed_characters,
        answer.tokens,
    )


def _costs(paid: Sequence[Paid], engine: str) -> Iterator[tuple[str | int, ...]]:
    """What one request cost, by article."""
    by_article: dict[str, list[Answer]] = {}
    for each in paid:
        by_article.setdefault(each.article, []).append(each.answer)
    for article, answers in by_article.items():
        characters = sum(answer.billed_characters for answer in answers)
        yield engine, article, len(answers), characters, sum(answer.tokens for answer in answers)


class Forgetful:
    """A ledger that gives back only what was put into it through this object: for asking again."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger
        self._known: set[str] = set()

    def get(self, question: str, original: Content) -> Answer | None:
        """The answer, if it came in this run."""
        return self._ledger.get(question, original) if question in self._known else None

    def put(self, paid: Sequence[Paid], *, engine: str) -> None:
        """Keep answers; they replace older ones."""
        self._ledger.put(paid, engine=engine)
        self._known |= {each.question for each in paid}
