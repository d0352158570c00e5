"""The tables of the memory, and the file that holds them."""

import sqlite3
from pathlib import Path

_VERSION = 1
_TABLES = """
CREATE TABLE origins (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
CREATE TABLE pairs (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    UNIQUE (source, target)
);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    text TEXT NOT NULL,
    comparable TEXT -- NULL: as `text`
);
CREATE INDEX sources_by_hash ON sources (hash);
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    origin INTEGER NOT NULL REFERENCES origins (id),
    pair INTEGER NOT NULL REFERENCES pairs (id),
    target TEXT NOT NULL,
    context TEXT,
    before TEXT,
    after TEXT,
    reviewed INTEGER NOT NULL,
    changed TEXT NOT NULL,
    used INTEGER NOT NULL
);
CREATE INDEX units_by_source ON units (source);
CREATE INDEX units_by_origin ON units (origin);
-- Terms of `sources`, by number alone: no copy of the text, no positions.
CREATE VIRTUAL TABLE terms
USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
-- 32 MB of terms are sorted at a time: large files make fewer parts that have to be merged.
INSERT INTO terms (terms, rank) VALUES ('hashsize', 33554432);
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, or make it with its tables; one of another version is emptied.

    Raises OSError or sqlite3.Error.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    try:
        connection.execute("PRAGMA cache_size = -65536")
        # All of it can be made again: a power cut may cost the last units, never the file.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if _version(connection) != _VERSION:
            _make(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make(connection: sqlite3.Connection) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) == _VERSION:  # another process was first
            return
        for name in ("terms", "units", "sources", "pairs", "origins"):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
