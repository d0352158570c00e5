"""The order of the stages: analyse, plan, ask, finish."""

from collections.abc import Iterator, Sequence

from i18n_pipeline.errors import BackendNotReady, PipelineError
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages import plan as planning
from i18n_pipeline.stages.article import Article, Language, Ports, Refused, analyse, refreshed
from i18n_pipeline.stages.dispatch import Answers, Dispatcher
from i18n_pipeline.stages.finish import finish
from i18n_pipeline.stages.plan import Plan
from i18n_pipeline.stages.recall import recalled


def read(jobs: Sequence[Job], language: Language, files: Files, *, force: bool = False) -> list[Article]:
    """Read articles with their catalogues; `force` lets go of what no person reviewed."""
    return [analyse(job, language, files, force=force) for job in jobs]


def recall(found: Sequence[Article], language: Language, ports: Ports) -> list[Article]:
    """The articles with what the memory has for them: after their catalogues, before the engine."""
    return [recalled(article, ports.memory, language) for article in found]


def plan(found: Sequence[Article], language: Language, ports: Ports) -> Plan:
    """What translating these articles needs of the engine, which is made only when some text needs it.

    Where the engine is not ready, the plan says so and names nothing to ask.
    """
    if not any(map(planning.pending, found)):
        return Plan(tuple({} for _ in found), segments=planning.counted(found))
    try:
        return planning.plan(found, language, ports.backend(), ports.ledger)
    except BackendNotReady as error:
        return Plan(problem=error, segments=planning.counted(found))


def translate(
    found: Sequence[Article], asked: Plan, language: Language, ports: Ports, *, concurrency: int = 0
) -> Iterator[ArticleReport]:
    """Translate and write articles as planned; one report each, in order.

    `concurrency` is how many requests go out at once; 0: as many as the engine takes. Where the
    engine is not ready, the articles that don't need it are done.
    """
    for article, answers in zip(found, _answers(found, asked, ports, concurrency), strict=True):
        yield _finished(article, answers, language, ports)


def build(found: Sequence[Article], language: Language, ports: Ports) -> Iterator[ArticleReport]:
    """Write posts from what the catalogues hold; no engine is asked."""
    for article in found:
        yield _finished(article, Answers(), language, ports)


def _finished(article: Article, answers: Answers, language: Language, ports: Ports) -> ArticleReport:
    fresh = refreshed(article, language, ports.files)
    if fresh is not article:
        fresh = recalled(fresh, ports.memory, language)
    if isinstance(fresh, Refused):
        return ArticleReport(fresh.job.article, language.target, problem=fresh.problem)
    return finish(fresh, answers, language, ports)


def _answers(found: Sequence[Article], asked: Plan, ports: Ports, concurrency: int) -> Iterator[Answers]:
    """The engine's answers for each article, in order; none where nothing is to be asked."""
    if not asked.problem and not asked.texts:
        yield from (Answers() for _ in found)
        return
    try:
        if asked.problem:
            raise asked.problem
        backend = ports.backend()
        if asked.parcels:
            backend.check_ready()
    except PipelineError as error:
        yield from (Answers(problem=error if planning.pending(article) else None) for article in found)
        return
    limit = backend.capabilities.concurrency
    dispatcher = Dispatcher(
        backend,
        ports.ledger,
        jobs=min(concurrency or limit, limit),
        budget=ports.budget,
        answered=ports.answered,
    )
    yield from dispatcher.run(asked)
