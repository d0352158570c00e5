"""An article on its way: read and matched with its catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from i18n_pipeline.errors import ArticleError, CatalogueError, PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.formats.encoding import Decoded, decode
from i18n_pipeline.model.budget import Budget
from i18n_pipeline.model.catalogue import Catalogue, Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.engine import Backend, Ledger
from i18n_pipeline.model.memory import Memory, NoMemory
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.annotate import Checks
from i18n_pipeline.stages.digest import ARTICLE
from i18n_pipeline.stages.leverage import Leverage, leverage
from i18n_pipeline.stages.segment import Reading, segment


@dataclass(frozen=True, slots=True)
class Language:
    """All that a target language brings along: how articles are read, what is checked and published."""

    source: str
    target: str
    reading: Reading
    checks: Checks
    publish: str = "machine"


@dataclass(frozen=True, slots=True)
class Ports:
    """What the stages work with: files, ledger, the engine (made when a text needs it), today's date.

    `answered` is told how many texts of an article came back.
    """

    files: Files
    ledger: Ledger
    backend: Callable[[], Backend]
    today: str
    budget: Budget = field(default_factory=Budget)
    memory: Memory = field(default_factory=NoMemory)
    answered: Callable[[str, int], None] = lambda _article, _texts: None


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document, its catalogue before this run (and that file's bytes), and what of it serves.

    `remarks` are what the memory has to say of texts that it has nothing fitting for.
    """

    job: Job
    decoded: Decoded
    document: Document
    old: Catalogue
    old_bytes: bytes | None
    leverage: Leverage
    remarks: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that can't be read, or whose catalogue can't."""

    job: Job
    problem: PipelineError


Article = Analysed | Refused


def analyse(job: Job, language: Language, files: Files, *, force: bool = False) -> Article:
    """Read an article and its catalogue; `force` lets go of what no person reviewed."""
    path = job.article
    try:
        decoded = decode(files.read(job.article))
        if not decoded.text.strip():
            raise ArticleError("the article is empty.", mending="Write it, or remove the file.")
        document = segment(decoded.text, language.reading)
        path = job.catalogue
        path, old_bytes = _catalogue_file(job, files)
        old = _catalogue(old_bytes, job)
    except PipelineError as error:
        return Refused(job, error.at(path))
    return Analysed(job, decoded, document, old, old_bytes, leverage(document, old, force=force))


def refreshed(article: Article, language: Language, files: Files) -> Article:
    """The article read again where its catalogue was saved by someone while the engine was asked."""
    if isinstance(article, Refused):
        return article
    try:
        same = _catalogue_file(article.job, files)[1] == article.old_bytes
    except PipelineError as error:
        return Refused(article.job, error.at(article.job.catalogue))
    return article if same else analyse(article.job, language, files)


def _catalogue_file(job: Job, files: Files) -> tuple[str, bytes | None]:
    """The catalogue's path and bytes; where the article stood before, as long as it is still there."""
    data = files.read_if_there(job.catalogue)
    if data is None and job.former:
        return job.former.catalogue, files.read_if_there(job.former.catalogue)
    return job.catalogue, data


def _catalogue(data: bytes | None, job: Job) -> Catalogue:
    if data is None:
        return Catalogue()
    catalogue = gettext.read(data)
    article = catalogue.header.get(ARTICLE, job.article)
    if article not in {job.article, job.former.article if job.former else job.article}:
        raise CatalogueError(
            f"this catalogue is for {article}, not for {job.article}.",
            mending="Put the right file in its place, or correct X-Article in its header.",
        )
    return catalogue
