"""What a run would send, counted before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from i18n_pipeline.model.engine import Capabilities
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.stages.article import Analysed
from i18n_pipeline.stages.ask import characters
from i18n_pipeline.stages.leverage import keyed
from i18n_pipeline.stages.prepare import batches, requests


@dataclass(frozen=True, slots=True)
class Estimate:
    """Numbers of a run to come.

    `texts` are to be translated, `distinct` of them differ; `characters` are the distinct ones' source
    code points without their codes, as DeepL bills them; what the ledger has already is not taken off.
    """

    articles: int = 0
    segments: int = 0
    texts: int = 0
    distinct: int = 0
    characters: int = 0
    requests: int = 0

    def __add__(self, other: "Estimate") -> "Estimate":
        return Estimate(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def estimate(articles: Sequence[Analysed], glossary: Glossary, capabilities: Capabilities) -> Estimate:
    """Count what these articles need."""
    asked = [requests(article.document, article.leverage.pending, glossary) for article in articles]
    distinct = {request.query.content: request.query for some in asked for request in some}
    return Estimate(
        articles=len(articles),
        segments=sum(len(keyed(article.document)) for article in articles),
        texts=sum(map(len, asked)),
        distinct=len(distinct),
        characters=characters(distinct.values()),
        requests=sum(1 for some in asked for _ in batches(some, capabilities)),
    )
