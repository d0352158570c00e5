"""Compounds: `vacature` inside `vacaturetekst`."""

from collections.abc import Callable, Iterator

Known = Callable[[str], bool]
"""Whether a word in lower case is one of the language."""

_SHORTEST_TERM, _SHORTEST_REST = 4, 3

# What Dutch puts between the parts: werk+plek, verlof+s+aanvraag, boek+en+kast, zonn+e+bril.
_LINKS = ("", "s", "en", "e", "n")


def parts(word: str, is_term: Known, is_word: Known) -> Iterator[str]:
    """Terms that a word is put together from: those between hyphens, at its beginning, at its end.

    What is left of the word, without a linking element, has to be a word as well: no `stage` in
    `percentage`. The longest come first.
    """
    pieces = word.split("-")
    if len(pieces) > 1:
        yield from filter(is_term, pieces)
    for length in range(len(word) - _SHORTEST_REST, _SHORTEST_TERM - 1, -1):
        if is_term(word[-length:]) and any(map(is_word, _before_link(word[:-length]))):
            yield word[-length:]
        if is_term(word[:length]) and any(map(is_word, _behind_link(word[length:]))):
            yield word[:length]


def _before_link(rest: str) -> Iterator[str]:
    for link in _LINKS:
        if rest.endswith(link) and len(rest) - len(link) >= _SHORTEST_REST:
            yield rest[: len(rest) - len(link)]


def _behind_link(rest: str) -> Iterator[str]:
    for link in _LINKS:
        if rest.startswith(link) and len(rest) - len(link) >= _SHORTEST_REST:
            yield rest[len(link) :]
