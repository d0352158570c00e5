"""Weeks of `translate sync --every` by simulated time, with people, outages, and clocks that are set.

`SOAK_WEEKS=60 pytest -n0 tests/functional/test_sync_soak.py` lets more of them pass; `SOAK_SEED` chooses
another course of events.
"""

import logging
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.functional.soak_accidents import Accidents
from tests.functional.soak_site import POISONED, Done, SoakSite, install
from tests.functional.soak_time import SimulatedTime, asked_for, utc
from tests.functional.soak_world import DAY, JITTER, PATIENCE, Look, World

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEKS = int(os.environ.get("SOAK_WEEKS", "6"))
SEED = int(os.environ.get("SOAK_SEED", "3"))
HOUR = timedelta(hours=1)
HOURS = range(8, 19, 2)
LONGEST_WAIT = timedelta(minutes=1024)
SPENT = re.compile("quota|budget")
AGAIN = re.compile("tried again from (.{16}) UTC on")
RECORD, LINE, BLOCKS = 1000, 150, 150
"""What may be kept at most: bytes of state and journal for an article, blocks of memory for a pass (the
test's own are half of them)."""


@dataclass(frozen=True)
class Season:
    """When a schedule runs, which local minutes it asks for, and how long a pass takes.

    `watched` by who asks for its health.
    """

    start: str
    weeks: int
    every: str
    fits: Callable[[datetime], bool]
    long: timedelta = timedelta(seconds=40)
    watched: bool = False
    budget: int = 0


SEASONS = {
    "clocks-back": Season(
        "2026-10-05", WEEKS, "30 2 * * *", lambda it: _is(it, 2, 30), timedelta(minutes=45), budget=1000
    ),
    "clocks-forward": Season("2026-03-16", WEEKS // 2, "30 2 * * *", lambda it: _is(it, 2, 30)),
    "leap-day": Season(
        "2028-02-14", WEEKS, "0 6 * * 1-5", lambda it: _is(it, 6, 0) and it.weekday() < 5, watched=True
    ),
    "in-the-day": Season(
        "2026-11-24", WEEKS // 3, "0 8-18/2 * * *", lambda it: it.minute == 0 and it.hour in HOURS
    ),
}


def _is(local: datetime, hour: int, minute: int) -> bool:
    return (local.hour, local.minute) == (hour, minute)


@pytest.fixture(autouse=True)
def _unlogged() -> Iterator[None]:
    """Nobody keeps log records: they would look like a leak."""
    log = logging.getLogger("i18n_pipeline")
    log.propagate = False
    yield
    log.propagate = True


@pytest.mark.parametrize("name", SEASONS)
def test_weeks_of_a_schedule(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Passes come when they are asked for, tell the truth, and leave what one clean pass would."""
    install(tmp_path / "packages")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    random.seed(SEED)
    season = SEASONS[name]
    site, time = SoakSite(tmp_path / "site", season.budget), SimulatedTime(utc(season.start))
    world = World(site, time, lambda: capsys.readouterr().out, SEED)
    Accidents(world, season.weeks * 7)
    world.passes.long = season.long
    monkeypatch.chdir(site.folder)
    world.run(season.every, watched=season.watched)
    done, days = world.passes.done, season.weeks * 7
    _begun_as_asked(world, season)
    _within_budget(done, season.budget)
    _poison_told([each for each in done if world.poisoned <= each.ended < world.mended])
    for each in done:
        _told_truly(each, done)
    _nothing_grows(world, [each for each in done if each.began > time.start + (days - 6) * DAY])
    for look in world.looks if season.watched else ():
        _health_is_true(look)
    clean = SoakSite(tmp_path / "clean")
    monkeypatch.chdir(clean.folder)
    world.again(clean)
    assert site.translations() == clean.translations()


def _begun_as_asked(world: World, season: Season) -> None:
    """Each pass began within the jitter of a time that was asked for while none ran, and no time is left."""
    begun, free = iter(world.passes.done), world.time.start
    for due in asked_for(season.fits, AMSTERDAM, world.time):
        if due > free and not any(stopped <= due <= started for stopped, started in world.down):
            done = next(begun)
            assert due <= done.began <= due + JITTER, (due, done)
            free = done.ended
    assert next(begun, None) is None


def _within_budget(passes: list[Done], budget: int) -> None:
    """No month costs more than it may, by the clock; where it was used up, another one went on."""
    if not budget:
        return
    billed, before = Counter[str](), 0
    for done in passes:
        billed[f"{done.shown:%Y-%m}"] += done.billed - before
        before = done.billed
    assert max(billed.values()) <= budget
    assert any("budget" in problem for done in passes for problem in done.problems.values())
    assert billed.total() > budget


def _poison_told(passes: list[Done]) -> None:
    """The poisoned article is told in each pass until it is mended, and asked for when its wait is over."""
    failures, tried, most = 0, None, 0
    for done in passes:
        wait = timedelta(minutes=2 ** min(failures - 1, 10)) if failures else timedelta()
        waits = tried is not None and timedelta() <= done.shown - tried < wait
        problem = done.problems[POISONED]
        told = AGAIN.search(problem)
        assert waits == bool(told), (done, failures, tried)
        assert not told or not tried or told[1] == f"{tried + wait:%Y-%m-%d %H:%M}"
        assert not waits or ("once" if failures == 1 else f"{failures} times in a row") in problem
        assert waits == (done.refused == 0) or {"away", "quota"} & {*done.orders} or SPENT.search(problem)
        if not waits:
            failures, tried = (0, None) if SPENT.search(problem) else (failures + 1, done.shown)
            most = max(most, failures)
    assert most


def _told_truly(done: Done, passes: list[Done]) -> None:
    """Exit status and problems are those of the engine; a pass that tells of nothing wrote nothing."""
    spent = any(SPENT.search(problem) for problem in done.problems.values())
    assert done.status == (4 if spent else 3 if done.problems else 0)
    assert done.told or not done.wrote
    trouble = (each.ended for each in passes if {"away", "quota"} & {*each.orders} or each.status == 4)
    if all(abs(done.ended - moment) > LONGEST_WAIT + HOUR for moment in trouble):
        assert {*done.problems} <= {POISONED}, done.problems


def _nothing_grows(world: World, quiet: list[Done]) -> None:
    """Each text was paid for once; files, open files and memory stay as they are in quiet days."""
    site, looks = world.site, world.looks[-6:]
    assert set(site.answered.values()) == {1}
    assert site.rows("costs") <= site.rows("answers")
    assert not [path for path in site.files() if path.name.startswith(".i18n-")]
    assert len(quiet) > 3
    assert not any(done.told for done in quiet)
    assert {done.kept["ledger.sqlite3"] for done in quiet} == {quiet[0].kept["ledger.sqlite3"]}
    assert {done.kept["memory.sqlite3"] for done in quiet} == {quiet[0].kept["memory.sqlite3"]}
    for done in world.passes.done:
        assert done.kept["state.json"] < RECORD * done.articles
        assert done.kept.get("posts.journal", 0) < LINE * done.articles
    assert len({look.descriptors for look in looks}) == 1
    passes = looks[-1].passes - looks[0].passes
    assert looks[-1].blocks - looks[0].blocks < BLOCKS * passes + BLOCKS


def _health_is_true(look: Look) -> None:
    """Healthy is who did well and is not late; the metrics have the last exit status."""
    assert look.health
    if look.since is None:
        return
    late = look.since > PATIENCE
    assert look.health[0] == (not late and look.status in {None, 0, 1}), look
    assert ('"late"' in look.health[1]) == late
    if look.status is not None:
        assert f"i18n_last_run_exit_status {look.status}.0" in look.metrics
        assert f'i18n_characters_billed_total{{engine="quota"}} {look.billed}.0' in look.metrics
