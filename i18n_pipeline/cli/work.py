"""What the commands do for every target language: read, count, translate or build, gather reports."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from i18n_pipeline import pipeline
from i18n_pipeline.cli.progress import progress
from i18n_pipeline.cli.project import Project, jobs, refused
from i18n_pipeline.cli.timed import Timed
from i18n_pipeline.errors import BackendNotReady, PipelineError, QuotaExceeded
from i18n_pipeline.model.engine import Backend, Capabilities
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.stages.article import Analysed, Article, Language
from i18n_pipeline.stages.estimate import Estimate, estimate


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


def work(project: Project, paths: Sequence[Path], target: str = "", *, force: bool = False) -> list[Work]:
    """Read the chosen articles for the chosen target languages."""
    found = project.found(paths)
    result = []
    for wanted in project.targets(target):
        language = project.language(wanted)
        articles = pipeline.read(jobs(found, wanted), language, project.site(), force=force)
        result.append(Work(language, articles, list(refused(found, wanted))))
    return result


def counted(works: Sequence[Work], capabilities: Capabilities) -> Estimate:
    """What a run over this work would send."""
    return sum(
        (estimate(each.analysed, each.language.checks.glossary, capabilities) for each in works), Estimate()
    )


@dataclass(slots=True)
class Run:
    """One pass over the work: how to do it, and what came of it so far."""

    project: Project
    works: Sequence[Work]
    quiet: bool
    reports: list[ArticleReport] = field(default_factory=list)

    def translate(
        self, engine: str, *, concurrency: int, limit: int | None, texts: int, force: bool
    ) -> RunReport:
        """Translate with the engine of that name; `texts` are to be asked for, `force`: anew.

        `limit` is the most characters to send.
        """
        made: list[Timed] = []

        def backend() -> Backend:
            made.append(Timed(self.project.backend(engine)))
            return made[-1]

        start = time.perf_counter()
        with progress(texts, quiet=self.quiet) as (answered, done):
            ports = self.project.ports(backend, force=force, limit=limit, answered=answered)
            interrupted = self._gather(
                lambda each: pipeline.translate(each.found, each.language, ports, concurrency=concurrency),
                done,
            )
        report = self._report(time.perf_counter() - start, made, interrupted=interrupted)
        for each in made:
            each.close()
        return report

    def build(self) -> RunReport:
        """Build from the catalogues alone."""
        start = time.perf_counter()
        with progress(0, quiet=self.quiet) as (_, done):
            ports = self.project.ports(_no_backend)
            interrupted = self._gather(lambda each: pipeline.build(each.found, each.language, ports), done)
        return self._report(time.perf_counter() - start, [], interrupted=interrupted)

    def look(self) -> RunReport:
        """Count and check what the catalogues hold; nothing is written."""
        ports = self.project.ports(_no_backend, dry=True)
        interrupted = self._gather(
            lambda each: pipeline.build(each.found, each.language, ports), lambda _report: None
        )
        return self._report(0.0, [], interrupted=interrupted)

    def _gather(
        self, do: Callable[[Work], Iterator[ArticleReport]], done: Callable[[ArticleReport], None]
    ) -> bool:
        """Collect reports; says whether the user interrupted it."""
        try:
            for each in self.works:
                for report in chain(each.refused, do(each)):
                    self.reports.append(report)
                    done(report)
        except KeyboardInterrupt:
            return True
        return False

    def _report(self, seconds: float, made: Sequence[Timed], *, interrupted: bool) -> RunReport:
        problems: list[PipelineError | None] = [report.problem for report in self.reports]
        stopped = next((each for each in problems if isinstance(each, QuotaExceeded | BackendNotReady)), None)
        return RunReport(
            self.reports,
            engine=made[0].name if made else "",
            draft=any(each.capabilities.draft for each in made),
            seconds=seconds,
            engine_seconds=sum(each.seconds for each in made),
            stopped=stopped,
            interrupted=interrupted,
        )


def _no_backend() -> Backend:
    raise AssertionError("building asks no engine")
