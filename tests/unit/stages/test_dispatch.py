"""Parcels to an engine: order, refusals, what is told of the costs."""

from collections.abc import Mapping, Sequence

import pytest

from i18n_pipeline.errors import BackendError, PipelineError, QuotaExceeded, TextsRefused
from i18n_pipeline.model.budget import Budget
from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.engine import Answer, Batch, Query
from i18n_pipeline.model.inline import plain
from i18n_pipeline.stages.ask import Text, question
from i18n_pipeline.stages.dispatch import Answers, Dispatcher
from i18n_pipeline.stages.plan import Parcel, Plan
from tests.fakes.ports import FakeBackend, MemoryLedger


class Picky(FakeBackend):
    """An engine that refuses any request with the text `gif`."""

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """The answers, or a refusal."""
        answers = super().translate(batch)
        if any(query.content == plain("gif") for query in batch.queries):
            raise TextsRefused("malformed.")
        return answers


def _plan(backend: FakeBackend, *articles: Sequence[str], together: bool = True) -> Plan:
    asked: dict[str, Text] = {}
    wanted: list[Mapping[Key, str]] = []
    for number, texts in enumerate(articles):
        mine: dict[Key, str] = {}
        for text in texts:
            mine[None, text] = question(Query(plain(text)), "nl", "en-GB", backend)
            asked.setdefault(mine[None, text], Text(mine[None, text], Query(plain(text)), f"{number}.md"))
        wanted.append(mine)
    groups = [tuple(asked.values())] if together else [(text,) for text in asked.values()]
    batch = Batch((), "nl", "en-GB")
    return Plan(tuple(wanted), parcels=tuple(Parcel(group, batch) for group in groups))


def _run(backend: FakeBackend, plan: Plan, limit: int | None = None) -> list[Answers]:
    return list(Dispatcher(backend, MemoryLedger(), jobs=1, budget=Budget(limit)).run(plan))


def _texts(answers: Answers) -> dict[str, str]:
    return {key[1]: str(outcome.content) for key, outcome in answers.outcomes.items()}


def test_one_request_for_two_articles() -> None:
    """Texts of several articles share a request; each article has its own, and the first pays."""
    backend = FakeBackend()
    first, second = _run(backend, _plan(backend, ["een", "twee"], ["twee", "drie"]))
    assert _texts(first) == {"een": "('EEN',)", "twee": "('TWEE',)"}
    assert _texts(second) == {"twee": "('TWEE',)", "drie": "('DRIE',)"}
    assert len(backend.batches) == 1
    costs = [outcome.billed_characters for each in (first, second) for outcome in each.outcomes.values()]
    assert costs == [3, 4, 0, 4]


def test_a_refused_text_costs_the_others_nothing() -> None:
    """Where the engine refuses a request for one of its texts, all others are translated."""
    backend = Picky()
    first, second = _run(backend, _plan(backend, ["een", "gif"], ["twee", "drie"]))
    assert isinstance(first.problem, TextsRefused)
    assert (list(_texts(first)), list(_texts(second)), second.problem) == (["een"], ["twee", "drie"], None)


@pytest.mark.parametrize(
    ("problem", "requests"), [(BackendError("no connection."), 3), (QuotaExceeded("over."), 1)]
)
def test_an_engine_that_is_gone_is_left_alone(problem: PipelineError, requests: int) -> None:
    """After three refusals in a row, or one for good, nothing more is sent in this run."""
    backend = FakeBackend(problem=problem)
    calls: list[Batch] = []

    class Counting(FakeBackend):
        def translate(self, batch: Batch) -> tuple[Answer, ...]:
            calls.append(batch)
            return super().translate(batch)

    backend = Counting(problem=problem)
    answers = _run(backend, _plan(backend, *(["een", "twee", "drie", "vier", "vijf"]), together=False))
    assert len(calls) == requests
    assert all(each.problem is problem for each in answers)


def test_the_budget_ends_a_run_within_a_request() -> None:
    """Texts that the budget allows are translated, the article behind them is told why it was not."""
    backend = FakeBackend()
    first, second = _run(backend, _plan(backend, ["een"], ["te lang"]), limit=3)
    assert (_texts(first), first.problem) == ({"een": "('EEN',)"}, None)
    assert isinstance(second.problem, QuotaExceeded)
    assert backend.texts == ["een"]
