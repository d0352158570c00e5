"""Single texts drafted, judged and put in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from i18n_pipeline.backends.guard import Fault, fault
from i18n_pipeline.backends.local.choice import in_order
from i18n_pipeline.backends.local.completion import Completed, Engine
from i18n_pipeline.backends.local.polish import polished
from i18n_pipeline.backends.local.prompts import EXAMPLE_TARGETS, Prompt
from i18n_pipeline.backends.local.terms import Terms, written_in


@dataclass(frozen=True, slots=True)
class Source:
    """A text without codes to be drafted, and the glossary terms in it."""

    text: str
    terms: Terms = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The acceptable translations of a text, the likeliest first; without any, `problem` says why."""

    texts: tuple[str, ...]
    problem: str = ""
    tokens: int = 0


def draft(sources: Iterable[Source], engine: Engine, prompts: Sequence[Prompt]) -> dict[Source, Draft]:
    """A draft of every source, all asked for at once; a text that is a glossary term is not asked for."""
    unique = list(dict.fromkeys(sources))
    drafts = {source: Draft((term,)) for source in unique if (term := _glossary_target(source))}
    asked = [source for source in unique if source not in drafts]
    requests = [
        prompt.completion(_as_read(source, index), dict(source.terms))
        for source in asked
        for index, prompt in enumerate(prompts)
    ]
    completed = engine.complete(requests) if requests else ()
    for index, source in enumerate(asked):
        drafts[source] = _judged(source, completed[index * len(prompts) : (index + 1) * len(prompts)])
    return drafts


def _as_read(source: Source, index: int) -> str:
    """The text for the prompt of that number; every second one has the glossary's terms written in."""
    return written_in(source.terms, source.text) if index % 2 else source.text


def _glossary_target(source: Source) -> str:
    """The English of a text that is nothing but a glossary term, with a capital where the text has one."""
    for dutch, english in source.terms:
        if dutch.casefold() == source.text.casefold():
            return english[:1].upper() + english[1:] if source.text[:1].isupper() else english
    return ""


def _judged(source: Source, completed: Sequence[Completed]) -> Draft:
    tokens = sum(one.tokens for one in completed)
    texts = [polished(source.text, one.text) for one in completed]
    faults = [
        fault(source.text, text, EXAMPLE_TARGETS) if one.finished else Fault.LENGTH
        for text, one in zip(texts, completed, strict=True)
    ]
    sound = [text for text, found in zip(texts, faults, strict=True) if not found]
    if not sound:
        return Draft((), next(str(found) for found in faults if found), tokens)
    ranked = in_order(source.text, sound, dict(source.terms))
    return Draft(tuple(dict.fromkeys(ranked)), tokens=tokens)
