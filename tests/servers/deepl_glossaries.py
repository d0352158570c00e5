"""DeepL's glossaries (API v3), in memory: paths and bodies in, status and answer out.

A free plan keeps one (`most`); what goes beyond is refused with 456, a malformed dictionary with 400.
"""

from collections.abc import Mapping
from itertools import count
from typing import Any

_CREATED = "2026-01-01T00:00:00.000000Z"
_Pair = tuple[str, str]
Reply = tuple[int, dict[str, Any] | None]

NOT_FOUND: Reply = (404, {"message": "Glossary not found"})
TOO_MANY: Reply = (456, {"message": "Quota exceeded"})
INVALID: Reply = (400, {"message": "Invalid glossary entries provided"})

MOST_BYTES = 10 * 1024 * 1024
LONGEST_TERM = 1024


class Glossaries:
    """Each has a name and, for each pair of languages, entries from source term to target term."""

    def __init__(self, most: int = 1) -> None:
        self.most = most
        self._names: dict[str, str] = {}
        self._dictionaries: dict[str, dict[_Pair, dict[str, str]]] = {}
        self._numbers = count(1)

    def terms(self, id_: str, source: str, target: str) -> Mapping[str, str] | None:
        """The entries for a pair of languages, or None where there are none."""
        return self._dictionaries.get(id_, {}).get(_pair(source, target))

    @property
    def names(self) -> dict[str, str]:
        """Id → name."""
        return dict(self._names)

    def reply(self, method: str, path: list[str], query: Mapping[str, str], body: Mapping[str, Any]) -> Reply:
        """`path` is what follows `/v3/glossaries`, split at its slashes."""
        match method, path:
            case "GET", []:
                return 200, {"glossaries": [self._info(id_) for id_ in self._names]}
            case "POST", []:
                return self._created(body)
            case _, [id_, *rest] if id_ in self._names:
                return self._reply_on(id_, method, rest, query, body)
        return NOT_FOUND

    def _reply_on(
        self, id_: str, method: str, rest: list[str], query: Mapping[str, str], body: Mapping[str, Any]
    ) -> Reply:
        match method, rest:
            case "GET", []:
                return 200, self._info(id_)
            case "GET", ["entries"]:
                return self._entries(id_, query)
            case "PATCH", []:
                return self._patched(id_, body)
            case "PUT", ["dictionaries"]:
                return self._replaced(id_, body)
            case "DELETE", ([] | ["dictionaries"]):
                return self._deleted(id_, query if rest else None)
        return NOT_FOUND

    def _created(self, body: Mapping[str, Any]) -> Reply:
        if len(self._names) >= self.most:
            return TOO_MANY
        if not all(map(_valid, body["dictionaries"])):
            return INVALID
        id_ = f"00000000-0000-4000-8000-{next(self._numbers):012d}"
        self._names[id_] = body["name"]
        self._dictionaries[id_] = {_pair_of(part): _read(part["entries"]) for part in body["dictionaries"]}
        return 201, self._info(id_)

    def _patched(self, id_: str, body: Mapping[str, Any]) -> Reply:
        if not all(map(_valid, body.get("dictionaries", ()))):
            return INVALID
        self._names[id_] = body.get("name", self._names[id_])
        for part in body.get("dictionaries", ()):
            self._dictionaries[id_].setdefault(_pair_of(part), {}).update(_read(part["entries"]))
        return 200, self._info(id_)

    def _replaced(self, id_: str, body: Mapping[str, Any]) -> Reply:
        if not _valid(body):
            return INVALID
        self._dictionaries[id_][_pair_of(body)] = _read(body["entries"])
        return 200, self._dictionary_info(id_, _pair_of(body))

    def _deleted(self, id_: str, query: Mapping[str, str] | None) -> Reply:
        if query is None:
            del self._names[id_], self._dictionaries[id_]
        else:
            self._dictionaries[id_].pop(_pair(query["source_lang"], query["target_lang"]), None)
        return 204, None

    def _entries(self, id_: str, query: Mapping[str, str]) -> Reply:
        pair = _pair(query["source_lang"], query["target_lang"])
        entries = self._dictionaries[id_].get(pair)
        if entries is None:
            return NOT_FOUND
        text = "\n".join(f"{source}\t{target}" for source, target in entries.items())
        languages = {"source_lang": pair[0], "target_lang": pair[1]}
        return 200, {"dictionaries": [{**languages, "entries": text, "entries_format": "tsv"}]}

    def _info(self, id_: str) -> dict[str, Any]:
        dictionaries = [self._dictionary_info(id_, pair) for pair in self._dictionaries[id_]]
        return {
            "glossary_id": id_,
            "name": self._names[id_],
            "creation_time": _CREATED,
            "dictionaries": dictionaries,
        }

    def _dictionary_info(self, id_: str, pair: _Pair) -> dict[str, Any]:
        entries = self._dictionaries[id_][pair]
        return {"source_lang": pair[0], "target_lang": pair[1], "entry_count": len(entries)}


def _pair(source: str, target: str) -> _Pair:
    """A pair of languages without their variants: a glossary for `en` serves `en-GB`."""
    return source.lower().partition("-")[0], target.lower().partition("-")[0]


def _pair_of(part: Mapping[str, Any]) -> _Pair:
    return _pair(part["source_lang"], part["target_lang"])


def _valid(part: Mapping[str, Any]) -> bool:
    lines = part["entries"].split("\n")
    terms = [line.split("\t") for line in lines]
    sources = {each[0] for each in terms}
    fitting = all(
        len(each) == 2 and all(0 < len(term.encode()) <= LONGEST_TERM for term in each) for each in terms
    )
    return fitting and len(sources) == len(lines) and len(part["entries"].encode()) <= MOST_BYTES


def _read(tsv: str) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in tsv.splitlines() if line)
