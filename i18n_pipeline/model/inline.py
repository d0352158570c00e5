"""Inline content as data: text with placeholders where the author's markup stood.

The words are XLIFF's: a placeholder is an inline code, `open` and `close` come in pairs that share
an id, `standalone` stands for itself (OASIS, XLIFF 2.1, 4.7 "Inline content").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a placeholder is in its segment."""

    OPEN = "open"
    CLOSE = "close"
    STANDALONE = "standalone"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """An inline code.

    `source` is its Markdown as the author wrote it (`**`, `](https://example.org)`, `` `code` ``).
    `target` is what it has to be in a translation, where that differs: the `]` that ends a shortcut
    reference `[label]` becomes `][label]`, for the text before it is no longer the label.
    """

    id: int
    kind: Kind
    source: str
    target: str = field(default="", compare=False)

    @property
    def in_translation(self) -> str:
        return self.target or self.source


Content = tuple[str | Placeholder, ...]
"""Text and placeholders in order; texts are as written, neither escaped nor decoded."""


def plain(text: str) -> Content:
    """Content of text alone; empty text is empty content."""
    return (text,) if text else ()


def source_markdown(content: Content) -> str:
    """The Markdown as its author wrote it."""
    return "".join(part if isinstance(part, str) else part.source for part in content)


def target_markdown(content: Content) -> str:
    """The Markdown that stands in a translated file."""
    return "".join(part if isinstance(part, str) else part.in_translation for part in content)


def text_only(content: Content, standalone: str = "") -> str:
    """The words without their codes; each standalone code becomes `standalone`."""
    return "".join(
        part if isinstance(part, str) else standalone if part.kind is Kind.STANDALONE else ""
        for part in content
    )


def placeholders(content: Content) -> tuple[Placeholder, ...]:
    """The codes in order."""
    return tuple(part for part in content if isinstance(part, Placeholder))


def well_nested(content: Content) -> bool:
    """Whether every `open` has its `close` behind it and pairs don't cross."""
    open_ids: list[int] = []
    for code in placeholders(content):
        if code.kind is Kind.OPEN:
            open_ids.append(code.id)
        elif code.kind is Kind.CLOSE and (not open_ids or open_ids.pop() != code.id):
            return False
    return not open_ids


def same_codes(one: Content, other: Content) -> bool:
    """Whether both have the same placeholders, in whatever order, and both are well nested."""
    return sorted(_keys(one)) == sorted(_keys(other)) and well_nested(one) and well_nested(other)


def _keys(content: Content) -> Iterator[tuple[int, str, str]]:
    return ((code.id, code.kind.value, code.source) for code in placeholders(content))


def merged(parts: Content) -> Content:
    """The same content without empty texts and with neighbouring texts joined."""
    result: list[str | Placeholder] = []
    for part in parts:
        if isinstance(part, str) and result and isinstance(result[-1], str):
            result[-1] += part
        elif part != "":
            result.append(part)
    return tuple(result)


def has_letters(content: Content) -> bool:
    """Whether there is anything to translate: a line of codes, numbers or signs is no segment."""
    return any(char.isalpha() for part in content if isinstance(part, str) for char in part)
