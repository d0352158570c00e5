"""Queries answered: all sentences drafted at once, then the pieces of those that lost a code."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from i18n_pipeline.backends.code_edges import respaced
from i18n_pipeline.backends.local.drafts import Draft, Source
from i18n_pipeline.backends.local.sentence import Sentence, sentences
from i18n_pipeline.model.engine import Answer, Query
from i18n_pipeline.model.inline import Content, merged, same_codes

LONGEST = 1200
"""Characters of one sentence that fit into the engine's context with examples and translation."""

Drafting = Callable[[Iterable[Source]], dict[Source, Draft]]


class _NoDraft(Exception):
    """A sentence that stays without translation; its text is the reason."""


def answered(queries: Sequence[Query], drafting: Drafting) -> tuple[Answer, ...]:
    """One answer for each query, in order: exactly the query's codes, or no content and the problem."""
    work = [sentences(query) for query in queries]
    whole = [sentence for sentence in chain(*work) if len(sentence.marked.text) <= LONGEST]
    drafts = drafting(source for sentence in whole for source in sentence.sources())
    broken = [
        sentence for sentence in whole if _drafted(sentence, drafts) and sentence.solved(drafts) is None
    ]
    pieces = drafting(source for sentence in broken for source in sentence.pieces())
    return tuple(_answer(query, parts, drafts | pieces) for query, parts in zip(queries, work, strict=True))


def _drafted(sentence: Sentence, drafts: dict[Source, Draft]) -> bool:
    return not sentence.section.core or bool(drafts[sentence.whole].texts)


def _answer(query: Query, parts: Sequence[Sentence], drafts: dict[Source, Draft]) -> Answer:
    asked = {source for part in parts for source in (*part.sources(), *part.pieces())}
    tokens = sum(drafts[source].tokens for source in asked if source in drafts)
    try:
        content = merged(tuple(chain.from_iterable(_finished(part, drafts) for part in parts)))
    except _NoDraft as reason:
        return Answer(None, str(reason), tokens=tokens)
    content = respaced(content, query.content)
    if not same_codes(content, query.content):
        return Answer(None, "placeholders lost", tokens=tokens)
    return Answer(content, tokens=tokens)


def _finished(part: Sentence, drafts: dict[Source, Draft]) -> Content:
    if len(part.marked.text) > LONGEST:
        raise _NoDraft(f"a sentence of more than {LONGEST} characters")
    if not _drafted(part, drafts):
        raise _NoDraft(drafts[part.whole].problem)
    content = part.solved(drafts)
    if content is None:
        content = part.pieced(drafts)
    if content is None:
        raise _NoDraft("placeholders lost")
    return content
