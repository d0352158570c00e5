"""Batches to an engine, several at once, outcomes in order."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from i18n_pipeline.errors import BackendError, PipelineError
from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.engine import Backend, Batch, Ledger
from i18n_pipeline.stages.ask import Outcome, ask, questions

GIVE_UP_AFTER = 3
"""So many refused batches in a row, and the engine is left alone for the rest of the run."""


@dataclass(frozen=True, slots=True)
class Task:
    """One batch of one article, with the keys that its queries are for."""

    article: str
    batch: Batch
    keys: tuple[Key, ...]


@dataclass(slots=True)
class Answers:
    """What came back for one article: outcomes by key, and why some did not, if so."""

    engine: str = ""
    draft: bool = False
    outcomes: dict[Key, Outcome] = field(default_factory=dict)
    problem: PipelineError | None = None


class Dispatcher:
    """Sends tasks to one engine; a text that an earlier task asks for is taken from the ledger."""

    def __init__(
        self,
        backend: Backend,
        ledger: Ledger,
        *,
        jobs: int,
        reserve: Callable[[int], None],
        answered: Callable[[str, int], None] = lambda _article, _texts: None,
    ) -> None:
        self._backend = backend
        self._ledger = ledger
        self._jobs = jobs
        self._reserve = reserve
        self._answered = answered
        self._refused = 0
        self._stop: PipelineError | None = None

    def run(self, articles: Sequence[Sequence[Task]]) -> Iterator[Answers]:
        """Answers for each article, in order, as soon as its own and all earlier batches are back."""
        first = self._firsts([task for tasks in articles for task in tasks])
        with ThreadPoolExecutor(self._jobs) as pool:
            futures = [
                [pool.submit(self._send, task, first[id(task)]) for task in tasks] for tasks in articles
            ]
            try:
                for tasks, sent in zip(articles, futures, strict=True):
                    yield self._collected(tasks, sent)
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def _firsts(self, tasks: Sequence[Task]) -> dict[int, list[int]]:
        """For each task the numbers of the queries that no earlier query asks."""
        seen: set[str] = set()
        result: dict[int, list[int]] = {}
        for task in tasks:
            mine = result[id(task)] = []
            for number, question in enumerate(questions(task.batch, self._backend)):
                if question not in seen:
                    seen.add(question)
                    mine.append(number)
        return result

    def _send(self, task: Task, numbers: Sequence[int]) -> dict[Key, Outcome]:
        if self._stop:
            raise self._stop
        queries = tuple(task.batch.queries[number] for number in numbers)
        try:
            outcomes = ask(
                replace(task.batch, queries=queries),
                self._backend,
                self._ledger,
                article=task.article,
                reserve=self._reserve,
            )
        except BackendError as error:
            self._refused += 1
            if error.exit_status != BackendError.exit_status or self._refused >= GIVE_UP_AFTER:
                self._stop = error
            raise
        self._refused = 0
        self._answered(task.article, len(task.keys))
        return {task.keys[number]: outcome for number, outcome in zip(numbers, outcomes, strict=True)}

    def _collected(self, tasks: Sequence[Task], sent: Sequence[Future[dict[Key, Outcome]]]) -> Answers:
        answers = Answers(self._backend.name, self._backend.capabilities.draft)
        for future in sent:
            try:
                answers.outcomes |= future.result()
            except PipelineError as error:
                answers.problem = answers.problem or error
        for task in tasks:
            answers.outcomes |= self._from_others(task, answers.outcomes)
        return answers

    def _from_others(self, task: Task, known: dict[Key, Outcome]) -> dict[Key, Outcome]:
        """Outcomes of texts that another batch, or an earlier run, had answered."""
        result = {}
        for key, query, question in zip(
            task.keys, task.batch.queries, questions(task.batch, self._backend), strict=True
        ):
            if key not in known and (answer := self._ledger.get(question, query.content)) is not None:
                result[key] = Outcome(answer.content, answer.problem, kept=True)
        return result
