"""When an article that failed is tried again, over simulated weeks."""

import random
from itertools import pairwise

import pytest

from i18n_pipeline.storage.state import Record, Seen
from i18n_pipeline.sync.backoff import MINUTE, delay, due
from i18n_pipeline.sync.judge import Verdict, failures_of, verdict

FILES = (Seen("article"), Seen("post"), Seen("catalogue"))
EVERY_TEN_MINUTES = range(0, 4 * 7 * 24 * 60, 10)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 0), (1, 1), (2, 2), (3, 4), (11, 1024), (12, 1024), (5000, 1024)]
)
def test_each_failure_doubles_the_wait(failures: int, minutes: int) -> None:
    """One minute, two, four, 1,024 at most."""
    assert delay(failures) == minutes * MINUTE


def test_a_clock_that_was_set_back_holds_nobody_up() -> None:
    """A failure in the future counts as long ago."""
    assert not due(3, 1000.0, 1000.0 + 60)
    assert due(3, 1000.0, 1000.0 + 240)
    assert due(3, 1e9, 1000.0)


def _month(fails: "list[bool]") -> tuple[list[int], Record | None]:
    """The minutes at which an article is tried in four weeks of passes, `fails` by minute."""
    record: Record | None = Record("around", FILES)
    tries = []
    for minute in EVERY_TEN_MINUTES:
        now = minute * MINUTE
        if minute == 0 or verdict(record, FILES, "around", now) is Verdict.DUE:
            tries.append(minute)
            failures = failures_of(record, FILES, "around") + 1 if fails[minute] else 0
            record = Record("around", FILES, failures, now, "" if failures == 0 else "why")
    return tries, record


def test_an_article_that_always_fails_is_tried_every_17_hours() -> None:
    """Four weeks of passes every ten minutes cost a poisoned article no more tries than that."""
    tries, record = _month([True] * EVERY_TEN_MINUTES.stop)
    assert len(tries) < 28 * 24 / 17 + 12
    assert max(later - earlier for earlier, later in pairwise(tries)) <= 1024 + 10
    assert record is not None
    assert record.failures == len(tries)


def test_a_pass_a_day_always_tries() -> None:
    """However long an article failed, the next day's pass tries it, though yesterday's ended hours later."""
    short_day = 23 * 60 * MINUTE
    assert all(due(failures, 5.9 * 60 * MINUTE, short_day) for failures in range(1, 100))


def test_after_an_outage_nobody_waits_longer_than_it_lasted() -> None:
    """An engine that is back is asked again within the time that it was away, and a pass."""
    chance = random.Random(3)  # noqa: S311 - weeks
    for _ in range(50):
        lasted = chance.randrange(10, 3 * 24 * 60)
        tries, record = _month([minute < lasted for minute in range(EVERY_TEN_MINUTES.stop)])
        assert record is not None
        assert record.failures == 0
        assert tries[-1] <= min(2 * lasted, lasted + 24 * 60) + 20


def test_what_changed_is_tried_at_once() -> None:
    """Another article, post, catalogue, glossary or setting ends the wait, and the count starts anew."""
    record = Record("around", FILES, 9, 1000.0, "why")
    assert verdict(record, FILES, "around", 1010.0) is Verdict.WAITING
    for number in range(3):
        other = tuple(Seen("new") if place == number else seen for place, seen in enumerate(FILES))
        assert verdict(record, other, "around", 1010.0) is Verdict.DUE  # type: ignore[arg-type]
    assert verdict(record, FILES, "other", 1010.0) is Verdict.DUE
    assert failures_of(record, FILES, "other") == 0
    assert failures_of(record, FILES, "around") == 9
    assert verdict(None, FILES, "around", 1010.0) is Verdict.DUE
