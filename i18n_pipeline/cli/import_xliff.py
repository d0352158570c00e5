"""XLIFF files that come back from translation tools, into the catalogues."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from i18n_pipeline.cli.project import Project, jobs
from i18n_pipeline.cli.xliff_outcome import XliffOutcome
from i18n_pipeline.config import Target
from i18n_pipeline.errors import ArticleError, CatalogueError, PipelineError, Place, UsageError
from i18n_pipeline.formats import xliff
from i18n_pipeline.model.memory import same_language
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.article import Language, Refused, analyse
from i18n_pipeline.stages.xliff_import import TakenBack, take_back
from i18n_pipeline.storage import files
from i18n_pipeline.storage.lock import run_lock
from i18n_pipeline.storage.site import Site

ENDINGS = (".xlf", ".xliff")


def is_xliff(path: Path) -> bool:
    """Whether a path is one of an XLIFF file, by its ending."""
    return path.suffix.lower() in ENDINGS


def import_xliff(
    project: Project, paths: Sequence[Path], target: str = "", *, theirs: bool = False, dry_run: bool = False
) -> list[XliffOutcome]:
    """Take XLIFF files back; with `theirs` also where a person changed the PO file since.

    All files are read before anything is written. Raises UsageError, with file and line, for one
    that is no XLIFF 2 or is for languages that the project has not.
    """
    if not all(map(is_xliff, paths)):
        raise UsageError(
            "XLIFF files and articles don't go together.", mending="Import them one after another."
        )
    read = [(str(path), _read(path)) for path in paths]
    works = [(path, document, _target(project, document, path, target)) for path, document in read]
    with contextlib.nullcontext() if dry_run else run_lock(project.settings.root):
        return [
            outcome
            for path, document, wanted in works
            for outcome in _Way(project, path, wanted, theirs=theirs, dry_run=dry_run).back(document)
        ]


def _read(path: Path) -> xliff.Document:
    try:
        return xliff.read(files.read(path))
    except UsageError as error:
        raise error.at(str(path)) from error


def _target(project: Project, document: xliff.Document, path: str, name: str) -> Target:
    source = project.settings.source_language
    if not same_language(document.source_language, source):
        problem = f"its source language is {document.source_language or 'not named'}, not {source}."
        raise UsageError(problem, place=Place(path), mending="Import it into its own project.")
    for target in project.targets(name):
        if document.target_language and same_language(document.target_language, target.language):
            return target
    known = ", ".join(target.language for target in project.targets(name))
    problem = f"its target language is {document.target_language or 'not named'}, not {known}."
    raise UsageError(problem, place=Place(path), mending="Correct trgLang in it, or the settings.")


class _Way:
    """The way of one XLIFF file into the catalogues of its target language."""

    def __init__(self, project: Project, path: str, target: Target, *, theirs: bool, dry_run: bool) -> None:
        self._path, self._target, self._theirs = path, target, theirs
        self._language: Language = project.language(target)
        self._files: Site = project.site(dry=dry_run)
        self._jobs: Mapping[str, Job] = {job.article: job for job in jobs(project.found([]), target)}

    def back(self, document: xliff.Document) -> Iterator[XliffOutcome]:
        """What becomes of each article in it; one that can't be done leaves the others."""
        for file in document.files:
            try:
                taken, written = self._taken(file)
                yield XliffOutcome(self._path, file.original, self._target.language, taken, written)
            except PipelineError as error:
                yield XliffOutcome(self._path, file.original, self._target.language, problem=error)

    def _taken(self, file: xliff.ReturnedFile) -> tuple[TakenBack, tuple[str, ...]]:
        job = self._jobs.get(file.original)
        if job is None:
            raise ArticleError(
                f"there is no article {file.original}.",
                place=Place(self._path, file.line),
                mending="Put it back, or correct `original` in the file.",
            )
        article = analyse(job, self._language, self._files)
        if isinstance(article, Refused):
            raise article.problem
        today = f"{datetime.now(UTC):%Y-%m-%d %H:%M+0000}"
        taken = take_back(article, file, self._path, self._language, today, theirs=self._theirs)
        if taken.catalogue is None or taken.catalogue == article.old_bytes:
            return taken, ()
        if self._files.read_if_there(job.catalogue) != article.old_bytes:
            raise CatalogueError(
                "it was saved by someone else meanwhile and was left alone.",
                place=Place(job.catalogue),
                mending="Import the file again.",
            )
        written = self._files.write(job.catalogue, taken.catalogue)
        return taken, (job.catalogue,) if written else ()
