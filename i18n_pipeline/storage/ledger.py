"""Paid answers in SQLite: on disk before the next is asked for."""

import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path

from i18n_pipeline.errors import PipelineError, Place
from i18n_pipeline.model.engine import Answer
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


class SqliteLedger:
    """A ledger in one file; may be used from several threads.

    Write-ahead log with `synchronous = FULL`: a commit is on disk when it returns
    (https://www.sqlite.org/pragma.html#pragma_synchronous).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None

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

    def get(self, question: str, original: Content) -> Answer | None:
        """The kept answer with the original's placeholders."""
        with self._lock:
            found = self._connection().execute(
                "SELECT answer, problem FROM answers WHERE question = ?", (question,)
            )
            row = found.fetchone()
        if row is None:
            return None
        content = unpacked(row[0], original) if row[0] else None
        return Answer(content, row[1]) if content is not None or row[1] else None

    def put(self, answers: Mapping[str, Answer], *, engine: str, article: str) -> None:
        """Keep answers with their prices, in one transaction, in place of earlier ones."""
        rows = [
            (
                question,
                packed(answer.content) if answer.content is not None else "",
                answer.problem,
                engine,
                article,
                answer.billed_characters,
                answer.tokens,
            )
            for question, answer in answers.items()
        ]
        with self._lock, self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(_INSERT, rows)

    def billed_in(self, month: str) -> int:
        """Characters that engines billed in a month (`2026-11`, UTC)."""
        if self._opened is None and not self._path.exists():
            return 0
        with self._lock:
            found = self._connection().execute(
                "SELECT coalesce(sum(billed_characters), 0) FROM answers WHERE answered_at LIKE ? || '%'",
                (month,),
            )
            return int(found.fetchone()[0])

    def close(self) -> None:
        """Close the file; safe to call twice."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(_SCHEMA)
    return connection


class Forgetful:
    """A ledger that gives back only what was put into it through this object: for asking again."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger
        self._known: set[str] = set()

    def get(self, question: str, original: Content) -> Answer | None:
        """The answer, if it came in this run."""
        return self._ledger.get(question, original) if question in self._known else None

    def put(self, answers: Mapping[str, Answer], *, engine: str, article: str) -> None:
        """Keep answers; they replace older ones."""
        self._ledger.put(answers, engine=engine, article=article)
        self._known |= answers.keys()
