"""The words of a pair found by what the model looked at while it translated them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from i18n_pipeline.backends.ctranslate2.translated import Range, Translated
from i18n_pipeline.backends.untagged.markers import MarkedSpan
from i18n_pipeline.backends.untagged.spans import Find

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ENOUGH = 2 / 3
"""The share of the words between the first and the last one found that have to be the pair's too."""


def aligned(translated: Translated, source: str) -> Find:
    """Finds a pair where the translation's words come from its words, if those stand together."""
    words = _origins(translated, source)

    def find(span: MarkedSpan, _text: str, offset: int) -> Iterator[Range]:
        begin = source.index(span.text, span.start)
        end = begin + len(span.text)
        found = [number for number, (_, origin) in enumerate(words) if begin <= origin < end]
        if found and len(found) >= _ENOUGH * (found[-1] - found[0] + 1):
            yield words[found[0]][0][0] - offset, words[found[-1]][0][1] - offset

    return find


def _origins(translated: Translated, source: str) -> list[tuple[Range, int]]:
    """Each word of the translation, and where the source's word begins that most of its tokens come from."""
    there = [match.span() for match in _WORD.finditer(source)]
    result = []
    for match in _WORD.finditer(translated.text):
        origins = Counter(
            begin
            for link in translated.links
            if link.target[0] < match.end() and match.start() < link.target[1]
            if (begin := _begin(there, link.source)) is not None
        )
        if origins:
            result.append((match.span(), origins.most_common(1)[0][0]))
    return result


def _begin(words: Sequence[Range], place: Range) -> int | None:
    """Where the word begins that a token ends in."""
    at = bisect_right(words, place[1] - 1, key=lambda word: word[0]) - 1
    return words[at][0] if at >= 0 and place[1] <= words[at][1] else None
