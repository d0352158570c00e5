"""`translate glossary check`: what is wrong with the glossary's own rows."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.glossary.articles import articles
from i18n_pipeline.cli.glossary.files import GlossaryFile, glossaries
from i18n_pipeline.cli.options import FailOn, FailOnSeverity, Format, OutputFormat, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.stages import glossary_check, glossary_use

Unused = Annotated[bool, typer.Option("--unused", help="List the terms that stand in no article, too.")]
Notes = Annotated[bool, typer.Option("--notes", help="List what is no fault but worth a look, too.")]


@dataclass(frozen=True, slots=True)
class Checked:
    """A glossary file: its rows, what was found in them, which articles could not be read."""

    path: str
    target: str
    rows: int
    findings: Sequence[Finding]
    problems: Sequence[PipelineError] = ()


def command(
    target: TargetName = "",
    unused: Unused = False,
    notes: Notes = False,
    fail_on: FailOnSeverity = FailOn.ERROR,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Check the glossary's own rows; writes nothing."""
    project = Project.here()
    checked = [_checked(project, file, with_use=unused) for file in glossaries(project, target)]
    status = _status(checked, fail_on.severity)
    if output_format is Format.JSON:
        sys.stdout.write(_as_json(checked, status))
    else:
        screen = output.console()
        for each in checked:
            for line in _lines(each, with_notes=notes):
                screen.print(line, markup=False)
    raise typer.Exit(status)


def _checked(project: Project, file: GlossaryFile, *, with_use: bool) -> Checked:
    language = project.settings.source_language
    table, lemmatise = file.table(), lemmatiser(language)
    found = glossary_check.findings(table, lemmatise)
    rows = len(table.rows) + len(table.refused)
    if not with_use:
        return Checked(file.path, file.target.name, rows, found)
    read = articles(project, file.target, ())
    found += glossary_use.unused(table.rows, read.documents, lemmatise, vocabulary(language))
    return Checked(file.path, file.target.name, rows, found, read.problems)


def _status(checked: Sequence[Checked], threshold: Severity | None) -> int:
    if any(each.problems for each in checked):
        return 3
    found = [finding.severity for each in checked for finding in each.findings]
    return 1 if threshold is not None and any(severity >= threshold for severity in found) else 0


def _lines(checked: Checked, *, with_notes: bool) -> Iterator[str]:
    yield from (f"not read: {problem}" for problem in checked.problems)
    for finding in checked.findings:
        if with_notes or finding.severity > Severity.INFO or finding.code == glossary_use.UNUSED:
            yield output.told(checked.path, finding)
    counts = (
        f"{_count(checked, level)} {level.name.lower()}s" for level in (Severity.ERROR, Severity.WARNING)
    )
    unused = sum(finding.code == glossary_use.UNUSED for finding in checked.findings)
    notes = _count(checked, Severity.INFO) - unused
    tail = f" {unused} terms stand in no article." if unused else ""
    yield f"{checked.path}: {checked.rows:,} rows, {', '.join(counts)}, {notes} notes.{tail}"


def _count(checked: Checked, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in checked.findings)


def _as_json(checked: Sequence[Checked], status: int) -> str:
    content = {
        "schema": output.SCHEMA,
        "command": "glossary check",
        "exit_status": status,
        "glossaries": [
            {
                "glossary": each.path,
                "target": each.target,
                "rows": each.rows,
                "problems": [str(problem) for problem in each.problems],
                "findings": [output.finding_as_json(finding) for finding in each.findings],
            }
            for each in checked
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
