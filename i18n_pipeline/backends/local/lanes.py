"""Which slot of the engine takes which request."""

from collections.abc import Sequence


def lanes(prefixes: Sequence[str], slots: int) -> list[list[int]]:
    """For each slot the indices of its requests, in order.

    A slot keeps what it read last, so that requests with one prefix stay together: with as many
    slots as prefixes or more, a slot meets one prefix only; with fewer, one after the other.
    """
    kinds = list(dict.fromkeys(prefixes))
    result: list[list[int]] = [[] for _ in range(slots)]
    for number, kind in enumerate(kinds):
        takers = [slot for slot in range(slots) if slot % len(kinds) == number % slots]
        for turn, index in enumerate(at for at, prefix in enumerate(prefixes) if prefix == kind):
            result[takers[turn % len(takers)]].append(index)
    return result
