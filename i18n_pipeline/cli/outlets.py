"""Where a run's outcome goes beside the screen: a page, metrics, a webhook, the history of progress."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Never

import typer
from rich.console import Console

from i18n_pipeline.cli import logs, output
from i18n_pipeline.cli.options import FailOn
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.watching import RunFormat, billed, look, or_warn
from i18n_pipeline.errors import LockHeld, PipelineError
from i18n_pipeline.model.progress import Billed, snapshots
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage import files, history
from i18n_pipeline.sync.clock import MACHINE

if TYPE_CHECKING:
    from i18n_pipeline.sync.http import Health
    from i18n_pipeline.sync.webhook import Webhook


@dataclass(frozen=True, slots=True)
class Outlets:
    """What a run was asked to tell, and where; made before it, so that a wrong address is no late surprise.

    `project` is None as long as its settings can't be read. `before` is how far the articles were then,
    for the text of a pull request. `health` serves the metrics of a process that stays.
    """

    project: Project | None
    command: str
    report: Path | None = None
    metrics: Path | None = None
    webhook: "Webhook | None" = None
    before: Sequence[ArticleReport] = ()
    health: "Health | None" = None

    def site(self) -> Sequence[ArticleReport] | None:
        """How far all articles are, where somebody wants to know; reads all of them."""
        page = self.report is not None and self.report.suffix == ".html"
        wanted = page or self.metrics or self.health
        return look(self.project) if self.project and wanted else None

    def tell(self, report: RunReport, exit_status: int, site: Sequence[ArticleReport] | None) -> None:
        """Tell all of them how a run went that has just ended.

        `site` is how far all articles are, if that is known. History, metrics or webhook that fail are
        warnings, for the run is over. Raises ArticleError for a report's file.
        """
        now = (self.project.clock if self.project else MACHINE).now()
        at = now.isoformat("T", "seconds")
        if self.project and site is not None:
            past, there = self.project.settings.root / history.HISTORY_FILE, RunReport(site)
            or_warn(lambda: history.append(past, snapshots(there, at)))
        if self.metrics or self.health:
            self._measure(report, now.timestamp(), exit_status, site or ())
        if (webhook := self.webhook) is not None:
            or_warn(lambda: webhook.post(output.as_json(report, self.command, exit_status).encode()))
        if self.report:
            text = self._text(self.report.suffix, report, exit_status, at)
            files.write(self.report, text.encode("utf-8", "replace"))

    def _measure(
        self, report: RunReport, finished: float, exit_status: int, site: Sequence[ArticleReport]
    ) -> None:
        from i18n_pipeline.sync.metrics import metrics  # noqa: PLC0415 - it takes long to load

        costs = self._costs()
        measured = metrics(report, finished=finished, exit_status=exit_status, site=site, costs=costs)
        if (file := self.metrics) is not None:
            or_warn(lambda: files.write(file, measured))
        if self.health:
            self.health.passed(exit_status, measured)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell of an error that ends a run before it has a report; the error goes on from here.

        That another run holds the lock is no news.
        """
        try:
            yield
        except LockHeld:
            raise
        except PipelineError as error:
            self._tell_of(error)
            raise
        except Exception as bug:
            self._tell_of(PipelineError(f"The run broke off by a bug: {bug!r}."))
            raise

    def _tell_of(self, error: PipelineError) -> None:
        site = None
        with suppress(PipelineError):
            site = self.site()
        or_warn(lambda: self.tell(RunReport(stopped=error), error.exit_status, site))

    def finish(
        self,
        report: RunReport,
        fail_on: FailOn,
        form: RunFormat,
        show: Callable[[RunReport, Console], None],
        site: Sequence[ArticleReport] | None,
    ) -> Never:
        """Print a report (as text by `show`), tell it, whether it could be printed or not, and exit by it."""
        status = report.exit_status(fail_on.severity)
        try:
            if form is RunFormat.TEXT:
                show(report, output.console())
            elif form is RunFormat.MARKDOWN:
                sys.stdout.write(self.markdown(report))
            else:
                sys.stdout.write(output.as_json(report, self.command, status) + "\n")
        finally:
            logs.run_done(report, self.command, status)
            self.tell(report, status, site)
        raise typer.Exit(status)

    def needs_before(self, form: RunFormat) -> bool:
        """Whether a pull request's text is asked for, which says how far the articles were."""
        return form is RunFormat.MARKDOWN or (self.report is not None and self.report.suffix == ".md")

    def markdown(self, report: RunReport) -> str:
        """The text of a pull request."""
        from i18n_pipeline.formats.report_markdown import pull_request  # noqa: PLC0415 - few runs need it

        return pull_request(report, self.before, self._costs())

    def _costs(self) -> list[Billed]:
        """What was paid so far; nothing where the ledger can't say, which the run has told."""
        with suppress(PipelineError):
            return billed(self.project) if self.project else []
        return []

    def _text(self, suffix: str, report: RunReport, exit_status: int, at: str) -> str:
        if suffix == ".md":
            return self.markdown(report)
        if suffix != ".html":
            return output.as_json(report, self.command, exit_status) + "\n"
        from i18n_pipeline.formats import report_html  # noqa: PLC0415 - few runs need it

        past = history.read(self.project.settings.root / history.HISTORY_FILE) if self.project else []
        return report_html.page(report, at=at, exit_status=exit_status, history=past, costs=self._costs())
