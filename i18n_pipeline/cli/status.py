"""`translate status`: how far each article's translation is."""

from rich.console import Console

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import FailOn, Format, OutputFormat, Paths, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.model.report import RunReport

_COLUMNS = (
    ("segments", "segments"),
    ("untranslated", "failed"),
    ("machine", "machine"),
    ("outdated", "outdated"),
    ("reviewed", "reviewed"),
    ("words left", "words_left"),
    ("findings", "findings"),
    ("post", "post"),
)


def command(paths: Paths = None, target: TargetName = "", output_format: OutputFormat = Format.TEXT) -> None:
    """Say how far each article is: segments by state, words left to review, findings."""
    project = Project.here()
    result = Run(project, work(project, paths or [], target), quiet=True).look()
    output.finish(result, "status", FailOn.NEVER, output_format, None, _show)


def _show(report: RunReport, screen: Console) -> None:
    screen.print(output.table(report.articles, _COLUMNS))
    for text in output.problems(report.articles):
        screen.print(text, markup=False)
