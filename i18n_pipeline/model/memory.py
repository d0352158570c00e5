"""Translation memory: past translations by source text, and the port through which they are recalled."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from i18n_pipeline.model.language import subtags

SAME = 100
"""The score of a text that is equal but for the notation of its codes and quotes."""

LEAST = 75
"""From this score on (0–100) a past translation helps a person more than an empty line."""


@dataclass(frozen=True, slots=True)
class Languages:
    """A direction of translation, as language tags (BCP 47): `nl` to `en-GB`."""

    source: str
    target: str

    def serves(self, wanted: "Languages") -> bool:
        """Whether texts of this pair are of use for another: `nl-NL` for `nl`, never `en-US` for `en-GB`."""
        return same_language(self.source, wanted.source) and same_language(self.target, wanted.target)


@dataclass(frozen=True, slots=True)
class Unit:
    """A past translation, as Markdown.

    `origin` is the file that it comes from, relative to the project's root. `context` is the front
    matter key, None in the body. `before` and `after` are the neighbouring source texts, empty at an
    article's ends, None where they are not known. `reviewed`: a person signed it off. `changed` is
    when, as the file says it, `used` how often it was used.
    """

    source: str
    target: str
    languages: Languages
    origin: str = ""
    context: str | None = None
    before: str | None = None
    after: str | None = None
    reviewed: bool = True
    changed: str = ""
    used: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that a translation is looked for, with its surroundings (see `Unit`)."""

    source: str
    context: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit for a wanted text; `score` is their likeness from 0 to 100."""

    unit: Unit
    score: int

    def in_context(self, wanted: Wanted) -> bool:
        """Whether the unit is this very text between these very neighbours."""
        here = (wanted.source, wanted.context, wanted.before, wanted.after)
        there = (self.unit.source, self.unit.context, self.unit.before, self.unit.after)
        return here == there and bool(wanted.before or wanted.after)


class Memory(Protocol):
    """Past translations of one project."""

    def recall(self, wanted: Sequence[Wanted], languages: Languages) -> list[tuple[Match, ...]]:
        """For each text the units that score at least `LEAST`, best first; units in context come first."""
        ...


class NoMemory:
    """A memory that holds nothing."""

    def recall(self, wanted: Sequence[Wanted], languages: Languages) -> list[tuple[Match, ...]]:  # noqa: ARG002
        """Nothing for each text."""
        return [() for _ in wanted]


@lru_cache(maxsize=256)
def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language; what only one of them says (a region, a script) doesn't count."""
    return all(a == b for a, b in zip(subtags(one), subtags(other), strict=False))
