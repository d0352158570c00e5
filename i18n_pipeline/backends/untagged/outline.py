"""Content as a tree, so that a pair and what it holds are one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

from i18n_pipeline.model.inline import Content, Kind, Placeholder


@dataclass(frozen=True, slots=True)
class Span:
    """A pair of codes and what stands between them."""

    open: Placeholder
    close: Placeholder
    inside: tuple["Node", ...]


Node = str | Placeholder | Span
"""A text, a standalone code, or a pair with its inside."""


def outline(content: Content) -> tuple[Node, ...]:
    """The tree of well-nested content."""
    levels: list[list[Node]] = [[]]
    opened: list[Placeholder] = []
    for part in content:
        if isinstance(part, str) or part.kind is Kind.STANDALONE:
            levels[-1].append(part)
        elif part.kind is Kind.OPEN:
            opened.append(part)
            levels.append([])
        else:
            inside = tuple(levels.pop())
            levels[-1].append(Span(opened.pop(), part, inside))
    return tuple(levels[0])


def flat(nodes: Iterable[Node]) -> Content:
    """The content of a tree."""
    parts: list[str | Placeholder] = []
    for node in nodes:
        parts.extend((node.open, *flat(node.inside), node.close) if isinstance(node, Span) else (node,))
    return tuple(parts)


def has_words(nodes: Iterable[Node]) -> bool:
    """Whether any text in the tree has a letter or a digit."""
    return any(
        any(map(str.isalnum, node))
        if isinstance(node, str)
        else isinstance(node, Span) and has_words(node.inside)
        for node in nodes
    )
