"""The files that a project's memory is read from: its PO files, and TMX files in `memory/`."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from i18n_pipeline.cli.project import Project
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError, Place
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.memory import Languages, Unit
from i18n_pipeline.model.sentence import reason
from i18n_pipeline.stages.remember import units_of
from i18n_pipeline.storage import files
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.walk import walk

FOLDER = "memory"
"""Where TMX files are kept, below the project's root."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file with past translations; `path` is relative to the root."""

    path: str
    file: Path
    languages: tuple[Languages, ...]

    def digest(self) -> str:
        """What changes with the file's content and with the languages that are wanted of it."""
        try:
            with self.file.open("rb") as stream:
                content = hashlib.file_digest(stream, "blake2b").hexdigest()[:32]
        except OSError as error:
            problem = f"It can't be read: {reason(error)}."
            raise PipelineError(problem, place=Place(self.path)) from error
        return " ".join([content, *(f"{pair.source}-{pair.target}" for pair in self.languages)])

    def units(self) -> Iterator[Unit]:
        """Its units; raises PipelineError with the file's name where it can't be used."""
        try:
            if self.path.endswith(".po"):
                yield from units_of(gettext.read(files.read(self.file)), self.languages[0], self.path)
                return
            from i18n_pipeline.formats import tmx  # noqa: PLC0415 - few projects have one, and it loads lxml

            with self.file.open("rb") as stream:
                yield from tmx.read(stream, self.languages)
        except PipelineError as error:
            raise error.at(self.path) from error


def languages_of(project: Project, targets: Iterable[Target]) -> tuple[Languages, ...]:
    """The language pairs of target languages."""
    return tuple(Languages(project.settings.source_language, target.language) for target in targets)


def sources(project: Project) -> Iterator[Source]:
    """The project's PO files, those of articles that went too, then its TMX files."""
    root = project.settings.root
    for target in project.settings.targets:
        pattern = Pattern(target.catalogue)
        for item in walk(root, pattern.folder):
            if not item.is_folder and not item.problem and pattern.variable(item.path) is not None:
                yield Source(item.path, root / item.path, languages_of(project, [target]))
    for item in walk(root, FOLDER):
        if not item.is_folder and not item.problem and item.path.lower().endswith(".tmx"):
            yield Source(item.path, root / item.path, languages_of(project, project.settings.targets))
