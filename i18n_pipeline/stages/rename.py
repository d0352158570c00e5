"""Articles that stand elsewhere now, found by what is in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.formats.encoding import decode
from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.digest import ARTICLE, SOURCE, digest
from i18n_pipeline.stages.leverage import keyed
from i18n_pipeline.stages.segment import Reading, segment

SHARED = 0.5
"""From this share of common texts on, a new article is one that went."""


@dataclass(frozen=True, slots=True)
class Left:
    """A catalogue whose article went: the hash of its bytes, and the texts that it has."""

    job: Job
    digest: str
    keys: frozenset[Key]


def settled(jobs: Sequence[Job], left: Sequence[Job], reading: Reading, files: Files) -> list[Job]:
    """The jobs, those that are renamed articles with where they stood before.

    `left` are jobs whose catalogue is there and whose article is not. The same bytes decide, then
    the largest share of common texts, from half of them on; each is taken once.
    """
    new = [job for job in jobs if files.read_if_there(job.catalogue) is None] if left else []
    if not new:
        return list(jobs)
    former: dict[str, Job] = {}
    taken: set[str] = set()
    for _, job, gone in sorted(_likenesses(new, left, reading, files), key=lambda each: -each[0]):
        if job.article not in former and gone.catalogue not in taken:
            taken.add(gone.catalogue)
            former[job.article] = gone
    return [replace(job, former=former.get(job.article)) for job in jobs]


def _likenesses(
    new: Sequence[Job], left: Sequence[Job], reading: Reading, files: Files
) -> Iterator[tuple[float, Job, Job]]:
    """How alike each new article is to each one that went, from `SHARED` to 1; the same bytes are above."""
    catalogues = [found for job in left if (found := _left(job, files))]
    for job in new:
        read = _article(job, reading, files)
        for each in catalogues if read else ():
            share = _share(read[1], each.keys) if read else 0.0
            likeness = 2.0 if read and read[0] == each.digest else share
            if likeness >= SHARED:
                yield likeness, job, each.job


def _left(job: Job, files: Files) -> Left | None:
    try:
        catalogue = gettext.read(files.read(job.catalogue))
    except PipelineError:
        return None  # told when somebody opens it; it is left where it is
    keys = frozenset(entry.key for entry in catalogue.entries if not entry.obsolete)
    article = catalogue.header.get(ARTICLE, job.article)
    return Left(replace(job, article=article), catalogue.header.get(SOURCE, ""), keys)


def _article(job: Job, reading: Reading, files: Files) -> tuple[str, frozenset[Key]] | None:
    try:
        data = files.read(job.article)
        document = segment(decode(data).text, reading)
    except PipelineError:
        return None  # told when the article is analysed
    return digest(data), frozenset(keyed(document))


def _share(one: frozenset[Key], other: frozenset[Key]) -> float:
    """The common ones among the larger set's."""
    return len(one & other) / max(len(one), len(other), 1)


def posts_and_catalogues(job: Job) -> Iterator[tuple[str, str]]:
    """Where a renamed article's files stood and where they belong; the post first.

    A crash between the two leaves the catalogue where it was, and the next run moves it.
    """
    if job.former:
        yield job.former.post, job.post
        yield job.former.catalogue, job.catalogue
