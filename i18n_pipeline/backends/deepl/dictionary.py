"""A project's terms as DeepL takes them, and as a digest."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from i18n_pipeline.model.language import base

MOST_BYTES = 10 * 1024 * 1024
LONGEST_TERM = 1024
"""Of a dictionary, and of a term; bytes in UTF-8."""

_DIGITS = 16
_FORBIDDEN = re.compile("[\x00-\x1f\x80-\x9f\u2028\u2029]")  # by deepl.util.validate_glossary_term, too


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Terms of one language pair, source → target; `left_out`: source terms that can't go, and why."""

    source: str
    target: str
    entries: Mapping[str, str]
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def pair(self) -> str:
        return pair_of(self.source, self.target)

    @property
    def digest(self) -> str:
        """The same for the same entries in whatever order."""
        text = json.dumps(sorted(self.entries.items()), ensure_ascii=False)
        return sha256(text.encode()).hexdigest()[:_DIGITS]


def pair_of(source_language: str, target_language: str) -> str:
    """Two languages without their variants: the dictionary for `en` serves `en-GB`."""
    return f"{base(source_language)}-{base(target_language)}"


def dictionary(terms: Mapping[str, str], source_language: str, target_language: str) -> Dictionary:
    """What of the terms DeepL takes, in order while there is room."""
    entries: dict[str, str] = {}
    left_out: dict[str, str] = {}
    room = MOST_BYTES
    for written, (source, target) in _stripped(terms):
        taken = _bytes(source) + _bytes(target) + len("\t\n")
        if why := _unfit(source, target) or _too_much(source, taken, room, entries):
            left_out[written] = why
        else:
            entries[source] = target
            room -= taken
    return Dictionary(base(source_language), base(target_language), entries, left_out)


def _stripped(terms: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Terms without the spaces around them, which the client takes off, by their source as written."""
    return ((source, (source.strip(), target.strip())) for source, target in terms.items())


def _unfit(source: str, target: str) -> str:
    for term in (source, target):
        if not term:
            return "a term is empty"
        if _bytes(term) > LONGEST_TERM:
            return f"a term is longer than {LONGEST_TERM} bytes"
        if _FORBIDDEN.search(term):
            return "a term holds a tab, a line break or another control character"
    return ""


def _too_much(source: str, taken: int, room: int, entries: Mapping[str, str]) -> str:
    if source in entries:
        return "the term is there twice"
    return "the dictionary is full (10 MiB)" if taken > room else ""


def _bytes(text: str) -> int:
    return len(text.encode())
