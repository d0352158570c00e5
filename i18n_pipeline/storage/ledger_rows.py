"""Answers and what they cost as rows of the ledger."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from i18n_pipeline.model.engine import Answer, Paid
from i18n_pipeline.model.question import packed

_INSERT = """
INSERT OR REPLACE INTO answers (question, answer, problem, engine, article, billed_characters, tokens)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_COST = "INSERT INTO costs VALUES (?, ?, ?, ?, ?, ?)"


def insert(connection: sqlite3.Connection, paid: Sequence[Paid], engine: str, now: datetime) -> None:
    """Put what one request gave into the tables; earlier answers are replaced, their costs stay."""
    connection.executemany(_INSERT, [_row(each, engine) for each in paid])
    connection.executemany(_COST, _costs(paid, engine, f"{now.astimezone(UTC):%Y-%m-%d %H:%M:%S}"))


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


def _costs(paid: Sequence[Paid], engine: str, now: str) -> Iterator[tuple[str | int, ...]]:
    """What one request cost, by article; `now` as SQLite writes it."""
    by_article: dict[str, list[Answer]] = {}
    for each in paid:
        by_article.setdefault(each.article, []).append(each.answer)
    for article, answers in by_article.items():
        characters = sum(answer.billed_characters for answer in answers)
        yield now, engine, article, len(answers), characters, sum(answer.tokens for answer in answers)
