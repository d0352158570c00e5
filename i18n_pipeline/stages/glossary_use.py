"""Which terms of a glossary the articles use."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from i18n_pipeline.model.compound import Known
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.glossary import TAG, Glossary, Lemmatise
from i18n_pipeline.model.glossary_rows import Row
from i18n_pipeline.model.inline import text_only

UNUSED = "term-unused"


def unused(
    rows: Sequence[Row], documents: Iterable[Document], lemmatise: Lemmatise, is_word: Known
) -> list[Finding]:
    """A note for each source that stands in no article, at its first row, in the file's order.

    A term that has a longer one around it wherever it stands is not used; what it is part of in
    compounds is told. `lemmatise` and `is_word` are the source language's.
    """
    glossary = Glossary((row.term for row in rows), lemmatise)
    used: set[tuple[bool, str]] = set()
    compounds: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for segment in document.segments:
            text = text_only(segment.content, " ")
            if segment.taxonomy:
                used.add((True, text.strip().casefold()))
            else:
                used |= {(False, found.term.source) for found in glossary.find(text)}
                for near in glossary.near(text, is_word):
                    compounds[near.term.source].add(text[near.start : near.end].lower())
    return [_finding(row, compounds) for row in _firsts(rows) if _name(row) not in used]


def _name(row: Row) -> tuple[bool, str]:
    is_tag = row.term.part_of_speech == TAG
    return is_tag, row.term.source.casefold() if is_tag else row.term.source


def _firsts(rows: Sequence[Row]) -> list[Row]:
    first: dict[tuple[bool, str], Row] = {}
    for row in rows:
        first.setdefault(_name(row), row)
    return list(first.values())


def _finding(row: Row, compounds: dict[str, set[str]]) -> Finding:
    source = row.term.source
    if row.term.part_of_speech == TAG:
        message = f"No article has the tag “{source}”."
    elif source in compounds:
        message = f"“{source}” stands in no article but in {', '.join(sorted(compounds[source]))}."
    else:
        message = f"“{source}” stands in no article."
    return Finding(UNUSED, Severity.INFO, message, row.line, source)
