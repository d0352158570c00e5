"""`translate memory import`: TMX files of other tools into the project."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.memory.sources import FOLDER, Source, languages_of
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import Place, UsageError
from i18n_pipeline.model.memory import Unit
from i18n_pipeline.storage import pieces
from i18n_pipeline.storage.lock import run_lock

TmxFiles = Annotated[list[Path], typer.Argument(help="TMX files.", show_default=False)]
Replace = Annotated[
    bool, typer.Option("--replace", help="Take a file in place of one that was taken under its name.")
]

_PIECE = 1 << 20


def command(paths: TmxFiles, replace_old: Replace = False) -> None:
    """Take TMX files in: each is kept in memory/, whole or not at all."""
    project = Project.here()
    screen = output.console()
    with run_lock(project.settings.root):
        memory = project.memory()
        try:
            for path in paths:
                source = Source(str(path), path, languages_of(project, project.settings.targets))
                kept = f"{FOLDER}/{path.stem}.tmx"
                digest = source.digest()
                _refuse_other(project, kept, digest, source, replace_old=replace_old)
                count = memory.replace(kept, digest, _kept(source, project.settings.root / kept))
                screen.print(f"{path}: {count:,} units, kept as {kept}.", markup=False)
        finally:
            memory.close()


def _refuse_other(project: Project, kept: str, digest: str, source: Source, *, replace_old: bool) -> None:
    there = replace(source, path=kept, file=project.settings.root / kept)
    if there.file.exists() and not replace_old and there.digest() != digest:
        raise UsageError(
            f"{kept} is there already, with other content.",
            place=Place(source.path),
            mending="Give the new file another name, or say --replace.",
        )


def _kept(source: Source, copy: Path) -> Iterator[Unit]:
    """The file's units; after the last of them, and before they are in the memory, the file is copied."""
    empty = True
    for unit in source.units():
        empty = False
        yield unit
    if empty:
        pairs = ", ".join(f"{pair.source} to {pair.target}" for pair in source.languages)
        mending = "Export that pair, or add the language to the settings."
        raise UsageError(f"it has nothing for {pairs}.", place=Place(source.path), mending=mending)
    if not (copy.exists() and copy.samefile(source.file)):
        with source.file.open("rb") as stream:
            pieces.write(copy, iter(lambda: stream.read(_PIECE), b""))
