"""The order of the stages: analyse, ask, finish."""

from collections.abc import Iterator, Sequence

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.engine import Backend, Batch
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.article import Analysed, Article, Language, Ports, Refused, analyse, refreshed
from i18n_pipeline.stages.dispatch import Answers, Dispatcher, Task
from i18n_pipeline.stages.finish import finish
from i18n_pipeline.stages.prepare import batches, context_of, requests


def read(jobs: Sequence[Job], language: Language, files: Files, *, force: bool = False) -> list[Article]:
    """Read articles with their catalogues; `force` lets go of what no person reviewed."""
    return [analyse(job, language, files, force=force) for job in jobs]


def translate(
    found: Sequence[Article], language: Language, ports: Ports, *, concurrency: int = 0
) -> Iterator[ArticleReport]:
    """Translate and write articles; one report each, in order.

    `concurrency` is how many requests go out at once; 0: as many as the engine takes. The engine is
    made only when some text needs it; where it is not ready, the articles that don't need it are done.
    """
    for article, answers in zip(found, _answers(found, language, ports, concurrency), strict=True):
        yield _finished(article, answers, language, ports)


def build(found: Sequence[Article], language: Language, ports: Ports) -> Iterator[ArticleReport]:
    """Write posts from what the catalogues hold; no engine is asked."""
    for article in found:
        yield _finished(article, Answers(), language, ports)


def _finished(article: Article, answers: Answers, language: Language, ports: Ports) -> ArticleReport:
    article = refreshed(article, language, ports.files)
    if isinstance(article, Refused):
        return ArticleReport(article.job.article, language.target, problem=article.problem)
    return finish(article, answers, language, ports)


def _answers(
    found: Sequence[Article], language: Language, ports: Ports, concurrency: int
) -> Iterator[Answers]:
    """The engine's answers for each article, in order; none where nothing is to be asked."""
    if not any(_pending(article) for article in found):
        yield from (Answers() for _ in found)
        return
    try:
        backend = ports.backend()
        backend.check_ready()
    except PipelineError as error:
        yield from (Answers(problem=error if _pending(article) else None) for article in found)
        return
    limit = backend.capabilities.concurrency
    dispatcher = Dispatcher(
        backend,
        ports.ledger,
        jobs=min(concurrency or limit, limit),
        reserve=ports.reserve,
        answered=ports.answered,
    )
    yield from dispatcher.run([_tasks(article, language, backend) for article in found])


def _pending(article: Article) -> bool:
    return isinstance(article, Analysed) and bool(article.leverage.pending)


def _tasks(article: Article, language: Language, backend: Backend) -> list[Task]:
    """The batches that an article needs."""
    if isinstance(article, Refused):
        return []
    asked = requests(article.document, article.leverage.pending, language.checks.glossary)
    context = context_of(article.document)
    return [
        Task(
            article.job.article,
            Batch(tuple(request.query for request in batch), language.source, language.target, context),
            tuple(request.key for request in batch),
        )
        for batch in batches(asked, backend.capabilities)
    ]
