"""Times of a schedule, and passes at them, by a clock that the tests move."""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.errors import LockHeld, UsageError
from i18n_pipeline.sync.clock import Clock
from i18n_pipeline.sync.cron import cron, time_zone
from i18n_pipeline.sync.schedule import ALIVE_FILE, serve, touch

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class MovedClock:
    """A clock that sleeping moves; `until` interrupts the sleep that reaches it, as SIGTERM would."""

    def __init__(self, start: str, until: str = "9999-01-01") -> None:
        self.moment = datetime.fromisoformat(start).replace(tzinfo=UTC)
        self.until = datetime.fromisoformat(until).replace(tzinfo=UTC)
        self.naps: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Move on."""
        self.naps.append(seconds)
        self.moment += timedelta(seconds=seconds)
        if self.moment >= self.until:
            raise KeyboardInterrupt

    def clock(self) -> Clock:
        """The port."""
        return Clock(lambda: self.moment, self.sleep)


class Passes:
    """Passes that take a time, note when they began and give or raise what is scripted, then 0."""

    def __init__(self, clock: MovedClock, *outcomes: int | BaseException, minutes: float = 0) -> None:
        self._clock, self._outcomes, self._minutes = clock, iter(outcomes), minutes
        self.begun: list[str] = []

    def __call__(self) -> int:
        self.begun.append(f"{self._clock.moment:%d %H:%M:%S}")
        self._clock.moment += timedelta(minutes=self._minutes)
        outcome = next(self._outcomes, 0)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome


def _times(expression: str, start: str, count: int) -> list[str]:
    schedule, moment = cron(expression, AMSTERDAM), datetime.fromisoformat(start).replace(tzinfo=AMSTERDAM)
    found = []
    for _ in range(count):
        moment = schedule.after(moment)
        found.append(moment.isoformat(" ", "minutes"))
    return found


@pytest.mark.parametrize(
    ("weekday", "days"),
    [
        ("0", ["Sun"]),
        ("7", ["Sun"]),
        ("1", ["Mon"]),
        ("1-5", ["Mon", "Tue", "Wed", "Thu", "Fri"]),
        ("mon,6", ["Mon", "Sat"]),
        ("5-7", ["Fri", "Sat", "Sun"]),
    ],
)
def test_days_of_the_week(weekday: str, days: list[str]) -> None:
    """Days of the week are cron's: 0 and 7 are Sunday, 1 is Monday."""
    schedule, moment, found = cron(f"0 6 * * {weekday}", UTC), datetime(2026, 11, 23, tzinfo=UTC), []
    for _ in days:
        moment = schedule.after(moment)
        found.append(f"{moment:%a}")
    assert found == days


def test_either_day() -> None:
    """Where both the day of the month and that of the week are limited, either makes the day fit."""
    found = _times("0 6 13 * 5", "2026-11-01", 4)
    assert found == [
        "2026-11-06 06:00+01:00",
        "2026-11-13 06:00+01:00",
        "2026-11-20 06:00+01:00",
        "2026-11-27 06:00+01:00",
    ]
    assert _times("0 6 */2 * 1", "2026-11-01", 2) == ["2026-11-09 06:00+01:00", "2026-11-23 06:00+01:00"]


def test_time_that_the_clocks_skip() -> None:
    """On the day that has no 02:30 the pass comes when the clocks have gone forward, and once."""
    assert _times("30 2 * * *", "2026-03-28 12:00", 2) == ["2026-03-29 03:00+02:00", "2026-03-30 02:30+02:00"]


def test_time_that_the_clocks_show_twice() -> None:
    """On the day that has 02:30 twice the pass comes at the first."""
    assert _times("30 2 * * *", "2026-10-24 12:00", 2) == ["2026-10-25 02:30+02:00", "2026-10-26 02:30+01:00"]


def test_every_half_hour_through_changes_of_the_clocks() -> None:
    """With `*` for the hour, passes are as far apart as ever."""
    for day in ("2026-03-29", "2026-10-25"):
        found = [datetime.fromisoformat(each) for each in _times("*/30 * * * *", day, 12)]
        assert {later - sooner for sooner, later in pairwise(found)} == {timedelta(minutes=30)}


def test_not_again_in_the_second_hour() -> None:
    """A pass that ends after the clocks went back does not come again at the second 02:30."""
    clock = MovedClock("2026-10-25 00:00", until="2026-10-26 03:00")
    passes = Passes(clock, minutes=45)
    assert serve(passes, cron("30 2 * * *", AMSTERDAM), clock=clock.clock()) == 0
    assert passes.begun == ["25 00:30:00", "26 01:30:00"]


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("", "number of fields"),
        ("6 * * *", "number of fields"),
        ("0 0 6 * * *", "number of fields"),
        ("61 * * * *", "bad minute"),
        ("0 25 * * *", "bad hour"),
        ("0 6 31 2 *", "bad day-of-month"),
        ("0 6 L * *", "`L`"),
        ("0 6 * * 1#2", "`L`"),
        ("0 6 * * 5L", "`L`"),
        ("*/0 * * * *", "bad minute"),
        ("@reboot", "number of fields"),
        ("0 6 * * 1-8", "bad day-of-week"),
    ],
)
def test_no_schedule(expression: str, why: str) -> None:
    """What is no cron expression, or never comes, is refused with the reason and an example."""
    with pytest.raises(UsageError, match=why) as refused:
        cron(expression, UTC)
    assert "0 6 * * 1-5" in refused.value.mending


def test_alias() -> None:
    """`@daily` is midnight, and spaces count for nothing."""
    assert cron("@Daily", UTC).expression == "0 0 * * *"
    assert cron(" 0  6 * * * ", UTC) == cron("0 6 * * *", UTC)


@pytest.mark.parametrize("name", ["Europe/Nowhere", "../etc/passwd", "Europe", "CEST5"])
def test_no_time_zone(name: str) -> None:
    """What is no time zone is refused."""
    with pytest.raises(UsageError, match="no time zone"):
        time_zone(name)


def test_own_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name it is the machine's zone, with its changes of the clocks."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    assert cron("30 2 * * *", time_zone()).after(datetime(2026, 3, 28, 12, tzinfo=UTC)) == datetime(
        2026, 3, 29, 1, tzinfo=UTC
    )


FIELDS = st.tuples(
    st.sampled_from(["*", "*/7", "0", "5,35", "10-20/3"]),
    st.sampled_from(["*", "2", "1-3", "*/5", "23"]),
    st.sampled_from(["*", "1", "*/10", "29"]),
    st.sampled_from(["*", "3,10", "FEB"]),
    st.sampled_from(["*", "0", "7", "1-5", "SUN"]),
)


@given(FIELDS, st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(AMSTERDAM)))  # noqa: DTZ001
def test_always_later(fields: tuple[str, ...], moment: datetime) -> None:
    """The next time is later than the moment asked about, whatever the clocks do."""
    assert cron(" ".join(fields), AMSTERDAM).after(moment).astimezone(UTC) > moment.astimezone(UTC)


def test_failures_do_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    """Passes that fail, raise or break off are logged with their exit status; the next one comes."""
    caplog.set_level(logging.INFO)
    clock = MovedClock("2026-11-24 05:00", until="2026-11-24 10:30")
    passes = Passes(clock, 3, LockHeld("Another run works."), ZeroDivisionError("a bug"), 0, 4)
    assert serve(passes, cron("0 * * * *", UTC), clock=clock.clock()) == 0
    assert [begun[3:5] for begun in passes.begun] == ["06", "07", "08", "09", "10"]
    said = [record.message for record in caplog.records]
    assert [int(text[-2]) for text in said if "exit status" in text] == [3, 5, 3, 0, 4]
    assert "Another run works." in said
    assert [record.exc_info is not None for record in caplog.records if "bug" in record.message] == [True]


@pytest.mark.parametrize("outcome", [130, KeyboardInterrupt()])
def test_told_to_end_in_a_pass(outcome: int | BaseException) -> None:
    """A pass that was interrupted is the last, and the exit status is its own."""
    clock = MovedClock("2026-11-24 05:00")
    passes = Passes(clock, 0, outcome)
    assert serve(passes, cron("0 6 * * *", UTC), clock=clock.clock()) == 130
    assert len(passes.begun) == 2


def test_no_overlap(caplog: pytest.LogCaptureFixture) -> None:
    """Times that come while a pass runs are left out, with a word; passes don't pile up."""
    clock = MovedClock("2026-11-24 05:59", until="2026-11-24 06:24")
    passes = Passes(clock, minutes=12)
    serve(passes, cron("*/5 * * * *", UTC), clock=clock.clock())
    assert passes.begun == ["24 06:00:00", "24 06:15:00"]
    assert any("left out" in record.message for record in caplog.records)


def test_suspended_machine() -> None:
    """A machine that slept over three times of the schedule does one pass when it wakes."""
    clock = MovedClock("2026-11-24 05:59", until="2026-11-24 09:30")
    steps = iter([3.1 * 3600])

    def sleep(seconds: float) -> None:
        clock.sleep(next(steps, seconds))

    passes = Passes(clock)
    serve(passes, cron("0 * * * *", UTC), clock=Clock(lambda: clock.moment, sleep))
    assert passes.begun == ["24 09:05:00"]


def test_clock_set_back() -> None:
    """A clock that is set back during a pass does not bring the same pass again."""
    clock = MovedClock("2026-11-24 05:00", until="2026-11-24 07:30")
    passes = Passes(clock, minutes=-30)
    serve(passes, cron("0 * * * *", UTC), clock=clock.clock())
    assert passes.begun == ["24 06:00:00", "24 07:00:00"]


def test_clock_that_was_a_day_ahead_is_set_right_in_a_pass() -> None:
    """A clock that goes back by more than three hours was wrong before, and its times come as shown."""
    clock = MovedClock("2026-11-24 05:00")
    passes = Passes(clock, 0, 130, minutes=-24 * 60)
    serve(passes, cron("0 6 * * *", UTC), clock=clock.clock())
    assert passes.begun == ["24 06:00:00", "24 06:00:00"]


def test_clock_that_was_a_week_ahead_is_set_right_in_between() -> None:
    """A schedule that waits for next week's time waits for this week's, once the clock is set right."""
    clock = MovedClock("2026-11-24 05:00")
    wrong = iter([timedelta(days=-7)])

    def sleep(seconds: float) -> None:
        clock.moment += next(wrong, timedelta())
        clock.sleep(seconds)

    passes = Passes(clock, 0, 130)
    serve(passes, cron("0 6 * * *", UTC), clock=Clock(lambda: clock.moment, sleep))
    assert passes.begun == ["17 06:00:00", "18 06:00:00"]


def _drawn(values: Iterator[float]) -> Callable[[float, float], float]:
    return lambda least, most: least + next(values) * (most - least)


def test_jitter() -> None:
    """Each pass comes later than its time by what was drawn, `jitter` seconds at most."""
    clock = MovedClock("2026-11-24 05:00", until="2026-11-24 07:30")
    passes = Passes(clock)
    drawn = _drawn(iter([0.5, 1.0, 0.0]))
    serve(passes, cron("0 * * * *", UTC), jitter=90, clock=clock.clock(), draw=drawn)
    assert passes.begun == ["24 06:00:45", "24 07:01:30"]


def test_signs_of_life(tmp_path: Path) -> None:
    """A sign of life is left at least once a minute, and a folder that can't be written stops nothing."""
    clock, signs = MovedClock("2026-11-24 05:50", until="2026-11-24 05:59:30"), []

    def alive() -> None:
        signs.append(clock.moment)
        touch(tmp_path)
        touch(tmp_path / "nowhere")

    serve(Passes(clock), cron("0 6 * * *", UTC), clock=clock.clock(), alive=alive)
    assert len(signs) == 10
    assert max(clock.naps) <= 60
    assert (tmp_path / ALIVE_FILE).exists()
