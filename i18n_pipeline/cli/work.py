"""What the commands do for every target language: read, build, gather reports."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from i18n_pipeline import pipeline
from i18n_pipeline.cli.deleted import Deleted, some_article
from i18n_pipeline.cli.progress import progress
from i18n_pipeline.cli.project import Project, jobs, refused
from i18n_pipeline.config import Target
from i18n_pipeline.model.engine import Backend
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.article import Analysed, Article, Language
from i18n_pipeline.stages.rename import settled
from i18n_pipeline.stages.segment import Reading
from i18n_pipeline.storage.attic import Left
from i18n_pipeline.storage.files import is_there
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.moved import with_former
from i18n_pipeline.sync.watched import Watched


@dataclass(frozen=True, slots=True)
class Work:
    """The articles of one target language as they are now."""

    language: Language
    found: Sequence[Article]
    refused: Sequence[ArticleReport]

    @property
    def analysed(self) -> list[Analysed]:
        """The articles that can be read."""
        return [article for article in self.found if isinstance(article, Analysed)]


def work(
    project: Project, paths: Sequence[Path], target: str = "", *, force: bool = False, prune: bool = False
) -> list[Work]:
    """Read the chosen articles for the chosen target languages; `prune`: put away what deleted ones left."""
    found = project.found(paths)
    if prune:
        some_article(project, found)
    result = []
    for wanted in project.targets(target):
        language = project.language(wanted)
        left = project.left(wanted)
        site = project.site()
        known = placed(project, wanted, jobs(found, wanted), left, language.reading, site)
        articles = pipeline.read(known, language, site, force=force)
        reports = list(refused(found, wanted))
        if not paths:
            reports += Deleted(project, wanted, prune=prune).reports(known, left.orphans)
        result.append(Work(language, articles, reports))
    return result


def placed(
    project: Project, target: Target, known: Sequence[Job], left: Left, reading: Reading, files: Files
) -> list[Job]:
    """The jobs, those of renamed articles with where they stood before."""
    root, source = project.settings.root, project.settings.paths.source
    return [
        with_former(job, source, target, files, lambda path: is_there(root / path))
        for job in settled(known, (*left.orphans, *left.kept), reading, files)
    ]


@dataclass(frozen=True, slots=True)
class Written:
    """What work may write, by target language and article; its posts are noted in the project's journal."""

    jobs: Mapping[tuple[str, str], Job]
    journal: Journal
    files: Watched

    @classmethod
    def by(cls, project: Project, works: Sequence[Work]) -> "Written":
        """Those of all articles of the work."""
        found = {
            (each.language.target, article.job.article): article.job
            for each in works
            for article in each.found
        }
        root = project.settings.root
        journal = Journal(root)
        return cls(found, journal, Watched(root, journal, {job.post for job in found.values()}))

    def settle(self, reports: Iterable[ArticleReport]) -> None:
        """Take the posts of articles that were done out of the journal: their catalogues are on disk."""
        done = {(each.target, each.article) for each in reports if each.problem is None}
        self.journal.settle(job for article, job in self.jobs.items() if article in done)


@dataclass(slots=True)
class Gathered:
    """Reports as they come, and whether the user interrupted them."""

    reports: list[ArticleReport] = field(default_factory=list)
    interrupted: bool = False

    def gather(
        self,
        works: Sequence[Work],
        do: Callable[[Work], Iterator[ArticleReport]],
        done: Callable[[ArticleReport], None],
    ) -> None:
        """Do the work and collect its reports; each is told to `done`."""
        try:
            for each in works:
                for report in chain(each.refused, do(each)):
                    self.reports.append(report)
                    done(report)
        except KeyboardInterrupt:
            self.interrupted = True


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over the work without an engine."""

    project: Project
    works: Sequence[Work]
    quiet: bool

    def build(self) -> RunReport:
        """Build from the catalogues alone."""
        return self._passed(dry=False)

    def look(self) -> RunReport:
        """Count and check what the catalogues hold; nothing is written."""
        return self._passed(dry=True)

    def _passed(self, *, dry: bool) -> RunReport:
        start, gathered = time.perf_counter(), Gathered()
        ports = self.project.ports(_no_backend, dry=dry)
        written = None if dry else Written.by(self.project, self.works)
        if written:
            ports = replace(ports, files=written.files)
        with progress(0, quiet=self.quiet, log=not dry) as (_, done):
            gathered.gather(self.works, lambda each: pipeline.build(each.found, each.language, ports), done)
        if written:
            written.settle(gathered.reports)
        return RunReport(
            gathered.reports, seconds=time.perf_counter() - start, interrupted=gathered.interrupted
        )


def _no_backend() -> Backend:
    raise AssertionError("building asks no engine")
