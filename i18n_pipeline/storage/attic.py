"""Catalogues without an article: those that lie about, and those that were put away."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from i18n_pipeline.model.site import Job
from i18n_pipeline.storage.files import is_there
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.walk import walk

ATTIC = ".attic"
"""The folder among the catalogues where those of deleted articles are kept, each with its post."""


@dataclass(frozen=True, slots=True)
class Left:
    """Catalogues whose article is not where it was (`orphans`), and those in the attic (`kept`)."""

    orphans: tuple[Job, ...]
    kept: tuple[Job, ...]


def left(root: Path, source: str, target: str, catalogue: str) -> Left:
    """What is left of articles that are gone; the arguments are the settings' patterns."""
    patterns = (Pattern(source), Pattern(target), Pattern(catalogue))
    attic = tuple(_in_attic(pattern, patterns[2]) for pattern in patterns)
    orphans = [job for job in _jobs(root, *patterns) if not is_there(root / job.article)]
    return Left(tuple(orphans), tuple(_jobs(root, *attic)))


def put_away(root: Path, job: Job, target: str, catalogue: str) -> Job:
    """Where an orphan's post and catalogue go: into the attic, under a name that is free there."""
    post, kept = (_in_attic(Pattern(pattern), Pattern(catalogue)) for pattern in (target, catalogue))
    variable = Pattern(catalogue).variable(job.catalogue) or ""
    names = (variable if number == 1 else f"{variable}~{number}" for number in count(1))
    free = next(name for name in names if not (root / kept.fill(name)).exists())
    return Job(job.article, post.fill(free), kept.fill(free), former=job)


def _jobs(root: Path, source: Pattern, target: Pattern, catalogue: Pattern) -> Iterator[Job]:
    """A job for each catalogue that is there."""
    for item in walk(root, catalogue.folder):
        variable = catalogue.variable(item.path)
        if variable is not None and not item.is_folder and not item.problem:
            yield Job(source.fill(variable), target.fill(variable), catalogue.fill(variable))


def _in_attic(pattern: Pattern, catalogue: Pattern) -> Pattern:
    """The pattern's files below the attic, which is among the catalogues."""
    folder = f"{catalogue.folder}/{ATTIC}" if catalogue.folder else ATTIC
    return Pattern(f"{folder}/{{path}}{pattern.after}")
