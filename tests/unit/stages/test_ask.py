"""Asking an engine: ledger first, again where codes were lost, then around them."""

import pytest

from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.budget import Budget
from i18n_pipeline.model.engine import Answer, Batch, Capabilities, Query
from i18n_pipeline.model.inline import Content, Kind, Placeholder, plain, source_markdown
from i18n_pipeline.stages.ask import Outcome, Text, ask, question
from tests.fakes.ports import FakeBackend, MemoryLedger, upper, without_codes

_BOLD: Content = (
    "Lees ",
    Placeholder(1, Kind.OPEN, "**"),
    "alles",
    Placeholder(1, Kind.CLOSE, "**"),
    " goed.",
)


def _ask(
    backend: FakeBackend, *contents: Content, ledger: MemoryLedger | None = None, limit: int | None = None
) -> tuple[Outcome, ...]:
    texts = [
        Text(question(Query(content), "nl", "en-GB", backend), Query(content), "a.md") for content in contents
    ]
    outcomes = ask(texts, Batch((), "nl", "en-GB"), backend, ledger or MemoryLedger(), Budget(limit))
    return tuple(outcomes[text.question] for text in texts if text.question in outcomes)


def _markdown(outcome: Outcome) -> str:
    return source_markdown(outcome.content or ())


def test_each_query_has_an_outcome_in_order() -> None:
    """Outcomes come in the order of the queries, with what the engine billed."""
    first, second = _ask(FakeBackend(), plain("een"), _BOLD)
    assert (_markdown(first), first.billed_characters) == ("EEN", 3)
    assert _markdown(second) == "LEES **ALLES** GOED."


def test_answers_are_kept() -> None:
    """A text that the ledger knows is not asked again."""
    ledger, backend = MemoryLedger(), FakeBackend()
    _ask(backend, plain("een"), ledger=ledger)
    (outcome,) = _ask(backend, plain("een"), ledger=ledger)
    assert (_markdown(outcome), outcome.kept, backend.texts) == ("EEN", True, ["een"])


def test_what_can_not_be_used_is_kept_too() -> None:
    """A text that the engine failed at is not asked for again and again."""
    ledger, backend = MemoryLedger(), FakeBackend(lambda _: Answer(None, "nothing"))
    _ask(backend, plain("een"), ledger=ledger)
    (outcome,) = _ask(backend, plain("een"), ledger=ledger)
    assert (outcome.content, outcome.problem, backend.texts) == (None, "nothing", ["een", "een"])


def test_what_an_engine_never_got_to_is_asked_for_again() -> None:
    """A text that failed for no reason of its own is no answer to keep."""
    ledger, backend = MemoryLedger(), FakeBackend(lambda _: Answer(None, "cut off", unasked=True))
    _ask(backend, plain("een"), ledger=ledger)
    backend.answer = upper
    (outcome,) = _ask(backend, plain("een"), ledger=ledger)
    assert _markdown(outcome) == "EEN"


def test_another_fingerprint_is_another_question() -> None:
    """An answer of other settings does not serve."""
    ledger = MemoryLedger()
    _ask(FakeBackend(), plain("een"), ledger=ledger)
    other = FakeBackend(fingerprint="fake 2")
    _ask(other, plain("een"), ledger=ledger)
    assert other.texts == ["een"]


def test_lost_codes_are_asked_again_then_around() -> None:
    """A text whose codes were lost twice is translated between its codes, spaces kept."""
    backend = FakeBackend(without_codes)
    (outcome,) = _ask(backend, _BOLD)
    assert (_markdown(outcome), outcome.around) == ("LEES **ALLES** GOED.", True)
    assert backend.texts == ["Lees **alles** goed."] * 2 + ["Lees", "alles", "goed."]


def test_a_steady_engine_is_not_asked_the_same_again() -> None:
    """An engine that repeats itself is asked around the codes at once."""
    backend = FakeBackend(without_codes, Capabilities(steady=True))
    _ask(backend, _BOLD)
    assert backend.texts == ["Lees **alles** goed.", "Lees", "alles", "goed."]


@pytest.mark.parametrize(
    "content",
    [(), plain("  "), plain("?!"), _BOLD[:-2], (*_BOLD, Placeholder(2, Kind.STANDALONE, "`x`"))],
    ids=["nothing", "space", "signs", "a code less", "a code more"],
)
def test_answers_that_can_not_be_used(content: Content) -> None:
    """Nothing, no letters, or other codes than asked for are no translation."""
    (outcome,) = _ask(FakeBackend(lambda _: Answer(content)), _BOLD)
    assert outcome.content is None
    assert outcome.problem


@pytest.mark.parametrize("count", [0, 1, 3])
def test_another_number_of_texts(count: int) -> None:
    """Fewer or more texts than asked are refused as a whole, and none is kept."""

    class Miscounting(FakeBackend):
        def translate(self, batch: Batch) -> tuple[Answer, ...]:
            return tuple(upper(batch.queries[0]) for _ in range(count))

    ledger = MemoryLedger()
    with pytest.raises(BackendError, match=f"gave {count} texts for 2"):
        _ask(Miscounting(), plain("een"), plain("twee"), ledger=ledger)
    assert ledger.answers == {}


def test_pieces_of_several_texts_go_together() -> None:
    """Texts that lost their codes are asked in pieces all at once, equal pieces one time."""
    other: Content = (Placeholder(1, Kind.OPEN, "_"), "alles", Placeholder(1, Kind.CLOSE, "_"), " mag.")
    backend = FakeBackend(without_codes)
    first, second = _ask(backend, _BOLD, other)
    assert (_markdown(first), _markdown(second)) == ("LEES **ALLES** GOED.", "_ALLES_ MAG.")
    assert backend.texts[4:] == ["Lees", "alles", "goed.", "mag."]
    assert len(backend.batches) == 3


def test_a_request_holds_what_the_engine_takes() -> None:
    """More texts than fit into one request go out in several, each kept before the next is sent."""
    backend = FakeBackend(capabilities=Capabilities(batch_texts=2))
    _ask(backend, plain("een"), plain("twee"), plain("drie"))
    assert [len(batch.queries) for batch in backend.batches] == [2, 1]


def test_budget_is_asked_before_sending() -> None:
    """Nothing is sent that the budget does not allow; what it does allow is."""
    backend = FakeBackend()
    (outcome,) = _ask(backend, plain("twaalf tekens"), plain("nog meer"), limit=13)
    assert (outcome.billed_characters, backend.texts) == (13, ["twaalf tekens"])
