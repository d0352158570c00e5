"""`translate run`: translate what is new or changed, write catalogues and posts."""

from contextlib import nullcontext
from dataclasses import replace
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.bill import bill
from i18n_pipeline.cli.logs import LogFormat, LogOption, configure
from i18n_pipeline.cli.memory.feed import feed, tell
from i18n_pipeline.cli.options import (
    BackendName,
    FailOn,
    FailOnSeverity,
    Paths,
    TargetName,
)
from i18n_pipeline.cli.outlets import Outlets
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.source_titles import SourceTitles
from i18n_pipeline.cli.summary import summarise
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.watching import (
    MetricsFile,
    RunFormat,
    RunFormatOption,
    RunReportFile,
    WebhookUrl,
    webhook_of,
)
from i18n_pipeline.cli.work import Run, Written, work
from i18n_pipeline.errors import QuotaExceeded
from i18n_pipeline.storage.lock import run_lock

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Send nothing and write nothing; say what a run would send.")
]
Jobs = Annotated[int, typer.Option("--jobs", min=0, help="Requests at once; 0: as many as the engine takes.")]
Force = Annotated[bool, typer.Option("--force", help="Ask again for what no person wrote.")]
MaxCharacters = Annotated[
    int, typer.Option("--max-characters", min=0, help="Send at most so many characters; 0: no limit.")
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Put posts and PO files of deleted articles into the attic.")
]
WriteSource = Annotated[
    bool,
    typer.Option("--write-source", help="Write reviewed titles into articles with an empty `english_title`."),
]


def command(
    paths: Paths = None,
    backend: BackendName = "",
    target: TargetName = "",
    dry_run: DryRun = False,
    jobs: Jobs = 0,
    force: Force = False,
    fail_on: FailOnSeverity = FailOn.NEVER,
    output_format: RunFormatOption = RunFormat.TEXT,
    report: RunReportFile = None,
    metrics: MetricsFile = None,
    webhook: WebhookUrl = "",
    log_format: LogOption = LogFormat.TEXT,
    max_characters: MaxCharacters = 0,
    prune: Prune = False,
    write_source: WriteSource = False,
) -> None:
    """Translate what is new or changed and write catalogues and posts."""
    configure(log_format)
    text = output_format is RunFormat.TEXT
    outlets = Outlets(None, "run", report, metrics, webhook_of(webhook))
    with outlets.told() if not dry_run else nullcontext():
        project = Project.here()
    outlets = replace(outlets, project=project)
    with (
        outlets.told() if not dry_run else nullcontext(),
        run_lock(project.settings.root) if not dry_run else nullcontext(),
        Engine(project, backend) as engine,
    ):
        if not dry_run:
            tell(feed(project, engine.memory))
        works = work(project, paths or [], target, force=force, prune=prune and not dry_run)
        titles = SourceTitles.of(project, force=force)
        if write_source and not dry_run:
            works = titles.fill(works)
        asked = planned(project, works, engine, force=force)
        counted = bill(project, asked, ask_engine=not dry_run)
        if text:
            output.console().print(f"{titles}{counted}", markup=False)
        if dry_run:
            return
        if outlets.needs_before(output_format):
            outlets = replace(outlets, before=Run(project, works, quiet=True).look().articles)
        paid = bool(engine.made and engine.made.capabilities.paid)
        limit = project.limit(paid=paid, asked=max_characters)
        written = Written.by(project, asked.works)
        result = asked.over(written.files).carried_out(concurrency=jobs, limit=limit, quiet=not text)
        written.settle(result.articles)
        result = titles.told(result)
        if isinstance(result.stopped, QuotaExceeded):
            left = planned(project, work(project, paths or [], target), engine)
            result = replace(result, left=str(bill(project, left, ask_engine=False)))
    site = outlets.site() if paths or target else result.articles
    outlets.finish(result, fail_on, output_format, summarise, site)
