"""Texts into as few requests as an engine's limits allow."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from i18n_pipeline.model.engine import Capabilities, Query


class HasQuery(Protocol):
    """Something that asks for a text."""

    @property
    def query(self) -> Query: ...


T = TypeVar("T", bound=HasQuery)


def packed(texts: Iterable[T], capabilities: Capabilities) -> Iterator[list[T]]:
    """The texts in order, each group within what one request may hold; a text too long stands alone."""
    group: list[T] = []
    taken = 0
    for text in texts:
        weight = capabilities.weigh(text.query.content)
        full = len(group) == capabilities.batch_texts or taken + weight > capabilities.batch_bytes
        if group and full:
            yield group
            group, taken = [], 0
        group.append(text)
        taken += weight
    if group:
        yield group
