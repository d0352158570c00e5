"""Ask for texts: the ledger, then the engine, again where a code was lost, then around the codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.budget import Budget
from i18n_pipeline.model.engine import Answer, Backend, Batch, Ledger, Paid, Query
from i18n_pipeline.model.inline import Content, Placeholder, has_letters, merged, plain, same_codes
from i18n_pipeline.model.question import question_of
from i18n_pipeline.stages.pack import packed


@dataclass(frozen=True, slots=True)
class Text:
    """A text to ask for; `question` is the ledger's, `article` the one that it is asked for."""

    question: str
    query: Query
    article: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a text; `content` is None where every way failed, `problem` says why.

    `around` says that the text was translated in pieces around its codes, `kept` that it was not paid
    for now. Characters are what the engine billed, tokens what it generated, in this run.
    """

    content: Content | None
    problem: str = ""
    around: bool = False
    kept: bool = False
    billed_characters: int = 0
    tokens: int = 0

    def costing(self, *others: "Outcome") -> "Outcome":
        """The outcome with the costs of others added."""
        return replace(
            self,
            billed_characters=self.billed_characters + sum(other.billed_characters for other in others),
            tokens=self.tokens + sum(other.tokens for other in others),
        )


def question(query: Query, source_language: str, target_language: str, backend: Backend) -> str:
    """The ledger's question for a text that goes to this engine."""
    return question_of(
        query,
        fingerprint=backend.fingerprint,
        source_language=source_language,
        target_language=target_language,
    )


def ask(
    texts: Sequence[Text], batch: Batch, backend: Backend, ledger: Ledger, budget: Budget
) -> dict[str, Outcome]:
    """Outcomes by question; `batch` is what goes with the texts. What the budget does not allow is left out.

    Raises what the backend raises.
    """
    asker = _Asker(batch, backend, ledger, budget)
    outcomes = asker.outcomes(texts)
    outcomes |= asker.again([text for text in texts if _lost(outcomes.get(text.question))], outcomes)
    return outcomes | asker.around([text for text in texts if _failed(outcomes.get(text.question))], outcomes)


def _failed(outcome: Outcome | None) -> bool:
    return outcome is not None and outcome.content is None


def _lost(outcome: Outcome | None) -> bool:
    """Whether the text just came back unusable."""
    return outcome is not None and outcome.content is None and not outcome.kept


class _Asker:
    def __init__(self, batch: Batch, backend: Backend, ledger: Ledger, budget: Budget) -> None:
        self._batch = batch
        self._backend = backend
        self._ledger = ledger
        self._budget = budget

    def outcomes(self, texts: Sequence[Text], *, anew: bool = False) -> dict[str, Outcome]:
        """From the ledger where it has the answer, else from the engine; `anew` from the engine alone."""
        result = {} if anew else self._known(texts)
        missing = {text.question: text for text in texts if text.question not in result}
        allowed = self._budget.allow([characters(text.query) for text in missing.values()])
        for group in packed(list(missing.values())[:allowed], self._backend.capabilities):
            result |= self._sent(group)
        return result

    def _known(self, texts: Sequence[Text]) -> dict[str, Outcome]:
        found = ((text.question, self._ledger.get(text.question, text.query.content)) for text in texts)
        return {
            asked: Outcome(answer.content, answer.problem, kept=True)
            for asked, answer in found
            if answer is not None
        }

    def _sent(self, texts: Sequence[Text]) -> dict[str, Outcome]:
        """One request; its answers are on disk when this returns."""
        self._ledger.make_room(self._backend.capabilities)
        answers = self._backend.translate(replace(self._batch, queries=tuple(text.query for text in texts)))
        if len(answers) != len(texts):
            raise BackendError(
                f"`{self._backend.name}` gave {len(answers)} texts for {len(texts)}.",
                mending="Nothing of them was used; run again, or choose another engine.",
            )
        paid = [
            Paid(text.question, _checked(answer, text.query), text.article)
            for text, answer in zip(texts, answers, strict=True)
        ]
        self._ledger.put([each for each in paid if not each.answer.unasked], engine=self._backend.name)
        return {each.question: _outcome(each.answer) for each in paid}

    def again(self, lost: Sequence[Text], first: Mapping[str, Outcome]) -> dict[str, Outcome]:
        """Ask once more for what just came back unusable; an engine that repeats itself is not asked."""
        if not lost or self._backend.capabilities.steady:
            return {}
        second = self.outcomes(lost, anew=True)
        return {asked: outcome.costing(first[asked]) for asked, outcome in second.items()}

    def around(self, failed: Sequence[Text], first: Mapping[str, Outcome]) -> dict[str, Outcome]:
        """The texts between the codes piece by piece, the codes where the source has them."""
        pieces = {text.question: self._pieces(text) for text in failed}
        done = self.outcomes([piece for mine in pieces.values() for piece in mine.values()])
        result = {}
        for text in failed:
            mine = {part: done.get(piece.question) for part, piece in pieces[text.question].items()}
            if outcome := _assembled(text.query.content, mine, first[text.question].problem):
                result[text.question] = outcome.costing(first[text.question])
        return result

    def _pieces(self, text: Text) -> dict[str, Text]:
        """What stands between a text's codes, as texts of their own; none where it has no codes."""
        content = text.query.content
        if not any(isinstance(part, Placeholder) for part in content):
            return {}
        result = {}
        for part in content:
            if isinstance(part, str) and has_letters((part,)):
                query = replace(text.query, content=plain(part.strip()))
                batch = self._batch
                asked = question(query, batch.source_language, batch.target_language, self._backend)
                result[part] = Text(asked, query, text.article)
        return result


def _assembled(content: Content, pieces: Mapping[str, Outcome | None], problem: str) -> Outcome | None:
    """The text with its pieces in place; None where one is missing."""
    done = {part: outcome for part, outcome in pieces.items() if outcome and outcome.content is not None}
    if not pieces or len(done) != len(pieces):
        return None
    parts: list[str | Placeholder] = []
    for part in content:
        piece = done.get(part) if isinstance(part, str) else None
        parts += _in_place(str(part), piece.content or ()) if piece else [part]
    return Outcome(merged(tuple(parts)), problem, around=True).costing(*done.values())


def _in_place(source: str, translated: Content) -> Content:
    """A piece's translation with the white space that the source has around it."""
    start = source[: len(source) - len(source.lstrip())]
    end = source[len(source.rstrip()) :]
    return (start, *translated, end)


def _outcome(answer: Answer) -> Outcome:
    return Outcome(
        answer.content, answer.problem, billed_characters=answer.billed_characters, tokens=answer.tokens
    )


def _checked(answer: Answer, query: Query) -> Answer:
    """The answer without its content where that is empty or its codes are not the query's."""
    if answer.content is None:
        return answer
    if not has_letters(answer.content):
        return replace(answer, content=None, problem=answer.problem or "an empty answer")
    if not same_codes(answer.content, query.content):
        return replace(answer, content=None, problem="codes lost or added")
    return answer


def characters(query: Query) -> int:
    """Source characters (code points) that a request for this text is charged for, codes left out."""
    return sum(len(part) for part in query.content if isinstance(part, str))
