"""Which post was written from which article where their file names don't say it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from i18n_pipeline.formats import front_matter
from i18n_pipeline.model.document import Document
from i18n_pipeline.stages.align.blocks import blocks

_LEAST = 3
"""So many anchors that no other file has must be the same."""

_SHARE = 0.5
"""Of the anchors that either of the two has alone."""

_ADDRESS = re.compile(r"\]\(\s*<?([^\s)>]+)")
_NUMBER = re.compile(r"\d[\d.,:]{2,}\d|\d{3,}")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a translation leaves as it is: front matter values, addresses, code, long numbers."""

    marks: frozenset[str]


def anchors(document: Document) -> Anchors:
    """The anchors of a document."""
    values = (each.text or "" for each in front_matter.read(document.head).fields)
    marks = {mark for block in blocks(document) for mark in block.marks}
    addresses = {address for mark in marks for address in _ADDRESS.findall(mark)}
    numbers = {re.sub(r"\D", "", number) for number in _NUMBER.findall(document.body)}
    kept = {value for value in values if len(value) >= _SHORTEST}
    code = {mark for mark in marks if "\n" in mark and mark.strip()}
    return Anchors(frozenset(kept | addresses | numbers | code))


def same_articles(
    articles: Mapping[str, Anchors], posts: Mapping[str, Anchors], others: Sequence[Anchors] = ()
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Article path → post path and the anchors that tell, where that is sure.

    `others` are files whose counterpart is known: what they have too tells nothing.
    """
    known = frozenset().union(*(each.marks for each in others))
    ours, theirs = _rare(articles, known), _rare(posts, known)
    result = {}
    for article, marks in ours.items():
        fitting = [post for post, found in theirs.items() if _fit(marks, found)]
        if len(fitting) == 1 and sum(_fit(each, theirs[fitting[0]]) for each in ours.values()) == 1:
            result[article] = (fitting[0], tuple(sorted(marks & theirs[fitting[0]])))
    return result


def _rare(files: Mapping[str, Anchors], known: frozenset[str]) -> dict[str, frozenset[str]]:
    """Of each file the anchors that no other file of its kind has."""
    counts = Counter(mark for each in files.values() for mark in each.marks)
    return {
        path: frozenset(mark for mark in each.marks if counts[mark] == 1) - known
        for path, each in files.items()
    }


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _LEAST and shared >= _SHARE * min(len(one), len(other))
