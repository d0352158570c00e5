"""A task put to a server in the dialect that it takes, and its reply read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from i18n_pipeline.backends.openai.dialect import Dialect, conceded, first
from i18n_pipeline.backends.openai.notation import Notation, Unreadable
from i18n_pipeline.backends.openai.problems import in_plain_words, nonsense
from i18n_pipeline.backends.openai.prompt import Task
from i18n_pipeline.backends.openai.refusal import Refusal
from i18n_pipeline.backends.openai.request import body, notation_of
from i18n_pipeline.backends.openai.server import Server
from i18n_pipeline.backends.openai.settings import OpenAISettings
from i18n_pipeline.errors import TextsRefused


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote: texts by number, from 1, or none and the `problem`.

    `cut_off` says that it had no room to end. `tokens` are those of question and answer.
    """

    texts: Mapping[int, str]
    problem: str = ""
    cut_off: bool = False
    tokens: int = 0


class Client:
    """Puts tasks to a server and remembers what of the API it takes; may be used from several threads."""

    def __init__(self, settings: OpenAISettings, server: Server, key: str = "") -> None:
        self._settings = settings
        self._server = server
        self._key = key
        self._dialect = first(settings)

    def complete(self, task: Task) -> Reply:
        """The reply to a task.

        Raises TextsRefused where its texts are too long or held back by a filter, else
        BackendNotReady, QuotaExceeded or BackendError.
        """
        dialect = self._dialect
        while True:
            try:
                answer = self._server.post(body(task, self._settings, dialect))
            except Refusal as refusal:
                dialect = self._conceded(dialect, refusal)
            else:
                self._dialect = dialect
                return self._reply(answer, notation_of(dialect), len(task.texts))

    def close(self) -> None:
        """Give back connections; safe to call twice."""
        self._server.close()

    def _conceded(self, dialect: Dialect, refusal: Refusal) -> Dialect:
        """What to try next; raises the refusal in plain words where that is nothing."""
        problem = in_plain_words(refusal, self._settings, self._key)
        if refusal.is_of_the_texts:
            raise TextsRefused(problem.problem, mending=problem.mending) from None
        looser = conceded(dialect, refusal.reason, self._settings) if refusal.is_of_the_form else None
        if looser is None:
            raise problem from None
        return looser

    def _reply(self, answer: Mapping[str, Any], notation: Notation, count: int) -> Reply:
        choice, tokens = self._choice(answer), _tokens(answer.get("usage"))
        if choice.get("finish_reason") == "length":
            return Reply({}, "the model's answer was cut off", cut_off=True, tokens=tokens)
        try:
            return Reply(notation.read(_written(choice), count), tokens=tokens)
        except Unreadable as error:
            return Reply({}, f"the model's answer can't be used: {error}", tokens=tokens)

    def _choice(self, answer: Mapping[str, Any]) -> Mapping[str, Any]:
        match answer.get("choices"):
            case [dict() as choice, *_]:
                return choice
        raise nonsense("it has no `choices`", self._settings.base_url)


def _written(choice: Mapping[str, Any]) -> str:
    """The text of a message; some servers write it in parts, a reasoning model's thoughts among them."""
    match choice:
        case {"finish_reason": "content_filter"}:
            raise Unreadable("held back by the server's filter")
        case {"message": {"content": str(text)}}:
            return text
        case {"message": {"content": [*parts]}}:
            return "".join(part["text"] for part in parts if _is_text(part))
    raise Unreadable("it has no text")


def _is_text(part: object) -> bool:
    return isinstance(part, dict) and part.get("type") == "text" and isinstance(part.get("text"), str)


def _tokens(usage: object) -> int:
    match usage:
        case {"total_tokens": int(total)}:
            return total
        case {"prompt_tokens": int(asked), "completion_tokens": int(said)}:
            return asked + said
    return 0
