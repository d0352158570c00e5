"""What a model made of a text, and which part of it comes from which part of the source."""

from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[int, int]
"""From where to where, in characters."""


@dataclass(frozen=True, slots=True)
class Link:
    """A token of the translation, and the token of the source that the model looked at for it."""

    target: Range
    source: Range

    def moved(self, target: int, source: int) -> "Link":
        """The same link in texts that begin so many characters earlier."""
        return Link(
            (self.target[0] + target, self.target[1] + target),
            (self.source[0] + source, self.source[1] + source),
        )


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation with a link for each of its tokens; `problem` says why it can't be used."""

    text: str
    links: tuple[Link, ...] = ()
    problem: str = ""


def joined(parts: Sequence[tuple[int, Translated]]) -> Translated:
    """One translation of parts, each with where its source begins."""
    text, links = "", list[Link]()
    for begin, part in parts:
        text += " " if text else ""
        links += [link.moved(len(text), begin) for link in part.links]
        text += part.text
    problem = next((part.problem for _, part in parts if part.problem), "")
    return Translated(text, tuple(links), problem)
