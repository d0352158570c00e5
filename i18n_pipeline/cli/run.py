"""`translate run`: translate what is new or changed, write catalogues and posts."""

from contextlib import nullcontext
from dataclasses import replace
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.bill import bill
from i18n_pipeline.cli.options import (
    BackendName,
    FailOn,
    FailOnSeverity,
    Format,
    OutputFormat,
    Paths,
    ReportFile,
    TargetName,
)
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.summary import summarise
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.work import work
from i18n_pipeline.errors import QuotaExceeded
from i18n_pipeline.storage.lock import run_lock

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Send nothing and write nothing; say what a run would send.")
]
Jobs = Annotated[int, typer.Option("--jobs", min=0, help="Requests at once; 0: as many as the engine takes.")]
Force = Annotated[bool, typer.Option("--force", help="Ask again for what no person reviewed.")]
MaxCharacters = Annotated[
    int, typer.Option("--max-characters", min=0, help="Send at most so many characters; 0: no limit.")
]


def command(
    paths: Paths = None,
    backend: BackendName = "",
    target: TargetName = "",
    dry_run: DryRun = False,
    jobs: Jobs = 0,
    force: Force = False,
    fail_on: FailOnSeverity = FailOn.NEVER,
    output_format: OutputFormat = Format.TEXT,
    report: ReportFile = None,
    max_characters: MaxCharacters = 0,
) -> None:
    """Translate what is new or changed and write catalogues and posts."""
    project = Project.here()
    text = output_format is Format.TEXT
    with (
        run_lock(project.settings.root) if not dry_run else nullcontext(),
        Engine(project, backend) as engine,
    ):
        asked = planned(project, work(project, paths or [], target, force=force), engine, force=force)
        counted = bill(project, asked, ask_engine=not dry_run)
        if text:
            output.console().print(str(counted), markup=False)
        if dry_run:
            return
        paid = bool(engine.made and engine.made.capabilities.paid)
        limit = project.limit(paid=paid, asked=max_characters)
        result = asked.carried_out(concurrency=jobs, limit=limit, quiet=not text)
        if isinstance(result.stopped, QuotaExceeded):
            left = planned(project, work(project, paths or [], target), engine)
            result = replace(result, left=str(bill(project, left, ask_engine=False)))
    output.finish(result, "run", fail_on, output_format, report, summarise)
