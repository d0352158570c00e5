"""Hand-written ports: files and ledger in memory, engines that answer as they are told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from i18n_pipeline.errors import ArticleError, PipelineError
from i18n_pipeline.model.engine import Answer, Batch, Capabilities, Paid, Query
from i18n_pipeline.model.inline import Content, Placeholder
from i18n_pipeline.model.question import packed, unpacked


@dataclass
class MemoryFiles:
    """Files by path; `refuse` names paths that can't be written."""

    files: dict[str, bytes] = field(default_factory=dict)
    refuse: frozenset[str] = frozenset()
    writes: list[str] = field(default_factory=list)

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        if path not in self.files:
            raise ArticleError("there is no such file.")
        return self.files[path]

    def read_if_there(self, path: str) -> bytes | None:
        """A file's bytes or None."""
        return self.files.get(path)

    def write(self, path: str, data: bytes) -> bool:
        """Replace a file."""
        if path in self.refuse:
            raise ArticleError("no space left.")
        if self.files.get(path) == data:
            return False
        self.files[path] = data
        self.writes.append(path)
        return True

    def move(self, old: str, new: str) -> bool:
        """Give a file another path."""
        if old not in self.files:
            return False
        self.files[new] = self.files.pop(old)
        return True


@dataclass
class MemoryLedger:
    """Answers by question."""

    answers: dict[str, tuple[str, str]] = field(default_factory=dict)

    def make_room(self, capabilities: Capabilities) -> None:
        """There always is."""

    def get(self, question: str, original: Content) -> Answer | None:
        """A kept answer."""
        if question not in self.answers:
            return None
        text, problem = self.answers[question]
        return Answer(unpacked(text, original) if text else None, problem)

    def put(self, paid: Sequence[Paid], *, engine: str) -> None:  # noqa: ARG002
        """Keep answers."""
        for each in paid:
            text = packed(each.answer.content) if each.answer.content is not None else ""
            self.answers[each.question] = (text, each.answer.problem)


def upper(query: Query) -> Answer:
    """The text in capitals, its codes kept: a translation that is easy to tell from its source."""
    content = tuple(part.upper() if isinstance(part, str) else part for part in query.content)
    return Answer(content, billed_characters=sum(len(part) for part in content if isinstance(part, str)))


def without_codes(query: Query) -> Answer:
    """The text in capitals; a text with codes loses them."""
    if any(isinstance(part, Placeholder) for part in query.content):
        return Answer(None, "codes lost")
    return upper(query)


@dataclass
class FakeBackend:
    """An engine that answers by a function and remembers what it was asked."""

    answer: Callable[[Query], Answer] = upper
    capabilities: Capabilities = field(default_factory=Capabilities)
    name: str = "fake"
    fingerprint: str = "fake 1"
    dictionary: Mapping[str, str] = field(default_factory=dict)
    problem: PipelineError | None = None
    asked: list[Query] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)

    def check_ready(self) -> None:
        """It always is."""

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """An answer for each query."""
        if self.problem:
            raise self.problem
        self.batches.append(batch)
        self.asked += batch.queries
        return tuple(self.answer(query) for query in batch.queries)

    def close(self) -> None:
        """Nothing to give back."""

    @property
    def texts(self) -> list[str]:
        """What was asked, as Markdown."""
        return [
            "".join(part if isinstance(part, str) else part.source for part in query.content)
            for query in self.asked
        ]
