"""Translating the work: plan, count, send, gather reports."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from i18n_pipeline import pipeline
from i18n_pipeline.cli.progress import progress
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.timed import Timed
from i18n_pipeline.cli.work import Gathered, Work
from i18n_pipeline.errors import BackendNotReady, PipelineError, QuotaExceeded
from i18n_pipeline.model.budget import Budget, Limit
from i18n_pipeline.model.engine import Backend
from i18n_pipeline.model.report import RunReport
from i18n_pipeline.model.site import Files
from i18n_pipeline.stages.article import Ports
from i18n_pipeline.stages.estimate import Estimate, estimate
from i18n_pipeline.stages.plan import Plan


class Engine:
    """The engine of a run with ledger and memory: made when they are first needed, closed with it."""

    def __init__(self, project: Project, name: str) -> None:
        self.name = name or project.settings.backend.name
        self.made: Timed | None = None
        self.ledger, self.memory = project.ledger(), project.memory()
        self._project = project

    def __call__(self) -> Backend:
        """The engine; raises BackendNotReady or UsageError where it can't be made."""
        if self.made is None:
            self.made = Timed(self._project.backend(self.name))
        return self.made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.made:
            self.made.close()
        self.ledger.close()
        self.memory.close()


@dataclass(frozen=True, slots=True)
class Translation:
    """Articles with what they need of an engine, for each target language."""

    works: Sequence[Work]
    plans: Sequence[Plan]
    engine: Engine
    ports: Ports

    @property
    def estimate(self) -> Estimate:
        """The plans in numbers."""
        return estimate(self.plans, sum(len(each.analysed) for each in self.works))

    @property
    def problem(self) -> PipelineError | None:
        """Why nothing can be asked, if so."""
        return next((each.problem for each in self.plans if each.problem), None)

    def over(self, files: Files) -> "Translation":
        """The same, read again and written through these files."""
        return replace(self, ports=replace(self.ports, files=files))

    def carried_out(self, *, concurrency: int, limit: Limit, quiet: bool) -> RunReport:
        """Send, and write catalogues and posts; `limit` is the most characters to send."""
        start, gathered = time.perf_counter(), Gathered()
        plans = {id(each): asked for each, asked in zip(self.works, self.plans, strict=True)}
        with progress(self.estimate.distinct, quiet=quiet) as (answered, done):
            ports = replace(self.ports, budget=Budget(*limit), answered=answered)
            gathered.gather(
                self.works,
                lambda each: pipeline.translate(
                    each.found, plans[id(each)], each.language, ports, concurrency=concurrency
                ),
                done,
            )
        return self._report(gathered, time.perf_counter() - start)

    def _report(self, gathered: Gathered, seconds: float) -> RunReport:
        problems = [report.problem for report in gathered.reports]
        over = (each for each in problems if isinstance(each, QuotaExceeded | BackendNotReady))
        engine = self.engine.made if any(plan.texts for plan in self.plans) else None
        return RunReport(
            gathered.reports,
            engine=engine.name if engine else "",
            draft=bool(engine and engine.capabilities.draft),
            seconds=seconds,
            engine_seconds=engine.seconds if engine else 0.0,
            stopped=next(over, None),
            interrupted=gathered.interrupted,
        )


def planned(project: Project, works: Sequence[Work], engine: Engine, *, force: bool = False) -> Translation:
    """What the work needs of the engine; nothing is sent. `force`: answers of earlier runs don't serve."""
    ports = project.ports(engine, ledger=engine.ledger, memory=engine.memory, force=force)
    works = [replace(each, found=pipeline.recall(each.found, each.language, ports)) for each in works]
    plans = [pipeline.plan(each.found, each.language, ports) for each in works]
    return Translation(works, plans, engine, ports)
