"""From pending texts to what an engine is asked, in batches of one article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.engine import Capabilities, Query
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.model.inline import source_markdown, text_only
from i18n_pipeline.stages.leverage import keyed

CONTEXT_LIMIT = 1000
"""Characters of context about an article that go with a batch."""


@dataclass(frozen=True, slots=True)
class Request:
    """A text to translate and the entry that it is for."""

    key: Key
    query: Query


def requests(document: Document, pending: Sequence[Key], glossary: Glossary) -> list[Request]:
    """A request for each pending key, with its terms and its neighbours in the article."""
    order = list(keyed(document).values())
    position = {segment.key: number for number, segment in enumerate(order)}
    result = []
    for key in pending:
        at = position[key]
        content = order[at].content
        query = Query(
            content,
            terms=glossary.preferred(text_only(content, standalone=" ")),
            before=order[at - 1].source if at else "",
            after=order[at + 1].source if at + 1 < len(order) else "",
        )
        result.append(Request(key, query))
    return result


def context_of(document: Document) -> str:
    """What the article is about: its title, intro and the like, as far as the limit allows."""
    texts = [segment.source for segment in document.segments if segment.context and not segment.taxonomy]
    return "\n".join(texts)[:CONTEXT_LIMIT]


def batches(asked: Sequence[Request], capabilities: Capabilities) -> Iterator[list[Request]]:
    """The requests in order, as few batches as the engine's limits allow."""
    batch: list[Request] = []
    size = 0
    for request in asked:
        length = len(source_markdown(request.query.content).encode())
        if batch and (len(batch) == capabilities.batch_texts or size + length > capabilities.batch_bytes):
            yield batch
            batch, size = [], 0
        batch.append(request)
        size += length
    if batch:
        yield batch
