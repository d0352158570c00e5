"""The memory kept in step with the files that it is read from."""

import logging
import sys
from dataclasses import dataclass

from i18n_pipeline.cli import logs
from i18n_pipeline.cli.memory.sources import sources
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.storage.memory import SqliteMemory


@dataclass(frozen=True, slots=True)
class Fed:
    """What came of it: files that the memory holds, units that were read anew, files that can't be used."""

    files: int
    units: int
    problems: tuple[PipelineError, ...]


def feed(project: Project, memory: SqliteMemory) -> Fed:
    """Read what changed since the last time and forget what went.

    A file that can't be used keeps what it gave before.
    """
    known = memory.origins()
    found, units = 0, 0
    problems: list[PipelineError] = []
    gone = set(known)
    for source in sources(project):
        found += 1
        gone.discard(source.path)
        try:
            digest = source.digest()
            if known.get(source.path) != digest:
                units += memory.replace(source.path, digest, source.units())
        except PipelineError as error:
            problems.append(error)
    for path in sorted(gone):
        memory.forget(path)
    return Fed(found, units, tuple(problems))


def tell(fed: Fed) -> None:
    """Say on standard error which files could not be used."""
    for problem in fed.problems:
        if logs.as_json():
            logs.event("not-read", str(problem), logging.WARNING)
        else:
            sys.stderr.write(f"not read: {problem}\n")
