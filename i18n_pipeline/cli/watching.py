"""Options for what a run tells beside the screen, and what the outlets need of a project."""

import logging
import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from i18n_pipeline.cli import logs
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.screen import errors
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.progress import Billed
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.sync.plain import WEBHOOK

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
    str, typer.Option("--webhook", help="Send the report as JSON to this address.", envvar=WEBHOOK)
]


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
            errors().print(f"translate: {error}", markup=False)
