"""A project whose passes are done in this process, by simulated time."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import typer

from i18n_pipeline.cli.sync_once import SyncPass
from i18n_pipeline.cli.under_git import UnderGit
from i18n_pipeline.cli.watching import RunFormat
from i18n_pipeline.sync.http import Health
from tests.fakes import plugin_engine, quota_engine
from tests.functional.launched import Launcher
from tests.functional.soak_time import SimulatedTime
from tests.functional.sync_site import SyncSite

POISON = "cyaan"
"""It has letters that no sentence of `People` has."""
POISONED = "content/nl/poison.md"


class Nobody(Launcher):
    """Starts nothing."""

    def __init__(self) -> None:
        """There is no process."""


def install(packages: Path) -> None:
    """Make the quota engine's metadata in a folder that is to stand in the module path."""
    plugin_engine.install(packages)
    point = f"[i18n_pipeline.backends]\nquota = {quota_engine.__name__}:make\n"
    (packages / "plugin_engine-1.dist-info" / "entry_points.txt").write_text(point, encoding="utf-8")


class SoakSite(SyncSite):
    """A project with the quota engine."""

    def __init__(self, folder: Path, budget: int = 0) -> None:
        super().__init__(folder, Nobody())
        settings = self.folder / "i18n.toml"
        settings.write_text(settings.read_text(encoding="utf-8").replace("plugin", "quota"), encoding="utf-8")
        if budget:
            with settings.open("a", encoding="utf-8") as file:
                file.write(f"\n[budget]\nper_month = {budget}\n")

    @property
    def orders(self) -> dict[str, Any]:
        """What the engine was told."""
        orders: dict[str, Any] = json.loads((self.beside / "orders.json").read_text(encoding="utf-8"))
        return orders

    @property
    def refused(self) -> int:
        """How many texts the engine refused."""
        path = self.beside / "refused.txt"
        return len(path.read_text(encoding="utf-8").splitlines()) if path.exists() else 0

    def kept(self) -> dict[str, int]:
        """Sizes of the files that passes leave for each other."""
        return {
            path.name: path.stat().st_size for path in (self.folder / ".i18n").iterdir() if path.is_file()
        }

    def rows(self, table: str) -> int:
        """How many rows the ledger has in a table."""
        path = self.folder / ".i18n" / "ledger.sqlite3"
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


@dataclass(frozen=True)
class Done:
    """A pass: when it began and ended (true time), and what became of it.

    `shown` is its end by the clock, `told` has the problem of each article in the report, `refused` how
    many texts the engine refused, `orders` what the engine was told, `wrote` whether anything changed
    below content/ and po/, `kept` the sizes of the files in the hidden folder, `articles` how many there
    are, `billed` the characters that the engine answered so far.
    """

    began: datetime
    ended: datetime
    shown: datetime
    status: int
    told: dict[str, str | None]
    refused: int
    orders: dict[str, Any]
    wrote: bool
    kept: dict[str, int]
    articles: int
    billed: int

    @property
    def problems(self) -> dict[str, str]:
        """Articles with problems."""
        return {article: problem for article, problem in self.told.items() if problem}


@dataclass
class Passes:
    """`translate sync --prune --format json`, pass after pass; `said` gives what was printed."""

    site: SoakSite
    time: SimulatedTime
    said: Callable[[], str]
    health: Health | None = None
    long: timedelta = timedelta(seconds=40)
    done: list[Done] = field(default_factory=list)
    at_work: bool = False

    def once(self) -> None:
        """One pass, which takes `long`; ends with typer.Exit."""
        assert not self.at_work
        self.at_work, began = True, self.time.true
        self.time.go(self.long)
        before, refused = self.site.times(), self.site.refused
        try:
            SyncPass(
                "",
                "",
                prune=True,
                wait=0.0,
                output_format=RunFormat.JSON,
                report=None,
                metrics=None,
                webhook=None,
                under_git=UnderGit(),
                health=self.health,
                clock=self.time.clock,
            ).once()
        except typer.Exit as ended:
            told = {each["article"]: each["problem"] for each in json.loads(self.said())["articles"]}
            self.done.append(
                Done(
                    began,
                    self.time.true,
                    self.time.shown(),
                    ended.exit_code,
                    told,
                    self.site.refused - refused,
                    self.site.orders,
                    self.site.times() != before,
                    self.site.kept(),
                    len(list(self.site.articles.iterdir())),
                    quota_engine.QuotaEngine(self.site.beside).answered(),
                )
            )
            raise
        finally:
            self.at_work = False
