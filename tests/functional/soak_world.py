"""What happens around a schedule: people at work, an engine that is away, clocks that are set, restarts."""

import gc
import random
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import typer

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.sync_modes import Mode
from i18n_pipeline.sync.http import Health
from tests.fakes.quota_engine import QuotaEngine
from tests.functional.soak_site import POISON, POISONED, Passes, SoakSite
from tests.functional.soak_time import SimulatedTime
from tests.functional.test_sync_chaos import People

DAY = timedelta(days=1)
JITTER = timedelta(seconds=90)
PATIENCE = timedelta(hours=26)
"""After so long without a pass the process is late."""


class Look(NamedTuple):
    """A look from outside: passes so far, blocks of memory, open files, health, characters billed.

    `since` is how long ago the last pass of this process ended, or it started; None where the clock was
    set meanwhile.
    """

    passes: int
    blocks: int
    descriptors: int
    since: timedelta | None
    status: int | None
    health: tuple[bool, str] | None
    metrics: str
    billed: int


class World:
    """A process that stays, and people at work; `looks` are those of each midnight."""

    def __init__(self, site: SoakSite, time: SimulatedTime, said: Callable[[], str], seed: int) -> None:
        self.site = site
        self.time = time
        self.chance = random.Random(seed)  # noqa: S311 - events
        self.people = People(site, self.chance)
        self.passes = Passes(site, time, said)
        self.down: list[tuple[datetime, datetime]] = []
        self.looks: list[Look] = []
        self.over = False
        self.poisoned = self.mended = time.true
        self._up = time.true
        self._changed = time.true
        for _ in range(5):
            self.people.begin()

    def run(self, every: str, *, watched: bool) -> None:
        """Let the process run until the end, and start it again half an hour after it was ended."""
        mode = Mode(every=every, jitter=int(JITTER.total_seconds()), timezone="Europe/Amsterdam")
        while not self.over:
            self._up = self.time.true
            if watched:
                self.passes.health = Health(lambda: self.time.shown().timestamp(), PATIENCE.total_seconds())
            with pytest.raises(typer.Exit) as ended:
                mode.carry_out(Project.here(), self.passes.once, clock=self.time.clock)
            assert ended.value.exit_code == 0
            stopped = self.time.true
            self.time.go(timedelta(minutes=30))
            self.down.append((stopped, self.time.true))

    def work(self) -> None:
        """An editor changes a post where all is up to date; while one is at it, the others rest."""
        if not self.people.taken_over():
            return
        if self._is_up_to_date() and self.chance.random() < 0.3:
            self.people.change_a_post()
        else:
            self.people.do_something()
        self._changed = self.time.true

    def _is_up_to_date(self) -> bool:
        last = self.passes.done[-1:]
        return bool(last) and last[0].began > self._changed and not {*last[0].problems} - {POISONED}

    def poison(self) -> None:
        """An article comes that the engine refuses."""
        self.poisoned = self.time.true
        self.site.write("poison", self.people.sentence(), f"Hier zit {POISON} in.")

    def mend(self) -> None:
        """Its author writes it anew."""
        self.mended = self._changed = self.time.true
        self.people.articles["poison"] = [self.people.sentence() for _ in range(4)]
        self.people.write("poison")

    def again(self, clean: SoakSite) -> None:
        """Make another project as this one should be: written and translated at once, then signed off."""
        for name, sentences in self.people.articles.items():
            clean.write(name, *sentences)
        passes = Passes(clean, SimulatedTime(self.time.true), self.passes.said)
        for _ in range(2):
            with pytest.raises(typer.Exit) as ended:
                passes.once()
            assert ended.value.exit_code == 0
            for name, sentences in self.people.articles.items():
                if target := self.people.signed.get(sentences[0]):
                    clean.review(name, sentences[0], target)

    def look(self) -> None:
        """See how the process is."""
        mine = [each for each in self.passes.done if each.began >= self._up]
        since = mine[-1].ended if mine else self._up
        set_meanwhile = any(moment > since for moment, _ in self.time.set_at)
        health = self.passes.health
        gc.collect()
        self.looks.append(
            Look(
                len(self.passes.done),
                sys.getallocatedblocks(),
                len(list(Path("/proc/self/fd").iterdir())),
                None if set_meanwhile else self.time.true - since,
                mine[-1].status if mine else None,
                health.verdict() if health else None,
                health.metrics().decode() if health else "",
                QuotaEngine(self.site.beside).answered(),
            )
        )

    def end(self) -> None:
        """The process is ended for good."""
        self.over = True
        raise KeyboardInterrupt
