"""`translate glossary export`: the project's glossary for other tools."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.cli.glossary.files import glossary
from i18n_pipeline.cli.options import TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import GlossaryError, UsageError
from i18n_pipeline.formats import glossary_csv, glossary_list, tbx
from i18n_pipeline.model.glossary import TAG, Term
from i18n_pipeline.storage import files

File = Annotated[Path, typer.Argument(help="What to write; its ending says how: .tbx, .csv or .tsv.")]
Pairs = Annotated[
    bool, typer.Option("--pairs", help="Only source and translation to use, without a heading (.csv, .tsv).")
]

_Writer = Callable[[tuple[Term, ...]], str]


def command(file: File, target: TargetName = "", pairs: Pairs = False) -> None:
    """Write the glossary as TBX-Basic or as a table."""
    project = Project.here()
    own = glossary(project, target)
    try:
        terms = glossary_csv.read(own.text)
    except GlossaryError as error:
        raise error.at(own.path) from error
    if pairs:
        terms = tuple(term for term in terms if term.decides and term.part_of_speech != TAG)
    writer = _writer(file, project.settings.source_language, own.target.language, pairs=pairs)
    files.write(file, writer(terms).encode())
    sys.stdout.write(f"{file}: {len(terms):,} terms.\n")


def _writer(file: Path, source: str, target: str, *, pairs: bool) -> _Writer:
    table = glossary_list.write if pairs else glossary_csv.write
    known: dict[str, _Writer] = {
        ".csv": partial(table, separator=","),
        ".tsv": partial(table, separator="\t"),
    }
    if not pairs:
        known[".tbx"] = partial(tbx.write, source=source, target=target)
    if file.suffix.lower() not in known:
        problem = f"{file}: its ending says no format."
        raise UsageError(problem, mending=f"Give it one of: {', '.join(known)}.")
    return known[file.suffix.lower()]
