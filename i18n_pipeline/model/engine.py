"""What a translation engine is asked and what it answers: the port that every backend fills."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from i18n_pipeline.model.inline import Content, source_markdown


def utf8_bytes(content: Content) -> int:
    """How many bytes a text's Markdown has in UTF-8."""
    return len(source_markdown(content).encode())


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine can do.

    `draft` says that its text is below publishing quality, `steady` that it gives the same answer to the
    same text, so that asking again is in vain. `concurrency` is how many requests it takes
    at once, `batch_texts` how many texts one request may hold, `batch_bytes` how many bytes of them,
    as `weigh` counts a text.
    """

    tags: bool = False
    glossary: bool = False
    context: bool = False
    draft: bool = False
    steady: bool = False
    paid: bool = False
    concurrency: int = 1
    batch_texts: int = 50
    batch_bytes: int = 100 * 1024
    weigh: Callable[[Content], int] = utf8_bytes


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters that an account has used in its billing period, and how many it may; None: no limit."""

    characters: int
    limit: int | None = None

    @property
    def left(self) -> int | None:
        return None if self.limit is None else max(0, self.limit - self.characters)


@dataclass(frozen=True, slots=True)
class Query:
    """One text to translate.

    `terms` are the glossary entries that occur in it, source → preferred target. `before` and
    `after` are the neighbouring source sentences, for engines that use context.
    """

    content: Content
    terms: Mapping[str, str] = field(default_factory=dict)
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that go to the engine together; `context` is what their article is about.

    `glossary` has every preferred term of the language pair, source → target, for engines that keep a
    glossary of their own; what occurs in one text is in that query's `terms`.
    """

    queries: tuple[Query, ...]
    source_language: str
    target_language: str
    context: str = ""
    glossary: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """One translation, or none with the `problem` that the engine's answer had.

    Placeholders in `content` are those of the query. A backend never drops or invents one: where an
    engine lost a code, `content` is None and `problem` says so. `unasked`: the engine never got to
    this text; the next run asks for it.
    """

    content: Content | None
    problem: str = ""
    billed_characters: int = 0
    tokens: int = 0
    unasked: bool = False


class Backend(Protocol):
    """A translation engine.

    `fingerprint` names everything that changes its output (model, version, settings), so that an
    answer kept on disk is reused only for the same question.
    """

    @property
    def name(self) -> str: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def capabilities(self) -> Capabilities: ...

    def check_ready(self) -> None:
        """Raises BackendNotReady where package, model or key is missing; loads and sends nothing."""
        ...

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """One answer for each query, in order.

        Raises BackendNotReady, QuotaExceeded or BackendError; then none of the batch was answered.
        """
        ...

    def close(self) -> None:
        """Give back memory, files and connections; safe to call twice."""
        ...


@runtime_checkable
class Metered(Protocol):
    """An engine that can say how much of its quota is used."""

    def usage(self) -> Usage:
        """Asks the engine; raises BackendError where it can't say."""
        ...


@dataclass(frozen=True, slots=True)
class Paid:
    """An answer to a question (see `question_of`), and the article that it was asked for."""

    question: str
    answer: Answer
    article: str


class Ledger(Protocol):
    """Answers that were paid for, kept so that none is paid for twice."""

    def make_room(self, capabilities: Capabilities) -> None:
        """Be ready for the answers to as many requests as the engine takes at once.

        Called before each request. Raises BackendError where they couldn't be kept.
        """
        ...

    def get(self, question: str, original: Content) -> Answer | None:
        """The answer to a question with the original's placeholders, None without one.

        What could not be used is an answer too: it was paid for, and would come back the same.
        """
        ...

    def put(self, paid: Sequence[Paid], *, engine: str) -> None:
        """Keep answers; they are on disk when this returns."""
        ...
