"""`translate check`: what the checks find in the catalogues."""

import sys
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from i18n_pipeline import __version__
from i18n_pipeline.cli import output
from i18n_pipeline.cli.fixing import fixed
from i18n_pipeline.cli.located import located
from i18n_pipeline.cli.options import FailOn, FailOnSeverity, Format, Paths, ReportFile, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Run, Work, work
from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats import github
from i18n_pipeline.formats.sarif import sarif
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.report import RunReport
from i18n_pipeline.stages.elsewhere import elsewhere


class CheckFormat(StrEnum):
    """How the findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


Printed = Annotated[CheckFormat, typer.Option("--format", help="How the findings are printed.")]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend what is certain (spaces, Dutch quotes) in the PO files.")
]
Reviewed = Annotated[bool, typer.Option("--reviewed", help="With --fix: in reviewed texts, too.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="With --fix: show the changes, write nothing.")]


def command(
    paths: Paths = None,
    target: TargetName = "",
    fail_on: FailOnSeverity = FailOn.ERROR,
    output_format: Printed = CheckFormat.TEXT,
    report: ReportFile = None,
    fix: Fix = False,
    reviewed: Reviewed = False,
    dry_run: DryRun = False,
) -> None:
    """Check the translations in the PO files; writes nothing but with --fix."""
    if (reviewed or dry_run) and not fix:
        raise UsageError("--reviewed and --dry-run belong to --fix.", mending="Add it, or leave them out.")
    project = Project.here()
    problems = fixed(project, paths or [], target, reviewed=reviewed, dry=dry_run) if fix else []
    works = [_with_others(each) for each in work(project, paths or [], target)]
    result = Run(project, works, quiet=True).look()
    result = replace(result, articles=[*problems, *result.articles])
    found = located(result, works, project.site())
    if output_format is CheckFormat.SARIF:
        sys.stdout.write(sarif(found, __version__) + "\n")
    elif output_format is CheckFormat.GITHUB:
        sys.stdout.writelines(f"{line}\n" for line in github.commands(found))
    form = Format.JSON if output_format is CheckFormat.JSON else Format.TEXT
    show = _show if output_format is CheckFormat.TEXT else _nothing
    output.finish(result, "check", fail_on, form, report, show)


def _with_others(each: Work) -> Work:
    """The work with what its articles have for the same sources, for the check of consistency."""
    checks = replace(each.language.checks, elsewhere=elsewhere(each.analysed))
    return replace(each, language=replace(each.language, checks=checks))


def _show(report: RunReport, screen: Console) -> None:
    for text in (*output.problems(report.articles), *output.findings(report.articles, Severity.INFO)):
        screen.print(text, markup=False)
    count = sum(len(article.findings) for article in report.articles)
    screen.print(f"{count} findings in {len(report.articles)} articles.", markup=False)


def _nothing(_report: RunReport, _screen: Console) -> None:
    """What other formats print beside the findings."""
