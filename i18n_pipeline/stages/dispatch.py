"""Parcels to an engine, several at once, outcomes in the articles' order."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from i18n_pipeline.errors import BackendError, PipelineError, TextsRefused
from i18n_pipeline.model.budget import Budget
from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.engine import Answer, Backend, Ledger
from i18n_pipeline.stages.ask import Outcome, ask
from i18n_pipeline.stages.plan import Parcel, Plan

GIVE_UP_AFTER = 3
"""So many refused parcels in a row, and the engine is left alone for the rest of the run."""

Outcomes = Mapping[str, Outcome | PipelineError]
"""By question: what became of a text, or why it was not answered."""


@dataclass(slots=True)
class Answers:
    """What came back for one article: outcomes by key, and why some did not, if so."""

    engine: str = ""
    draft: bool = False
    outcomes: dict[Key, Outcome] = field(default_factory=dict)
    problem: PipelineError | None = None


class Dispatcher:
    """Sends parcels to one engine; what a text cost is told once, by the first entry that takes it."""

    def __init__(
        self,
        backend: Backend,
        ledger: Ledger,
        *,
        jobs: int,
        budget: Budget,
        answered: Callable[[str, int], None] = lambda _article, _texts: None,
    ) -> None:
        self._backend = backend
        self._ledger = ledger
        self._jobs = jobs
        self._budget = budget
        self._answered = answered
        self._refused = 0
        self._stop: PipelineError | None = None
        self._told: set[str] = set()

    def run(self, plan: Plan) -> Iterator[Answers]:
        """Answers for each article, in order, as soon as the parcels with its texts are back."""
        with ThreadPoolExecutor(self._jobs) as pool:
            sent = {
                text.question: future
                for parcel, future in [(parcel, pool.submit(self._sent, parcel)) for parcel in plan.parcels]
                for text in parcel.texts
            }
            try:
                for wanted in plan.wanted:
                    yield self._collected(wanted, plan.known, sent)
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def _sent(self, parcel: Parcel) -> Outcomes:
        """What became of each text; where the engine refuses the parcel, its halves go by themselves."""
        if self._stop:
            return {text.question: self._stop for text in parcel.texts}
        try:
            outcomes = ask(parcel.texts, parcel.batch, self._backend, self._ledger, self._budget)
        except TextsRefused as error:
            return self._halved(parcel, error)
        except BackendError as error:
            self._refuse(error)
            return {text.question: error for text in parcel.texts}
        self._refused = 0
        for article, texts in Counter(text.article for text in parcel.texts).items():
            self._answered(article, texts)
        return {**outcomes, **self._beyond_the_budget(parcel, outcomes)}

    def _halved(self, parcel: Parcel, error: TextsRefused) -> Outcomes:
        if len(parcel.texts) == 1:
            return {parcel.texts[0].question: error}
        middle = len(parcel.texts) // 2
        halves = (parcel.texts[:middle], parcel.texts[middle:])
        first, second = (self._sent(replace(parcel, texts=texts)) for texts in halves)
        return {**first, **second}

    def _refuse(self, error: BackendError) -> None:
        """Stop the run where the engine says that it is over, or has nothing but refusals."""
        self._refused += 1
        if error.exit_status != BackendError.exit_status or self._refused >= GIVE_UP_AFTER:
            self._stop = error

    def _beyond_the_budget(self, parcel: Parcel, outcomes: Outcomes) -> Outcomes:
        left = [text.question for text in parcel.texts if text.question not in outcomes]
        if left:
            self._stop = self._budget.refusal()
        return dict.fromkeys(left, self._stop) if self._stop else {}

    def _collected(
        self, wanted: Mapping[Key, str], known: Mapping[str, Answer], sent: Mapping[str, Future[Outcomes]]
    ) -> Answers:
        answers = Answers(self._backend.name, self._backend.capabilities.draft)
        for key, asked in wanted.items():
            if kept := known.get(asked):
                answers.outcomes[key] = Outcome(kept.content, kept.problem, kept=True)
                continue
            outcome = sent[asked].result()[asked]
            if isinstance(outcome, PipelineError):
                answers.problem = answers.problem or outcome
            else:
                answers.outcomes[key] = self._once(asked, outcome)
        return answers

    def _once(self, asked: str, outcome: Outcome) -> Outcome:
        """The outcome, its costs only where it is told for the first time."""
        if asked in self._told:
            return replace(outcome, kept=True, billed_characters=0, tokens=0)
        self._told.add(asked)
        return outcome
