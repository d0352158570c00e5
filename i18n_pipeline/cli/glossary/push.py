"""`translate glossary push`: the terms to DeepL, as a run would send them."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format, OutputFormat, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.config import Target
from i18n_pipeline.model.engine import Batch
from i18n_pipeline.storage.lock import run_lock

if TYPE_CHECKING:
    from i18n_pipeline.backends.deepl.glossary import Push

DryRun = Annotated[bool, typer.Option("--dry-run", help="Change nothing at DeepL; say what would be done.")]


def command(
    target: TargetName = "", dry_run: DryRun = False, output_format: OutputFormat = Format.TEXT
) -> None:
    """Bring DeepL's glossary into step with the project's terms; a run does the same by itself."""
    from i18n_pipeline.backends.deepl import from_table  # noqa: PLC0415 - only this command needs it

    project = Project.here()
    backend = from_table(project.settings.backend.tables.get("deepl", {}), os.environ)
    with nullcontext() if dry_run else run_lock(project.settings.root), closing(backend):
        pushed = {
            wanted.name: backend.push(_terms(project, wanted), dry_run=dry_run)
            for wanted in project.targets(target)
        }
    if output_format is Format.JSON:
        sys.stdout.write(_as_json(pushed, dry_run=dry_run))
        return
    screen = output.console()
    for line in _lines(pushed, dry_run=dry_run):
        screen.print(line, markup=False)


def _terms(project: Project, target: Target) -> Batch:
    """A batch without texts, with every preferred term."""
    terms = project.language(target).checks.glossary.decided()
    return Batch((), project.settings.source_language, target.language, glossary=terms)


def _lines(pushed: Mapping[str, "Push"], *, dry_run: bool) -> Iterator[str]:
    would = "would be " if dry_run else ""
    for name, push in pushed.items():
        done = "no terms" if push.change == "none" else f"{would}{push.change}, {push.terms} terms"
        yield f"{name}: dictionary {push.pair}: {done}."
        for source, why in push.left_out.items():
            yield f"{name}: left out {source!r}: {why}."


def _as_json(pushed: Mapping[str, "Push"], *, dry_run: bool) -> str:
    targets = [
        {
            "target": name,
            "pair": push.pair,
            "change": push.change,
            "terms": push.terms,
            "left_out": [{"source": source, "why": why} for source, why in push.left_out.items()],
        }
        for name, push in pushed.items()
    ]
    content = {
        "schema": output.SCHEMA,
        "command": "glossary push",
        "dry_run": dry_run,
        "targets": targets,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
