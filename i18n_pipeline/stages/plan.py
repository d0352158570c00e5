"""What a run has to ask, settled before the first request: each text once, in as few requests as can be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.engine import Answer, Backend, Batch, Ledger
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.stages.article import Analysed, Article, Language
from i18n_pipeline.stages.ask import Text, characters, question
from i18n_pipeline.stages.leverage import keyed
from i18n_pipeline.stages.pack import packed
from i18n_pipeline.stages.prepare import about, context, requests


@dataclass(frozen=True, slots=True)
class Parcel:
    """Texts of one request; `batch` is what goes with them."""

    texts: tuple[Text, ...]
    batch: Batch


@dataclass(frozen=True, slots=True)
class Plan:
    """What articles need: `wanted` has, for each of them, the question of each pending key.

    Questions are answered by `known` or by a text of `parcels`, which holds each of them once. With
    a `problem` nothing can be asked.
    """

    wanted: tuple[Mapping[Key, str], ...] = ()
    known: Mapping[str, Answer] = field(default_factory=dict)
    parcels: tuple[Parcel, ...] = ()
    problem: PipelineError | None = None
    segments: int = 0

    @property
    def texts(self) -> int:
        """How many entries are to be filled."""
        return sum(map(len, self.wanted))

    @property
    def distinct(self) -> int:
        """How many texts go to the engine."""
        return sum(len(parcel.texts) for parcel in self.parcels)

    @property
    def characters(self) -> int:
        """Their source characters (code points), codes left out."""
        return sum(characters(text.query) for parcel in self.parcels for text in parcel.texts)


def plan(found: Sequence[Article], language: Language, backend: Backend, ledger: Ledger) -> Plan:
    """Look in the ledger, and pack what it does not have; texts of one article stay together."""
    wanted, texts = _wanted(found, language, backend)
    known = {
        text.question: answer
        for text in texts
        if (answer := ledger.get(text.question, text.query.content)) is not None
    }
    missing = [text for text in texts if text.question not in known]
    return Plan(
        tuple(wanted), known, tuple(_parcels(missing, found, language, backend)), segments=counted(found)
    )


def counted(found: Iterable[Article]) -> int:
    """How many entries the catalogues of these articles have."""
    return sum(len(keyed(article.document)) for article in found if isinstance(article, Analysed))


def pending(article: Article) -> tuple[Key, ...]:
    """The entries of an article that an engine is wanted for."""
    return article.leverage.pending if isinstance(article, Analysed) else ()


def _wanted(
    found: Sequence[Article], language: Language, backend: Backend
) -> tuple[list[dict[Key, str]], list[Text]]:
    """For each article the question of each pending key, and each question's text once."""
    glossary = language.checks.glossary if backend.capabilities.glossary else Glossary()
    wanted: list[dict[Key, str]] = []
    texts: dict[str, Text] = {}
    for article in found:
        mine: dict[Key, str] = {}
        if isinstance(article, Analysed) and article.leverage.pending:
            for request in requests(article.document, article.leverage.pending, glossary):
                asked = question(request.query, language.source, language.target, backend)
                mine[request.key] = asked
                texts.setdefault(asked, Text(asked, request.query, article.job.article))
        wanted.append(mine)
    return wanted, list(texts.values())


def _parcels(
    missing: Sequence[Text], found: Sequence[Article], language: Language, backend: Backend
) -> Iterator[Parcel]:
    documents = {article.job.article: article.document for article in found if isinstance(article, Analysed)}
    terms = language.checks.glossary.decided() if backend.capabilities.glossary else {}
    for texts in packed(missing, backend.capabilities):
        abouts = [about(documents[name]) for name in dict.fromkeys(text.article for text in texts)]
        around = context(abouts, [text.query for text in texts])
        yield Parcel(tuple(texts), Batch((), language.source, language.target, around, terms))
