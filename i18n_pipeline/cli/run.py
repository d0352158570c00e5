"""`translate run`: translate what is new or changed, write catalogues and posts."""

from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.estimate import capabilities_of, line
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
from i18n_pipeline.cli.work import Run, counted, work
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
    engine = backend or project.settings.backend.name
    screen = output.console()
    if dry_run:
        estimate = counted(work(project, paths or [], target, force=force), capabilities_of(project, engine))
        screen.print(line(estimate, engine))
        return
    with run_lock(project.settings.root):
        works = work(project, paths or [], target, force=force)
        can = capabilities_of(project, engine)
        estimate = counted(works, can)
        text = output_format is Format.TEXT
        if text:
            screen.print(line(estimate, engine))
        result = Run(project, works, quiet=not text).translate(
            engine,
            concurrency=jobs,
            limit=project.limit(paid=can.paid, asked=max_characters),
            texts=estimate.texts,
            force=force,
        )
    output.finish(result, "run", fail_on, output_format, report, summarise)
