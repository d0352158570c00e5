"""Paid answers in SQLite: on disk before the next is asked for."""

import sqlite3
import threading
from pathlib import Path

from i18n_pipeline.errors import PipelineError, Place
from i18n_pipeline.model.engine import Answer
from i18n_pipeline.model.inline import Content
from i18n_pipeline.model.question import packed, unpacked

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    question TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    engine TEXT NOT NULL,
    article TEXT NOT NULL,
    billed_characters INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    answered_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITHOUT ROWID
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

    def get(self, question: str, original: Content) -> Content | None:
        """The kept answer with the original's placeholders."""
        with self._lock:
            row = (
                self._connection()
                .execute("SELECT answer FROM answers WHERE question = ?", (question,))
                .fetchone()
            )
        return unpacked(row[0], original) if row else None

    def put(self, question: str, answer: Answer, *, engine: str, article: str) -> None:
        """Keep an answer with its price; an earlier one to the same question is replaced."""
        if answer.content is None:
            return
        row = (question, packed(answer.content), engine, article, answer.billed_characters, answer.tokens)
        with self._lock:
            self._connection().execute(
                "INSERT OR REPLACE INTO answers"
                " (question, answer, engine, article, billed_characters, tokens) VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )

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
