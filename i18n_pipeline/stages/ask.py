"""Ask for texts: the ledger, then the engine, again where a code was lost, then around the codes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.engine import Answer, Backend, Batch, Ledger, Query
from i18n_pipeline.model.inline import Content, Placeholder, has_letters, merged, plain, same_codes
from i18n_pipeline.model.question import question_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a query; `content` is None where every way failed, `problem` says why.

    `around` says that the text was translated in pieces around its codes. Characters are what the
    engine billed, tokens what it generated, in this run.
    """

    content: Content | None
    problem: str = ""
    around: bool = False
    kept: bool = False
    billed_characters: int = 0
    tokens: int = 0


def questions(batch: Batch, backend: Backend) -> list[str]:
    """The ledger's question for each query of a batch."""
    return [
        question_of(
            query,
            fingerprint=backend.fingerprint,
            source_language=batch.source_language,
            target_language=batch.target_language,
        )
        for query in batch.queries
    ]


def ask(
    batch: Batch, backend: Backend, ledger: Ledger, *, article: str, reserve: Callable[[int], None]
) -> tuple[Outcome, ...]:
    """One outcome for each query.

    `reserve` is called with the number of source characters before anything is sent; it raises
    QuotaExceeded when the budget does not allow them. Raises what the backend raises.
    """
    asker = _Asker(batch, backend, ledger, article, reserve)
    outcomes = asker.outcomes(batch.queries)
    outcomes = asker.again(batch.queries, outcomes)
    return tuple(
        outcome if outcome.content is not None else asker.around(query, outcome)
        for query, outcome in zip(batch.queries, outcomes, strict=True)
    )


class _Asker:
    def __init__(
        self, batch: Batch, backend: Backend, ledger: Ledger, article: str, reserve: Callable[[int], None]
    ) -> None:
        self._batch = batch
        self._backend = backend
        self._ledger = ledger
        self._article = article
        self._reserve = reserve

    def outcomes(self, queries: Sequence[Query], *, anew: bool = False) -> list[Outcome]:
        """From the ledger where it has the answer, else from the engine; `anew` from the engine alone."""
        batch = replace(self._batch, queries=tuple(queries))
        asked = questions(batch, self._backend)
        result: dict[int, Outcome] = {}
        for number, (question, query) in enumerate(zip(asked, queries, strict=True)):
            if not anew and (answer := self._ledger.get(question, query.content)) is not None:
                result[number] = Outcome(answer.content, answer.problem, kept=True)
        missing = [number for number in range(len(queries)) if number not in result]
        answers = [
            _checked(answer, queries[number])
            for number, answer in zip(missing, self._sent([queries[n] for n in missing]), strict=True)
        ]
        kept = {asked[number]: answer for number, answer in zip(missing, answers, strict=True)}
        self._ledger.put(kept, engine=self._backend.name, article=self._article)
        for number, answer in zip(missing, answers, strict=True):
            result[number] = Outcome(
                answer.content,
                answer.problem,
                billed_characters=answer.billed_characters,
                tokens=answer.tokens,
            )
        return [result[number] for number in range(len(queries))]

    def _sent(self, queries: Sequence[Query]) -> tuple[Answer, ...]:
        if not queries:
            return ()
        self._reserve(characters(queries))
        answers = self._backend.translate(replace(self._batch, queries=tuple(queries)))
        if len(answers) != len(queries):
            raise BackendError(
                f"`{self._backend.name}` gave {len(answers)} texts for {len(queries)}.",
                mending="Nothing of them was used; run again, or choose another engine.",
            )
        return answers

    def again(self, queries: Sequence[Query], outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Ask once more for what just came back unusable; an engine that repeats itself is not asked."""
        lost = [n for n, outcome in enumerate(outcomes) if outcome.content is None and not outcome.kept]
        result = list(outcomes)
        if not lost or self._backend.capabilities.draft:
            return result
        for number, second in zip(lost, self.outcomes([queries[n] for n in lost], anew=True), strict=True):
            first = result[number]
            result[number] = replace(
                second,
                billed_characters=first.billed_characters + second.billed_characters,
                tokens=first.tokens + second.tokens,
            )
        return result

    def around(self, query: Query, failed: Outcome) -> Outcome:
        """The text between the codes piece by piece, the codes where the source has them."""
        if not any(isinstance(part, Placeholder) for part in query.content):
            return failed
        texts = [part for part in query.content if isinstance(part, str) and has_letters((part,))]
        pieces = self.outcomes([replace(query, content=plain(text.strip())) for text in texts])
        done = {text: piece.content for text, piece in zip(texts, pieces, strict=True)}
        if any(content is None for content in done.values()):
            return failed
        parts: list[str | Placeholder] = []
        for part in query.content:
            parts += _in_place(part, done.get(part)) if isinstance(part, str) else [part]
        return Outcome(
            merged(tuple(parts)),
            failed.problem,
            around=True,
            billed_characters=failed.billed_characters + sum(piece.billed_characters for piece in pieces),
            tokens=failed.tokens + sum(piece.tokens for piece in pieces),
        )


def _in_place(source: str, translated: Content | None) -> Content:
    """A piece's translation with the white space that the source has around it."""
    if translated is None:
        return (source,)
    start = source[: len(source) - len(source.lstrip())]
    end = source[len(source.rstrip()) :]
    return (start, *translated, end)


def _checked(answer: Answer, query: Query) -> Answer:
    """The answer without its content where that is empty or its codes are not the query's."""
    if answer.content is None:
        return answer
    if not has_letters(answer.content):
        return replace(answer, content=None, problem=answer.problem or "an empty answer")
    if not same_codes(answer.content, query.content):
        return replace(answer, content=None, problem="codes lost or added")
    return answer


def characters(queries: Iterable[Query]) -> int:
    """Source characters (code points) that a request for these queries is charged for, codes left out."""
    return sum(len(part) for query in queries for part in query.content if isinstance(part, str))
