"""What the local engine is asked for: the port between drafting and llama.cpp."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Completion:
    """A text to go on with, up to the end of the line.

    `prefix` is what many requests begin with: the engine reads it once. `most_tokens` is the
    greatest length of what is added.
    """

    prefix: str
    text: str
    most_tokens: int


@dataclass(frozen=True, slots=True)
class Completed:
    """What the model added; `finished` is False where it was cut off at `most_tokens`."""

    text: str
    tokens: int = 0
    finished: bool = True


class Engine(Protocol):
    """A language model that completes text."""

    def complete(self, completions: Sequence[Completion]) -> tuple[Completed, ...]:
        """One result for each request, in order; raises BackendError where the model gives none."""
        ...

    def close(self) -> None:
        """Give back the memory; safe to call twice."""
        ...
