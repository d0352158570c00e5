"""The memory kept in step by a pass: of the catalogues only those that are due are read."""

from collections.abc import Iterator, Sequence

from i18n_pipeline.cli.memory.feed import Fed, feed, tell
from i18n_pipeline.cli.memory.sources import FOLDER, Source, languages_of
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.sync_look import Looked
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.storage.files import is_there
from i18n_pipeline.storage.memory import SqliteMemory
from i18n_pipeline.storage.walk import walk


def feed_due(project: Project, memory: SqliteMemory, looked: Sequence[Looked]) -> None:
    """Read what changed, all of it where the memory is new; say what can't be used."""
    known = memory.origins()
    if not known:
        tell(feed(project, memory))
        return
    problems = []
    for source in (*_due(project, looked), *_tmx(project)):
        try:
            _read(memory, source, known.get(source.path))
        except PipelineError as error:
            problems.append(error)
    tell(Fed(0, 0, tuple(problems)))


def _read(memory: SqliteMemory, source: Source, known: str | None) -> None:
    if not is_there(source.file):
        if known is not None:
            memory.forget(source.path)
        return
    digest = source.digest()
    if digest != known:
        memory.replace(source.path, digest, source.units())


def _due(project: Project, looked: Sequence[Looked]) -> Iterator[Source]:
    root = project.settings.root
    for each in looked:
        languages = languages_of(project, [each.target])
        for job in each.due:
            yield Source(job.catalogue, root / job.catalogue, languages)


def _tmx(project: Project) -> Iterator[Source]:
    root, languages = project.settings.root, languages_of(project, project.settings.targets)
    for item in walk(root, FOLDER):
        if not item.is_folder and item.path.lower().endswith(".tmx"):
            yield Source(item.path, root / item.path, languages)
