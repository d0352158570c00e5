"""A pass as it was asked for, from the lock to what tells of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Never

from rich.console import Console

from i18n_pipeline.cli.deleted import some_article
from i18n_pipeline.cli.options import FailOn
from i18n_pipeline.cli.outlets import Outlets
from i18n_pipeline.cli.project import Project, refused
from i18n_pipeline.cli.summary import summarise
from i18n_pipeline.cli.sync_look import looked_at
from i18n_pipeline.cli.sync_memory import feed_due
from i18n_pipeline.cli.sync_pass import Pass
from i18n_pipeline.cli.sync_seal import Seal
from i18n_pipeline.cli.translation import Engine
from i18n_pipeline.cli.under_git import UnderGit
from i18n_pipeline.cli.watching import RunFormat, look
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage import state
from i18n_pipeline.storage.lock import run_lock
from i18n_pipeline.sync import quick
from i18n_pipeline.sync.clock import MACHINE, Clock
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.sweep import sweep
from i18n_pipeline.sync.watched import Watched

if TYPE_CHECKING:
    from i18n_pipeline.sync.http import Health
    from i18n_pipeline.sync.webhook import Webhook


@dataclass(frozen=True, slots=True)
class SyncPass:
    """A pass as it was asked for; `once` does one, and may be called again and again.

    `found` is what a look before it found. `project` is as it was before the first pass of a process that
    stays: what tells of a pass works also when its settings can't be read any more.
    """

    backend: str
    target: str
    prune: bool
    wait: float
    output_format: RunFormat = RunFormat.TEXT
    report: Path | None = None
    metrics: Path | None = None
    webhook: "Webhook | None" = None
    under_git: UnderGit = field(default_factory=UnderGit)
    health: "Health | None" = None
    found: quick.Look | None = None
    project: Project | None = None
    clock: Clock = MACHINE

    def once(self) -> Never:
        """Do the pass and tell of it; ends with typer.Exit."""
        outlets = Outlets(self.project, "sync", self.report, self.metrics, self.webhook, health=self.health)
        with outlets.told():
            project = Project.here(self.clock)
        outlets = replace(outlets, project=project)
        with (
            outlets.told(),
            run_lock(project.settings.root, wait=self.wait) as killed,
            self.under_git.around(project) as committed,
        ):
            project = Project.here(self.clock)  # its settings may have been pulled
            outlets = replace(outlets, project=project)
            if killed:
                sweep(project.settings)
            if outlets.needs_before(self.output_format):
                outlets = replace(outlets, before=look(project))
            quiet = self.output_format is not RunFormat.TEXT
            seal = Seal(project, (self.backend, self.target), self.found)
            result, articles = one_pass(project, seal, prune=self.prune, quiet=quiet)
            result = committed(result)
            site = outlets.site()
        outlets.finish(result, FailOn.NEVER, self.output_format, shown(articles), site)


def one_pass(project: Project, seal: Seal, *, prune: bool, quiet: bool) -> tuple[RunReport, int]:
    """What a pass did, and how many articles there are; only for who holds the project's lock."""
    root = project.settings.root
    backend, target = seal.asked
    with Engine(project, backend) as engine:
        known, found, signatures = state.load(root), project.found([]), seal.signatures()
        if prune:
            some_article(project, found)
        looked = [
            looked_at(project, each, found, signatures, known, engine) for each in project.targets(target)
        ]
        told = [each for one in looked for each in (*refused(found, one.target), *one.waiting)]
        result = RunReport()
        if busy := [each for each in looked if each.due or each.orphans]:
            feed_due(project, engine.memory, busy)
            journal = Journal(root)
            guarded = Watched(root, journal, {job.post for each in busy for job in each.due})
            result = Pass(project, engine, known, journal, guarded, prune, quiet).carried_out(busy)
    result = replace(result, articles=[*result.articles, *told])
    return _kept(project, known, result, seal, len(found)), len(found)


def _kept(project: Project, known: state.State, result: RunReport, seal: Seal, articles: int) -> RunReport:
    """Keep what the next pass wants to know; where the disk refuses, that is one more report."""
    try:
        state.save(project.settings.root, known)
        if articles and not (result.articles or result.interrupted or result.stopped):
            seal.keep(articles)
    except PipelineError as error:
        return replace(
            result, articles=[*result.articles, ArticleReport(state.STATE_FILE, "", problem=error)]
        )
    return result


def shown(articles: int) -> Callable[[RunReport, Console], None]:
    """What prints a pass's report."""

    def show(report: RunReport, screen: Console) -> None:
        if report.articles or report.interrupted or report.stopped:
            summarise(report, screen)
        else:
            screen.print(quick.message(articles), end="", markup=False)

    return show
