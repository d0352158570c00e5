"""Where in a translation the words of a link or of emphasis stand.

The words were translated by themselves as well; that text, or the longest run of its words, is
looked for in the sentence's translation.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz

from i18n_pipeline.backends.local.markers import Marked, MarkedSpan
from i18n_pipeline.model.inline import Content, Placeholder, merged

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SAME_WORD = 80.0
"""Percent of likeness above which two words are one (`experience`, `experiences`)."""
_ENOUGH = 0.6
"""The share of the words that has to be found."""
_SHORT = 3
_SAY_NOTHING = {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "from"}

_Range = tuple[int, int]
Alternatives = Callable[[str], Sequence[str]]
"""A span's source text in, what it may be called in the translation out, the likeliest first."""


def placed(marked: Marked, translation: str, alternatives: Alternatives) -> Content | None:
    """The translation with all codes in it; None where a marker or the words of a pair can't be found."""
    if not marked.keeps_markers(translation):
        return None
    scale = len(translation) / max(len(marked.text), 1)
    return _Placing(marked, scale, alternatives).within(translation, 0, marked.spans)


class _Placing:
    """Puts the pairs of one text into its translation."""

    def __init__(self, marked: Marked, scale: float, alternatives: Alternatives) -> None:
        self._marked = marked
        self._scale = scale
        self._alternatives = alternatives

    def within(self, text: str, offset: int, spans: Sequence[MarkedSpan]) -> Content | None:
        """`text`, which begins at `offset` of the translation, with the codes of `spans`."""
        found: list[tuple[_Range, MarkedSpan]] = []
        for span in sorted(spans, key=lambda span: -len(span.text)):
            taken = [place for place, _ in found]
            place = self._place(text, span, span.start * self._scale - offset, taken)
            if place is None:
                return None
            found.append((place, span))
        parts: list[str | Placeholder] = []
        at = 0
        for (start, end), span in sorted(found, key=lambda item: item[0]):
            inside = self.within(text[start:end], offset + start, span.inner)
            if inside is None:
                return None
            parts += (*self._marked.restored(text[at:start]), span.span.open, *inside, span.span.close)
            at = end
        return merged((*parts, *self._marked.restored(text[at:])))

    def _place(self, text: str, span: MarkedSpan, expected: float, taken: Sequence[_Range]) -> _Range | None:
        for find in (_verbatim, _longest_run):
            for words in self._alternatives(span.text):
                free = [place for place in find(text, words) if not _overlaps(place, taken)]
                if free:
                    return min(free, key=lambda place: abs(place[0] - expected))
        return None


def _overlaps(place: _Range, taken: Sequence[_Range]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in taken)


def _verbatim(text: str, words: str) -> Iterator[_Range]:
    """Everywhere that the words stand as they are, in any case."""
    if words:
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE):
            yield match.span()


def _longest_run(text: str, words: str) -> Iterator[_Range]:
    """The longest runs of like words, if they are most of the words; no article or preposition at the end."""
    said = list(_WORD.finditer(text))
    wanted = _WORD.findall(words)
    runs: dict[int, int] = {}
    for at in range(len(said)):
        found = (_run([match[0] for match in said[at:]], wanted[begin:]) for begin in range(len(wanted)))
        runs[at] = max(found, default=0)
    longest = max(runs.values(), default=0)
    if longest and longest >= _ENOUGH * len(wanted):
        for at in (at for at, length in runs.items() if length == longest):
            yield from _told(said[at : at + longest])


def _told(run: list[re.Match[str]]) -> Iterator[_Range]:
    """Where a run is, up to its last word that says something; nowhere without such a word."""
    while run and run[-1][0].lower() in _SAY_NOTHING:
        run.pop()
    if any(len(word[0]) > _SHORT for word in run):
        yield run[0].start(), run[-1].end()


def _run(said: Sequence[str], wanted: Sequence[str]) -> int:
    """How many words from the beginning on are alike."""
    length = 0
    for one, other in zip(said, wanted, strict=False):
        if fuzz.ratio(one.lower(), other.lower()) < _SAME_WORD:
            break
        length += 1
    return length
