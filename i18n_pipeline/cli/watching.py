"""Where a run's outcome goes beside the screen: a page, metrics, a webhook, the history of progress."""

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Never

import typer
from rich.console import Console

from i18n_pipeline.cli import logs, output
from i18n_pipeline.cli.options import FailOn
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.errors import LockHeld, PipelineError
from i18n_pipeline.formats import report_html
from i18n_pipeline.formats.report_markdown import pull_request
from i18n_pipeline.model.progress import Billed, snapshots
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage import files, history
from i18n_pipeline.sync.http import Health
from i18n_pipeline.sync.metrics import metrics

if TYPE_CHECKING:
    from i18n_pipeline.sync.webhook import Webhook


class RunFormat(StrEnum):
    """How a run's report is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


RunFormatOption = Annotated[
    RunFormat, typer.Option("--format", help="How the report is printed; markdown: for a pull request.")
]
RunReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report", help="Write the report to this file, too (.html, .md; else JSON).", show_default=False
    ),
]
MetricsFile = Annotated[
    Path | None,
    typer.Option("--metrics", help="Write metrics for Prometheus to this file.", show_default=False),
]
WebhookUrl = Annotated[
    str, typer.Option("--webhook", help="Send the report as JSON to this address.", envvar="I18N_WEBHOOK_URL")
]


@dataclass(frozen=True, slots=True)
class Outlets:
    """What a run was asked to tell, and where; made before it, so that a wrong address is no late surprise.

    `before` is how far the articles were then, for the text of a pull request. `health` serves the
    metrics of a process that stays.
    """

    project: Project
    command: str
    report: Path | None = None
    metrics: Path | None = None
    webhook: "Webhook | None" = None
    before: Sequence[ArticleReport] = ()
    health: Health | None = None

    def site(self) -> Sequence[ArticleReport] | None:
        """How far all articles are, where somebody wants to know; reads all of them."""
        page = self.report is not None and self.report.suffix == ".html"
        return look(self.project) if page or self.metrics or self.health else None

    def tell(self, report: RunReport, exit_status: int, site: Sequence[ArticleReport] | None) -> bytes:
        """Tell all of them how a run went that has just ended; gives the metrics.

        `site` is how far all articles are, if that is known. History, metrics or webhook that fail are
        warnings, for the run is over. Raises ArticleError for a report's file.
        """
        now = datetime.now(UTC)
        at = now.isoformat("T", "seconds")
        if site is not None:
            past, there = self.project.settings.root / history.HISTORY_FILE, RunReport(site)
            or_warn(lambda: history.append(past, snapshots(there, at)))
        costs = billed(self.project)
        measured = metrics(
            report, finished=now.timestamp(), exit_status=exit_status, site=site or (), costs=costs
        )
        if (file := self.metrics) is not None:
            or_warn(lambda: files.write(file, measured))
        if self.health:
            self.health.passed(exit_status, measured)
        if (webhook := self.webhook) is not None:
            or_warn(lambda: webhook.post(output.as_json(report, self.command, exit_status).encode()))
        if self.report:
            text = self._text(self.report.suffix, report, exit_status, at)
            files.write(self.report, text.encode("utf-8", "replace"))
        return measured

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
            site = None
            with suppress(PipelineError):
                site = self.site()
            self.tell(RunReport(stopped=error), error.exit_status, site)
            raise

    def finish(
        self,
        report: RunReport,
        fail_on: FailOn,
        form: RunFormat,
        show: Callable[[RunReport, Console], None],
        site: Sequence[ArticleReport] | None,
    ) -> Never:
        """Print a report (as text by `show`), tell it, and exit by it."""
        status = report.exit_status(fail_on.severity)
        if form is RunFormat.TEXT:
            show(report, output.console())
        else:
            markdown = form is RunFormat.MARKDOWN
            text = self.markdown(report) if markdown else output.as_json(report, self.command, status) + "\n"
            sys.stdout.write(text)
        logs.run_done(report, self.command, status)
        self.tell(report, status, site)
        raise typer.Exit(status)

    def needs_before(self, form: RunFormat) -> bool:
        """Whether a pull request's text is asked for, which says how far the articles were."""
        return form is RunFormat.MARKDOWN or (self.report is not None and self.report.suffix == ".md")

    def markdown(self, report: RunReport) -> str:
        """The text of a pull request."""
        return pull_request(report, self.before, billed(self.project))

    def _text(self, suffix: str, report: RunReport, exit_status: int, at: str) -> str:
        if suffix == ".md":
            return self.markdown(report)
        if suffix != ".html":
            return output.as_json(report, self.command, exit_status) + "\n"
        past = history.read(self.project.settings.root / history.HISTORY_FILE)
        return report_html.page(
            report, at=at, exit_status=exit_status, history=past, costs=billed(self.project)
        )


def webhook_of(url: str) -> "Webhook | None":
    """The webhook at this address, None without one; raises UsageError where it is none."""
    if not url:
        return None
    from i18n_pipeline.sync.webhook import SECRET, Webhook  # noqa: PLC0415 - it loads requests

    return Webhook(url, os.environ.get(SECRET, ""))


def look(project: Project) -> Sequence[ArticleReport]:
    """How far all articles are in all languages."""
    return Run(project, work(project, []), quiet=True).look().articles


def billed(project: Project) -> list[Billed]:
    """What was paid so far, by month and engine, at today's rates."""
    ledger, budget = project.ledger(), project.settings.budget
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for cost in ledger.costs():
        characters, tokens = sums.get((cost.month, cost.engine), (0, 0))
        sums[cost.month, cost.engine] = characters + cost.characters, tokens + cost.tokens
    ledger.close()
    rates = budget.price_per_million
    return [
        Billed(month, engine, *numbers, _price(numbers[0], rates.get(engine)), budget.currency)
        for (month, engine), numbers in sorted(sums.items())
    ]


def _price(characters: int, rate: float | None) -> float | None:
    return None if rate is None else characters * rate / 1e6


def or_warn(do: Callable[[], object]) -> None:
    """Do what the run doesn't depend on; what goes wrong is told, and that is all."""
    try:
        do()
    except PipelineError as error:
        if logs.as_json():
            logs.event("warning", str(error), logging.WARNING)
        else:
            Console(stderr=True, soft_wrap=True, highlight=False).print(f"translate: {error}", markup=False)
