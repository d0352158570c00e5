"""Where in a translation the words of a link or of emphasis stand.

Where the words were translated by themselves as well, that text, or the longest run of its words,
is looked for in the sentence's translation. An engine that knows more has its own `Find`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from i18n_pipeline.backends.untagged.markers import Marked, MarkedSpan
from i18n_pipeline.model.inline import Content, Placeholder, merged

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SAME_WORD = 80.0
"""Percent of likeness above which two words are one (`experience`, `experiences`)."""
_ENOUGH = 0.6
"""The share of the words that has to be found."""
_SHORT = 3
_SAY_NOTHING = {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "from"}

Range = tuple[int, int]
"""From where to where, in characters."""

Alternatives = Callable[[str], Sequence[str]]
"""A span's source text in, what it may be called in the translation out, the likeliest first."""

Find = Callable[[MarkedSpan, str, int], Iterable[Range]]
"""A pair, the text that its words stand in, where that begins in the translation; where they may
stand in the text, the likeliest place first."""


def placed(marked: Marked, translation: str, alternatives: Alternatives) -> Content | None:
    """The translation with all codes in it; None where a marker or the words of a pair can't be found."""
    return put(marked, translation, searched(marked, translation, alternatives))


def searched(marked: Marked, translation: str, alternatives: Alternatives) -> Find:
    """Finds a pair by what it may be called, nearest to where it stands in the source."""
    scale = len(translation) / max(len(marked.text), 1)

    def find(span: MarkedSpan, text: str, offset: int) -> Iterator[Range]:
        expected = span.start * scale - offset
        for look in (_verbatim, _longest_run):
            for words in alternatives(span.text):
                yield from sorted(look(text, words), key=lambda place: abs(place[0] - expected))

    return find


def put(marked: Marked, translation: str, find: Find) -> Content | None:
    """The translation with all codes in it; None where a marker is lost or a pair finds no free place."""
    if not marked.keeps_markers(translation):
        return None
    return _within(translation, 0, marked, marked.spans, find)


def _within(
    text: str, offset: int, marked: Marked, spans: Sequence[MarkedSpan], find: Find
) -> Content | None:
    """`text`, which begins at `offset` of the translation, with the codes of `spans`."""
    found: list[tuple[Range, MarkedSpan]] = []
    for span in sorted(spans, key=lambda span: -len(span.text)):
        taken = [place for place, _ in found]
        place = next((place for place in find(span, text, offset) if not _overlaps(place, taken)), None)
        if place is None:
            return None
        found.append((place, span))
    parts: list[str | Placeholder] = []
    at = 0
    for (start, end), span in sorted(found, key=lambda item: item[0]):
        inside = _within(text[start:end], offset + start, marked, span.inner, find)
        if inside is None:
            return None
        parts += (*marked.restored(text[at:start]), span.span.open, *inside, span.span.close)
        at = end
    return merged((*parts, *marked.restored(text[at:])))


def _overlaps(place: Range, taken: Sequence[Range]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in taken)


def _verbatim(text: str, words: str) -> Iterator[Range]:
    """Everywhere that the words stand as they are, in any case."""
    if words:
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE):
            yield match.span()


def _longest_run(text: str, words: str) -> Iterator[Range]:
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


def _told(run: list[re.Match[str]]) -> Iterator[Range]:
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
