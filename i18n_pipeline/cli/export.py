"""`translate export`: articles for translation tools."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format, OutputFormat, Paths, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Work, work
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.formats import xliff
from i18n_pipeline.stages.article import Analysed, Refused
from i18n_pipeline.stages.dispatch import Answers
from i18n_pipeline.stages.finish import make
from i18n_pipeline.stages.xliff_export import Only, exported
from i18n_pipeline.storage import files

Xliff = Annotated[Path, typer.Option("--xliff", help="The XLIFF 2.1 file to write.")]
Chosen = Annotated[Only, typer.Option("--only", help="Which texts go out.")]


@dataclass(frozen=True, slots=True)
class _Result:
    """What went out, and what could not."""

    path: Path
    target: str
    files: Sequence[xliff.File]
    problems: Sequence[PipelineError]


def command(
    file: Xliff,
    paths: Paths = None,
    target: TargetName = "",
    only: Chosen = Only.ALL,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Write articles with their translations as XLIFF; `translate import` takes the file back."""
    project = Project.here()
    if len(wanted := project.targets(target)) > 1:
        names = ", ".join(each.name for each in wanted)
        raise UsageError("an XLIFF file has one target language.", mending=f"Say --target: {names}.")
    (each,) = work(project, paths or [], target)
    result = _Result(file, each.language.target, _files(each, only), _problems(each))
    if result.files:
        data = xliff.write(
            result.files, source_language=each.language.source, target_language=each.language.target
        )
        files.write(file, data)
    (_as_json if output_format is Format.JSON else _as_text)(result)
    raise typer.Exit(3 if result.problems else 0)


def _files(each: Work, only: Only) -> list[xliff.File]:
    made = (_file(article, each, only) for article in each.analysed)
    return [file for file in made if file.units]


def _file(article: Analysed, each: Work, only: Only) -> xliff.File:
    catalogue = make(article, Answers(), each.language, today="").catalogue
    glossary = each.language.checks.glossary
    return exported(article.job.article, article.document, catalogue, glossary, only)


def _problems(each: Work) -> list[PipelineError]:
    unread = [article.problem for article in each.found if isinstance(article, Refused)]
    return [*unread, *(report.problem for report in each.refused if report.problem)]


def _as_text(result: _Result) -> None:
    screen = output.console()
    for problem in result.problems:
        screen.print(f"not done: {problem}", markup=False)
    units = sum(len(file.units) for file in result.files)
    if units:
        screen.print(f"{result.path}: {units:,} texts of {len(result.files):,} articles.", markup=False)
    else:
        screen.print("Nothing is to go out; no file was written.")


def _as_json(result: _Result) -> None:
    content = {
        "schema": output.SCHEMA,
        "command": "export",
        "file": str(result.path) if result.files else None,
        "target": result.target,
        "articles": [{"article": file.original, "units": len(file.units)} for file in result.files],
        "problems": [str(problem) for problem in result.problems],
    }
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
