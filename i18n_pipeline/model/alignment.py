"""What two texts of one article have to do with each other: pieces that belong together, how surely."""

from dataclasses import dataclass
from enum import StrEnum

REVIEWED = 0.9
"""From this confidence on a post's text is taken as a person's translation."""

FUZZY = 0.6
"""From this confidence on it is taken for a person to look at; below, it is left out."""


class Band(StrEnum):
    """What becomes of a text by its confidence."""

    REVIEWED = "reviewed"
    FUZZY = "fuzzy"
    LEFT = "left"


def band_of(confidence: float) -> Band:
    """The band of a confidence in [0, 1]."""
    if confidence >= REVIEWED:
        return Band.REVIEWED
    return Band.FUZZY if confidence >= FUZZY else Band.LEFT


@dataclass(frozen=True, slots=True)
class Bead:
    """Neighbouring pieces of both texts that belong together (Gale and Church's word); one side may be empty.

    `source` and `target` are ranges of piece numbers, `confidence` is in [0, 1].
    """

    source: range
    target: range
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """What a post has for one segment of its article.

    `segment` is the segment's number, `text` Markdown for its place (empty: nothing that could be used),
    `line` counts from 1 in the post. `doubt` says why it is not surer, or what a person should know.
    """

    segment: int
    text: str
    line: int
    confidence: float
    doubt: str = ""

    @property
    def band(self) -> Band:
        return band_of(self.confidence) if self.text else Band.LEFT


@dataclass(frozen=True, slots=True)
class Surplus:
    """A sentence of the post that no segment of the article stands for; `line` counts from 1 in the post."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matches in the article's order, and what the post has beyond them."""

    matches: tuple[Match, ...] = ()
    surplus: tuple[Surplus, ...] = ()
