"""Passes that everything happens to: kills, full disks, an engine that is away, people who edit meanwhile.

`CHAOS=300 pytest -n0 tests/functional/test_sync_chaos.py` makes as many passes; the suite is content
with fewer. `CHAOS_SEED` chooses another course of events.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.plugin_engine import BATCH, CONCURRENCY
from tests.functional.small_disk import SmallDisk, small_disk, why_not
from tests.functional.sync_site import SyncSite, with_plugin

PASSES = int(os.environ.get("CHAOS", "12"))
SEED = int(os.environ.get("CHAOS_SEED", "5"))
IN_FLIGHT = BATCH * CONCURRENCY


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[SyncSite, SmallDisk | None]]:
    """A project and its disk, of 8 MiB; where no disk can be had, none fills."""
    if why_not():
        launcher = with_plugin(tmp_path / "packages")
        yield SyncSite(tmp_path / "site", launcher), None
        launcher.close()
        return
    with small_disk(tmp_path) as disk:
        yield disk.emptied(), disk


class People:
    """Authors who edit articles, translators who sign texts off, and editors who change posts."""

    def __init__(self, site: SyncSite, chance: random.Random) -> None:
        self.site = site
        self.chance = chance
        self.articles: dict[str, list[str]] = {}
        self.signed: dict[str, str] = {}
        self.at_work = ""
        self._number = 0

    def sentence(self) -> str:
        """Words that no other sentence has, so that nothing is like anything."""
        words = ("".join(self.chance.choices("aeioubdfgklmnprstvz", k=8)) for _ in range(4))
        return " ".join(words).capitalize() + "."

    def write(self, name: str) -> None:
        """Put an article on the disk as it is meant to be."""
        self.site.write(name, *self.articles[name])

    def begin(self) -> None:
        """A new article; its first sentence stays as it is."""
        self._number += 1
        name = f"n{self._number}"
        self.articles[name] = [self.sentence() for _ in range(4)]
        self.write(name)

    def edit(self) -> None:
        """One sentence becomes another one."""
        name = self.chance.choice(sorted(self.articles))
        self.articles[name][self.chance.randrange(1, 4)] = self.sentence()
        self.write(name)

    def touch(self) -> None:
        """An article gets the time of another day."""
        moment = time.time() + self.chance.uniform(-1e6, 1e6)
        os.utime(self.site.articles / f"{self.chance.choice(sorted(self.articles))}.md", (moment, moment))

    def rename(self) -> None:
        """An article stands elsewhere from now on, its title with it."""
        old = self.chance.choice(sorted(self.articles))
        self._number += 1
        new = f"n{self._number}"
        self.articles[new] = self.articles.pop(old)
        (self.site.articles / f"{old}.md").rename(self.site.articles / f"{new}.md")
        self.write(new)

    def delete(self) -> None:
        """An article goes."""
        if len(self.articles) > 3:
            name = self.chance.choice(sorted(self.articles))
            for sentence in self.articles.pop(name):
                self.signed.pop(sentence, None)
            (self.site.articles / f"{name}.md").unlink()

    def sign(self) -> None:
        """A translator signs off the first sentence of an article, if its catalogue is there."""
        name = self.chance.choice(sorted(self.articles))
        source = self.articles[name][0]
        if name != self.at_work and f'msgid "{source}"\n' in self.catalogue(name):
            self.signed[source] = self.sentence()
            self.site.review(name, source, self.signed[source])

    def catalogue(self, name: str) -> str:
        """An article's catalogue as it is, empty where there is none."""
        path = self.site.folder / "po" / "en" / f"{name}.po"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def change_a_post(self) -> None:
        """An editor changes the first sentence in a post; nobody else touches it until it is taken over."""
        name = self.at_work = self.chance.choice(sorted(self.articles))
        source = self.articles[name][0]
        post = self.site.folder / "content" / "en" / f"{name}.md"
        text = post.read_text(encoding="utf-8")
        there = self.signed.get(source, source.upper())
        assert there in text
        self.signed[source] = self.sentence()
        post.write_text(text.replace(there, self.signed[source]), encoding="utf-8")

    def taken_over(self) -> bool:
        """Whether what the editor wrote is in the catalogue."""
        done = not self.at_work or self.signed[self.articles[self.at_work][0]] in self.catalogue(self.at_work)
        if done:
            self.at_work = ""
        return done

    def do_something(self) -> None:
        """Up to two things at random."""
        ways = (self.begin, self.edit, self.edit, self.touch, self.rename, self.delete, self.sign, self.sign)
        for _ in range(self.chance.randrange(3)):
            self.chance.choice(ways)()


class Fate:
    """What happens to a pass; counts the ends that may lose an answer on its way to the ledger."""

    def __init__(self, people: People, disk: SmallDisk | None) -> None:
        self.people = people
        self.disk = disk
        self.site = people.site
        self.chance = people.chance
        self.ends = Counter[str]()
        self.lost = 0

    def strike(self) -> None:
        """One pass, and what befalls it."""
        self.site.order(delay=0.02)
        full = (self.fill, self.fill) if self.disk else ()
        ways = (self.kill, self.kill, self.stop, self.cap, self.away, self.meanwhile, *full)
        how = self.chance.choice(ways)
        self.ends[how.__name__] += 1
        how()
        if self.chance.random() < 0.3:
            (self.site.folder / ".i18n" / "state.json").unlink(missing_ok=True)

    def kill(self) -> None:
        """Killed at any moment."""
        child = self.site.start("sync", "--prune")
        time.sleep(self.chance.uniform(0, 1.5))
        os.kill(child, signal.SIGKILL)
        assert self.site.launcher.wait() in {0, 3, -signal.SIGKILL}
        self.lost += IN_FLIGHT

    def stop(self) -> None:
        """Stopped in order."""
        child = self.site.start("sync", "--prune")
        time.sleep(self.chance.uniform(0.3, 1.5))
        os.kill(child, signal.SIGTERM)
        self._ended({0, 3, 130, -signal.SIGTERM})

    def fill(self) -> None:
        """The disk is nearly full, so that it is full in the middle; what is answered is kept."""
        assert self.disk
        self.disk.fill(int(self.chance.triangular(0, 2_000_000, 0)))
        self.site.start("sync", "--prune")
        self._ended({0, 3})
        self.disk.clear()

    def cap(self) -> None:
        """No file can grow beyond some size, whatever is set aside."""
        self.site.start("sync", "--prune", largest=self.chance.choice((0, 300, 5000, 30000, 50000, 80000)))
        self.lost += IN_FLIGHT
        self._ended(range(6))

    def away(self) -> None:
        """The engine fails now and then."""
        self.site.order(away=0.6)
        self.site.start("sync", "--prune")
        self._ended({0, 3})

    def meanwhile(self) -> None:
        """Somebody saves a catalogue in the middle."""
        self.site.start("sync", "--prune")
        time.sleep(self.chance.uniform(0.2, 1.2))
        self.people.sign()
        self._ended({0, 3})

    def _ended(self, statuses: "set[int] | range") -> None:
        status = self.site.launcher.wait()
        assert "Traceback" not in self.site.said, self.site.said
        assert status in statuses, self.site.said


def _settled(site: SyncSite) -> None:
    """Pass until there is nothing to do; articles that wait don't, once the state is gone."""
    site.order()
    (site.folder / ".i18n" / "state.json").unlink(missing_ok=True)
    for _ in range(4):
        status, said = site.sync("--prune")
        if "Nothing to do" in said:
            return
        assert status == 0, said
    raise AssertionError(said)


def test_the_end_is_as_if_nothing_had_happened(
    tmp_path: Path, made: tuple[SyncSite, SmallDisk | None]
) -> None:
    """Posts and catalogues are those of one clean pass; only what was in flight was paid for twice."""
    site, disk = made
    chance = random.Random(SEED)  # noqa: S311 - events
    people = People(site, chance)
    for _ in range(5):
        people.begin()
    fate = Fate(people, disk)
    for number in range(PASSES):
        people.do_something()
        fate.strike()
        if number % 5 == 4:
            _settled(site)
            people.change_a_post()
            while not people.taken_over():
                fate.strike()
    _settled(site)
    clean = SyncSite(tmp_path / "clean", site.launcher)
    for name, sentences in people.articles.items():
        clean.write(name, *sentences)
    _settled(clean)
    for name, sentences in people.articles.items():
        if target := people.signed.get(sentences[0]):
            clean.review(name, sentences[0], target)
    _settled(clean)
    assert site.translations() == clean.translations()
    assert sum(times - 1 for times in site.answered.values()) <= fate.lost
    assert not [path for path in site.files() if path.name.startswith(".i18n-")]
    assert len(fate.ends) > 1
