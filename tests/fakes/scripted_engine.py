"""A language model that says what a test wrote down for it."""

from collections.abc import Mapping, Sequence

from i18n_pipeline.backends.local.completion import Completed, Completion


class ScriptedEngine:
    """Answers by the Dutch sentence of the request; several texts are those of the prompts in order.

    A sentence that is not in the script gets an empty answer. `asked` are all sentences in order,
    `requests` the requests themselves. Each answer takes 3 tokens.
    """

    def __init__(self, script: Mapping[str, str | Sequence[str]], *, finished: bool = True) -> None:
        self._script = script
        self._finished = finished
        self.asked: list[str] = []
        self.requests: list[Completion] = []
        self.closed = 0

    def complete(self, completions: Sequence[Completion]) -> tuple[Completed, ...]:
        """One answer for each request."""
        turns: dict[str, int] = {}
        answers = []
        for completion in completions:
            sentence = completion.text.rpartition("Dutch: ")[2].removesuffix("\nEnglish:")
            turn = turns[sentence] = turns.get(sentence, -1) + 1
            self.asked.append(sentence)
            self.requests.append(completion)
            answers.append(Completed(self._said(sentence, turn), 3, self._finished))
        return tuple(answers)

    def close(self) -> None:
        """Count it."""
        self.closed += 1

    def _said(self, sentence: str, turn: int) -> str:
        said = self._script.get(sentence, "")
        return said if isinstance(said, str) else said[turn % len(said)]
