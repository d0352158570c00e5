"""Units for a text: the very text, else those that are alike."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

from rapidfuzz import fuzz, process

from i18n_pipeline.model.memory import LEAST, SAME, Languages, Match, Unit, Wanted
from i18n_pipeline.storage.memory.comparable import comparable
from i18n_pipeline.storage.memory.fill import hash_of
from i18n_pipeline.storage.memory.score import score
from i18n_pipeline.storage.memory.terms import terms

_FREQUENT = 400
"""A term that more texts have says too little, and would take too long."""

_CANDIDATES = 200
"""So many texts, those that share the rarest terms, are compared in full."""

_LEAST_CHARACTERS = 2 * LEAST - SAME
"""Below this likeness of characters, no likeness of words makes up for it."""

_WITH_TERMS = "SELECT rowid FROM terms WHERE terms MATCH ? LIMIT ?"
_SOURCES = """
SELECT id, coalesce(comparable, text) FROM sources
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_UNITS = """
SELECT units.source, sources.text, units.target, pairs.source, pairs.target, origins.name,
    units.context, units.before, units.after, units.reviewed, units.changed, units.used
FROM units
JOIN sources ON sources.id = units.source
JOIN pairs ON pairs.id = units.pair
JOIN origins ON origins.id = units.origin
"""
_UNITS_OF = f"""{_UNITS}
WHERE units.pair IN (SELECT value FROM json_each(?)) AND units.source IN (SELECT value FROM json_each(?))
"""  # noqa: S608 (made of constants)
_ALL_UNITS = f"""{_UNITS}
WHERE units.pair IN (SELECT value FROM json_each(?)) AND units.id IN (
    SELECT min(id) FROM units GROUP BY source, pair, target, context, before, after
)
ORDER BY origins.name, units.id
"""  # noqa: S608 (made of constants)

_Row = tuple[int, str, str, str, str, str, str | None, str | None, str | None, int, str, int]


def matches(connection: sqlite3.Connection, wanted: Wanted, languages: Languages) -> tuple[Match, ...]:
    """The matches of a text, one for each translation, best first."""
    pairs = json.dumps(pairs_for(connection, languages))
    scores = dict.fromkeys(_same(connection, wanted.source), SAME)
    found = list(_with_scores(connection, scores, pairs))
    if not found:
        scores = _alike(connection, comparable(wanted.source))
        found = list(_with_scores(connection, scores, pairs))
    found.sort(key=lambda match: _rank(match, wanted), reverse=True)
    best: dict[str, Match] = {}
    for match in found:
        best.setdefault(match.unit.target, match)
    return tuple(best.values())


def all_units(connection: sqlite3.Connection, languages: Languages) -> Iterator[Unit]:
    """The units of a language pair, each once, by origin and in the order in which they were put."""
    pairs = json.dumps(pairs_for(connection, languages))
    return (_unit(row) for row in connection.execute(_ALL_UNITS, (pairs,)))


def pairs_for(connection: sqlite3.Connection, languages: Languages) -> list[int]:
    """The numbers of the language pairs that serve a wanted one."""
    rows = connection.execute("SELECT id, source, target FROM pairs")
    return [number for number, source, target in rows if Languages(source, target).serves(languages)]


def _rank(match: Match, wanted: Wanted) -> tuple[bool, int, bool, str, int, str, str]:
    unit = match.unit
    return (
        match.in_context(wanted),
        match.score,
        unit.reviewed,
        unit.changed,
        unit.used,
        unit.origin,
        unit.target,
    )


def _same(connection: sqlite3.Connection, text: str) -> list[int]:
    rows = connection.execute("SELECT id, text FROM sources WHERE hash = ?", (hash_of(text),))
    return [number for number, found in rows if found == text]


def _alike(connection: sqlite3.Connection, text: str) -> dict[int, int]:
    """Numbers of sources that score enough, with their scores."""
    candidates = json.dumps(_candidates(connection, terms(text)))
    texts: dict[int, str] = dict(connection.execute(_SOURCES, (candidates,)))
    near = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=_LEAST_CHARACTERS, limit=None)
    scores = {number: score(text, other) for other, _, number in near}
    return {number: points for number, points in scores.items() if points >= LEAST}


def _candidates(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """Numbers of sources, those first that share more and rarer terms."""
    distinct = list(dict.fromkeys(wanted))
    weights: dict[int, float] = {}
    for term in distinct:
        numbers = _having(connection, f'"{term}"', _FREQUENT + 1)
        if 0 < len(numbers) <= _FREQUENT:
            weight = 1 / sqrt(len(numbers))
            for number in numbers:
                weights[number] = weights.get(number, 0.0) + weight
    if not weights and distinct:
        return _having(connection, " AND ".join(f'"{term}"' for term in distinct), _CANDIDATES)
    return sorted(weights, key=lambda number: (-weights[number], number))[:_CANDIDATES]


def _having(connection: sqlite3.Connection, expression: str, limit: int) -> list[int]:
    return [number for (number,) in connection.execute(_WITH_TERMS, (expression, limit))]


def _with_scores(connection: sqlite3.Connection, scores: Mapping[int, int], pairs: str) -> Iterator[Match]:
    rows = connection.execute(_UNITS_OF, (pairs, json.dumps(list(scores))))
    return (Match(_unit(row), scores[row[0]]) for row in rows)


def _unit(row: _Row) -> Unit:
    _, source, target, source_language, target_language, origin, context, before, after, *_ = row
    reviewed, changed, used = row[9:]
    languages = Languages(source_language, target_language)
    return Unit(source, target, languages, origin, context, before, after, bool(reviewed), changed, used)
