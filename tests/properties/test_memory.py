"""Properties of the memory: what is put is found, for its own languages alone, whatever the texts are."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_pipeline.model.memory import LEAST, SAME, Languages, Unit, Wanted
from i18n_pipeline.stages.likeness import contradict, difference
from i18n_pipeline.storage.memory import SqliteMemory
from tests.fakes.texts import NASTY

CHARACTERS = st.characters(codec="utf-8")
WORDS = st.sampled_from(("Bel", "je", "baas", "begeleider", "niet", "gesprek", "drie", "3", "**nu**", *NASTY))
TEXT = st.lists(WORDS | st.text(CHARACTERS, min_size=1, max_size=6), min_size=1, max_size=8).map(" ".join)
PAIRS = st.builds(
    Languages, st.sampled_from(("nl", "nl-NL", "fr")), st.sampled_from(("en", "en-GB", "en-US", "de"))
)
UNITS = st.builds(Unit, TEXT, TEXT, PAIRS, before=st.none() | TEXT, after=st.none() | TEXT)


@contextmanager
def memory() -> Iterator[SqliteMemory]:
    """An empty memory."""
    with tempfile.TemporaryDirectory() as folder:
        made = SqliteMemory(Path(folder) / "memory.sqlite3")
        yield made
        made.close()


@given(st.lists(UNITS, max_size=6), TEXT, PAIRS)
@settings(max_examples=50)
def test_what_is_put_is_found(units: list[Unit], other: str, pair: Languages) -> None:
    """Each unit is found by its own text; nothing is found for another pair, or below the least score."""
    with memory() as made:
        made.replace("a", "1", units)
        for unit in units:
            (matches,) = made.recall([Wanted(unit.source)], unit.languages)
            assert unit.target in [match.unit.target for match in matches]
            assert {match.score for match in matches} == {SAME}
        (matches,) = made.recall([Wanted(other)], pair)
        assert all(match.unit.languages.serves(pair) and match.score >= LEAST for match in matches)


@given(st.lists(UNITS, max_size=5), st.lists(UNITS, max_size=5))
@settings(max_examples=50)
def test_order_and_repetition_change_nothing(first: list[Unit], second: list[Unit]) -> None:
    """Putting again, and putting and forgetting something else between, gives the same memory."""
    pairs = {unit.languages for unit in (*first, *second)}
    with memory() as plain, memory() as busy:
        plain.replace("a", "1", first)
        busy.replace("b", "1", second)
        busy.replace("a", "0", second)
        busy.replace("a", "1", first)
        busy.forget("b")
        assert plain.origins() == busy.origins()
        for pair in pairs:
            assert list(plain.units(pair)) == list(busy.units(pair))
            wanted = [Wanted(unit.source) for unit in (*first, *second)]
            assert plain.recall(wanted, pair) == busy.recall(wanted, pair)


@given(TEXT, TEXT)
def test_likeness(one: str, other: str) -> None:
    """A text never contradicts itself; contradiction goes both ways; only nothing has no difference."""
    assert not contradict(one, one)
    assert contradict(one, other) == contradict(other, one)
    assert bool(difference(one, other)) is bool(one.split() or other.split())
