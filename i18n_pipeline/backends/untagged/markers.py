"""Codes as words that a language model copies: `XX1`, `XX2`.

Of the notations that were tried it keeps this one best. A pair leaves no mark: what it holds is
translated by itself as well, and looked for in the translation (`spans`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n_pipeline.backends.untagged.outline import Node, Span, flat, has_words, outline
from i18n_pipeline.model.inline import Content, Placeholder, merged

_STEMS = ("XX", "QX", "ZQ", "XQZ")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a marker stands for; glued is the side on which the source has no space."""

    content: Content
    glued_left: bool = False
    glued_right: bool = False


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A pair, the marked text between, where that begins in the whole text, the pairs inside."""

    span: Span
    text: str
    start: int
    inner: tuple["MarkedSpan", ...] = ()

    def walk(self) -> Iterator["MarkedSpan"]:
        """The span and those inside it."""
        yield self
        for span in self.inner:
            yield from span.walk()


@dataclass(frozen=True, slots=True)
class Marked:
    """A text for the model, what its markers stand for, the pairs to be found again."""

    text: str
    things: Mapping[str, Thing] = field(default_factory=dict)
    spans: tuple[MarkedSpan, ...] = ()

    def keeps_markers(self, translation: str) -> bool:
        """Whether each marker stands in the translation once."""
        return all(len(re.findall(rf"\b{marker}\b", translation)) == 1 for marker in self.things)

    def restored(self, text: str) -> Content:
        """The text with the codes in the place of their markers."""
        pieces = re.split(rf"\b({'|'.join(self.things)})\b", text) if self.things else [text]
        parts: list[str | Placeholder] = []
        for index, piece in enumerate(pieces):
            if index % 2:
                parts.extend(self.things[piece].content)
            else:
                parts.append(
                    self._glued(piece, pieces[max(index - 1, 0) : index], pieces[index + 1 : index + 2])
                )
        return merged(tuple(parts))

    def _glued(self, text: str, left: Sequence[str], right: Sequence[str]) -> str:
        """The text between two markers without the spaces that were put there for the model."""
        if any(self.things[marker].glued_right for marker in left):
            text = text.lstrip()
        return text.rstrip() if any(self.things[marker].glued_left for marker in right) else text


def marked(content: Content) -> Marked:
    """The text, the markers and the pairs of well-nested content."""
    text = " ".join(part for part in content if isinstance(part, str))
    stem = next((stem for stem in _STEMS if stem not in text), _STEMS[-1])
    return _Marking(stem).of(outline(content))


class _Marking:
    """Walks a tree; `_text` is what the model is to read so far."""

    def __init__(self, stem: str) -> None:
        self._stem = stem
        self._text = ""
        self._things: dict[str, Thing] = {}

    def of(self, nodes: Iterable[Node]) -> Marked:
        spans = self._walk(nodes)
        return Marked(self._text, self._things, spans)

    def _walk(self, nodes: Iterable[Node]) -> tuple[MarkedSpan, ...]:
        spans = []
        for node in nodes:
            if isinstance(node, str):
                self._add_text(node)
            elif isinstance(node, Span) and has_words(node.inside):
                start = len(self._text)
                inner = self._walk(node.inside)
                spans.append(MarkedSpan(node, self._text[start:].strip(), start, inner))
            else:
                self._add_thing(flat((node,)))
        return tuple(spans)

    def _add_text(self, text: str) -> None:
        last = next(reversed(self._things), "")
        if text[:1].isalnum() and last and self._text.endswith(last):
            self._things[last] = replace(self._things[last], glued_right=True)
            self._text += " "
        self._text += text

    def _add_thing(self, content: Content) -> None:
        glued = self._text[-1:].isalnum()
        marker = f"{self._stem}{len(self._things) + 1}"
        self._things[marker] = Thing(content, glued_left=glued)
        self._text += f" {marker}" if glued else marker
