"""`translate memory rebuild`: the memory made anew from PO and TMX files."""

import json
import sys

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.memory.feed import Fed, feed, tell
from i18n_pipeline.cli.options import Format, OutputFormat
from i18n_pipeline.cli.project import Project
from i18n_pipeline.storage.lock import run_lock


def command(output_format: OutputFormat = Format.TEXT) -> None:
    """Make the memory anew from the PO files and the TMX files in memory/."""
    project = Project.here()
    with run_lock(project.settings.root):
        memory = project.memory()
        memory.delete()
        fed = feed(project, memory)
        memory.close()
    if output_format is Format.JSON:
        _as_json(fed)
    else:
        tell(fed)
        output.console().print(f"{fed.units:,} units from {fed.files - len(fed.problems):,} files.")
    raise typer.Exit(3 if fed.problems else 0)


def _as_json(fed: Fed) -> None:
    content = {
        "schema": output.SCHEMA,
        "command": "memory rebuild",
        "files": fed.files - len(fed.problems),
        "units": fed.units,
        "problems": [str(problem) for problem in fed.problems],
    }
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
