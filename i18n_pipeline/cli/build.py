"""`translate build`: posts from the catalogues, no engine."""

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import (
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
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.storage.lock import run_lock


def command(
    paths: Paths = None,
    target: TargetName = "",
    fail_on: FailOnSeverity = FailOn.NEVER,
    output_format: OutputFormat = Format.TEXT,
    report: ReportFile = None,
) -> None:
    """Write posts from what the PO files hold; no engine is asked."""
    project = Project.here()
    with run_lock(project.settings.root):
        run = Run(project, work(project, paths or [], target), quiet=output_format is not Format.TEXT)
        result = run.build()
    output.finish(result, "build", fail_on, output_format, report, summarise)
