"""Separable verbs: `afwijzen` in “ze wijzen je af” and in “om je af te wijzen”."""

from collections.abc import Iterator, Sequence

_SHORTEST_PARTICLE, _SHORTEST_STEM = 2, 4

# What may follow a particle that belongs to a verb. Before a noun or an article the same word is a
# preposition: “ze werken over” is overwerken, “ze werken over de grens” is not.
_AFTER_PARTICLE = frozenset({
    "aan", "als", "bij", "dan", "dat", "door", "en", "in", "maar", "met", "na", "naar", "of", "om", "omdat",
    "op", "over", "sinds", "terwijl", "tijdens", "tot", "uit", "van", "vanaf", "via", "voor", "want",
})  # fmt: skip

# “Daar zegt iedereen ja op”: here the particle belongs to `daar`.
_STRANDS_A_PREPOSITION = frozenset({"daar", "er", "hier", "waar"})


def seams(verb: str) -> Iterator[tuple[str, str]]:
    """A verb cut in two wherever a particle could end."""
    for seam in range(_SHORTEST_PARTICLE, len(verb) - _SHORTEST_STEM + 1):
        yield verb[:seam], verb[seam:]


def joined(lemmas: Sequence[str], ends: Sequence[bool], at: int) -> Iterator[str]:
    """Verbs that word `at` may be the stem of, with a particle that stands later in its clause.

    `ends` says of each word whether its clause ends with it; the last one's does.
    """
    begin = next((word + 1 for word in range(at - 1, -1, -1) if ends[word]), 0)
    end = next(word for word in range(at, len(ends)) if ends[word])
    if _STRANDS_A_PREPOSITION.isdisjoint(lemmas[begin : end + 1]):
        for later in range(at + 1, end + 1):
            if later == end or lemmas[later + 1] in _AFTER_PARTICLE:
                yield lemmas[later] + lemmas[at]
