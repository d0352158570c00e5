"""A batch's texts asked for: together, in halves where that is too much, alone where an answer was wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from i18n_pipeline.backends.openai.client import Reply
from i18n_pipeline.backends.openai.judge import NoTranslation, judged
from i18n_pipeline.backends.openai.prompt import Task, task
from i18n_pipeline.backends.openai.settings import OpenAISettings
from i18n_pipeline.errors import BackendError, TextsRefused
from i18n_pipeline.model.engine import Answer, Batch
from i18n_pipeline.model.inline import text_only

Complete = Callable[[Task], Reply]


class Asking:
    """One batch on its way; a text is known by its number in the batch. `paid`: its characters count."""

    def __init__(self, batch: Batch, complete: Complete, settings: OpenAISettings, *, paid: bool) -> None:
        self._batch = batch
        self._complete = complete
        self._settings = settings
        self._paid = paid
        self._answers: dict[int, Answer] = {}
        self._wrong: dict[int, str] = {}
        self._tokens: Counter[int] = Counter()
        self._characters: Counter[int] = Counter()

    def answers(self, numbers: Sequence[int]) -> dict[int, Answer]:
        """Answers to some queries, with what all requests for them cost.

        Raises what `complete` raises as long as nothing was answered. Later what was paid for is
        given, and the other answers say what failed.
        """
        failure = ""
        try:
            self._ask_all(numbers)
        except BackendError as error:
            if not self._answers and not self._wrong:
                raise
            failure = str(error)
        return {number: self._answer(number, failure) for number in numbers}

    def _ask_all(self, numbers: Sequence[int]) -> None:
        most = self._settings.batch_texts
        for start in range(0, len(numbers), most):
            self._ask(numbers[start : start + most])
        for number, problem in sorted(self._wrong.items()):
            self._ask([number], correction=problem)

    def _ask(self, numbers: Sequence[int], correction: str = "") -> None:
        queries = [self._batch.queries[number] for number in numbers]
        asked = task(self._batch, queries, self._settings.context_limit, correction)
        try:
            reply = self._complete(asked)
        except TextsRefused as error:
            self._ask_halves(numbers, str(error))
            return
        self._charge(numbers, reply.tokens)
        if reply.cut_off:
            self._ask_halves(numbers, reply.problem)
            return
        for place, number in enumerate(numbers, 1):
            self._take(number, reply.texts.get(place), reply.problem)

    def _ask_halves(self, numbers: Sequence[int], problem: str) -> None:
        """Ask for less at once; one text that is too much by itself stays without translation."""
        if len(numbers) == 1:
            self._answers[numbers[0]] = Answer(None, problem)
            return
        middle = len(numbers) // 2
        self._ask(numbers[:middle])
        self._ask(numbers[middle:])

    def _take(self, number: int, written: str | None, problem: str) -> None:
        if written is None:
            self._wrong[number] = problem
            return
        try:
            source = self._batch.queries[number].content
            self._answers[number] = Answer(judged(written, source, self._batch.target_language))
        except NoTranslation as error:
            self._wrong[number] = str(error)

    def _charge(self, numbers: Sequence[int], tokens: int) -> None:
        """Share a request's tokens over its texts, to the last one."""
        share, rest = divmod(tokens, len(numbers))
        for place, number in enumerate(numbers):
            self._tokens[number] += share + (place < rest)
            if self._paid:
                self._characters[number] += len(text_only(self._batch.queries[number].content))

    def _answer(self, number: int, failure: str) -> Answer:
        """The answer with its costs; without costs where the text was not got to."""
        if number not in self._answers and number not in self._wrong:
            return Answer(None, failure, unasked=True)
        answer = self._answers.get(number) or Answer(None, self._wrong[number])
        return replace(answer, billed_characters=self._characters[number], tokens=self._tokens[number])
