"""`translate memory export`: past translations as TMX for other tools."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline import __version__
from i18n_pipeline.cli import output
from i18n_pipeline.cli.memory.feed import feed, tell
from i18n_pipeline.cli.memory.sources import languages_of
from i18n_pipeline.cli.options import TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.formats import tmx
from i18n_pipeline.model.memory import Languages, Unit
from i18n_pipeline.storage import pieces
from i18n_pipeline.storage.memory import SqliteMemory

TmxFile = Annotated[
    Path | None, typer.Argument(help="The file to write; without, standard output.", show_default=False)
]


def command(path: TmxFile = None, target: TargetName = "") -> None:
    """Write what people signed off, and what was imported, as TMX 1.4."""
    project = Project.here()
    pairs = languages_of(project, project.targets(target))
    memory = project.memory()
    try:
        tell(feed(project, memory))
        counted = Counted(memory, pairs)
        text = tmx.write(
            counted,
            source_language=project.settings.source_language,
            version=__version__,
            created=datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"),
        )
        encoded = (piece.encode() for piece in text)
        if path is None:
            sys.stdout.buffer.writelines(encoded)
            return
        pieces.write(path, encoded)
    finally:
        memory.close()
    output.console().print(f"{counted.count:,} units in {path}.", markup=False)


class Counted:
    """The units of language pairs, counted as they go."""

    def __init__(self, memory: SqliteMemory, pairs: tuple[Languages, ...]) -> None:
        self._memory = memory
        self._pairs = pairs
        self.count = 0

    def __iter__(self) -> Iterator[Unit]:
        for pair in self._pairs:
            for unit in self._memory.units(pair):
                self.count += 1
                yield unit
