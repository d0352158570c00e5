"""From pending entries to what an engine is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.engine import Query
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.model.inline import text_only
from i18n_pipeline.stages.leverage import keyed

CONTEXT_LIMIT = 4000
"""Characters of context that go with a request; engines have lower limits of their own."""


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


def about(document: Document) -> str:
    """What an article is about: its title, intro and the like."""
    return "\n".join(
        segment.source for segment in document.segments if segment.context and not segment.taxonomy
    )


def context(abouts: Sequence[str], queries: Sequence[Query]) -> str:
    """What goes with a request for `queries`: what their articles are about, then the text around them."""
    around = [queries[0].before, queries[-1].after]
    return "\n".join(text for text in (*abouts, *around) if text)[:CONTEXT_LIMIT]
