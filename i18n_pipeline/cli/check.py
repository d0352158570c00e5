"""`translate check`: what the checks find in the catalogues."""

from rich.console import Console

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
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.report import RunReport


def command(
    paths: Paths = None,
    target: TargetName = "",
    fail_on: FailOnSeverity = FailOn.ERROR,
    output_format: OutputFormat = Format.TEXT,
    report: ReportFile = None,
) -> None:
    """Check the translations in the PO files; writes nothing."""
    project = Project.here()
    result = Run(project, work(project, paths or [], target), quiet=True).look()
    output.finish(result, "check", fail_on, output_format, report, _show)


def _show(report: RunReport, screen: Console) -> None:
    for text in (*output.problems(report.articles), *output.findings(report.articles, Severity.INFO)):
        screen.print(text, markup=False)
    count = sum(len(article.findings) for article in report.articles)
    screen.print(f"{count} findings in {len(report.articles)} articles.", markup=False)
