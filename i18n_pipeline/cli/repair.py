"""`translate repair`: mojibake in the source articles, shown as a diff, mended on request."""

import difflib
import sys
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Paths
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats.encoding import decode, encode
from i18n_pipeline.stages.mend import mended
from i18n_pipeline.stages.segment import segment

Write = Annotated[bool, typer.Option("--write", help="Write the mended articles; without, only show them.")]


def command(paths: Paths = None, write: Write = False) -> None:
    """Show what is mojibake in the source articles, and mend it with --write."""
    project = Project.here()
    reading = project.language(project.settings.targets[0]).reading
    site, screen = project.site(), output.console()
    problems = changed = 0
    found = project.found(paths or [])
    for article in found:
        try:
            if article.problem:
                raise article.problem
            decoded = decode(site.read(article.path))
            text = mended(segment(decoded.text, reading))
        except PipelineError as error:
            problems += 1
            screen.print(f"not done: {error.at(article.path)}", markup=False)
            continue
        if text != decoded.text:
            changed += 1
            sys.stdout.write(_diff(decoded.text, text, article.path))
            if write:
                site.write(article.path, encode(text, decoded))
    screen.print(f"{changed} of {len(found)} articles {'were mended' if write else 'have mojibake'}.")
    raise typer.Exit(3 if problems else 0)


def _diff(old: str, new: str, path: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), path, f"{path} (mended)", n=0
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
