"""The ledger's file: its tables, and how it is opened."""

import sqlite3
from pathlib import Path

from i18n_pipeline.model.engine import Capabilities

_PAGE = 4096 + 24
"""Bytes of a page in the log, its header with it (https://www.sqlite.org/fileformat2.html#walformat)."""

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


def opened(path: Path) -> sqlite3.Connection:
    """The file with its tables, made where it is not there; raises OSError or sqlite3.Error.

    Write-ahead log with `synchronous = FULL`: a commit is on disk when it returns
    (https://www.sqlite.org/pragma.html#pragma_synchronous).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
    try:
        _prepare(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_SCHEMA)
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'costs'").fetchone():
        connection.execute(_COSTS)
        connection.execute(_COSTS_SO_FAR)
    connection.execute("COMMIT")


def answer_bytes(capabilities: Capabilities) -> int:
    """Bytes of disk that the answers to one request take at the most.

    Questions are hashes, so that each answer changes a page of its own; where that has to be split it is
    three, and one of costs. The log holds whole pages. Long answers fill pages beside them: several times
    the source's bytes, for an engine that runs away.
    """
    return capabilities.batch_texts * 4 * _PAGE + capabilities.batch_bytes * 4
