"""A plain `translate sync`: one whose options need no interpreting; standard library only."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WEBHOOK = "I18N_WEBHOOK_URL"
"""The variable that asks for a webhook as the option does."""


class Plain:
    """The values of the only options that it may have."""

    __slots__ = ("backend", "prune", "target", "wait")

    def __init__(self) -> None:
        self.backend = self.target = ""
        self.prune = False
        self.wait = 0.0


def plain(arguments: Sequence[str], environment: Mapping[str, str]) -> Plain | None:
    """What was asked for, None where `translate` with these arguments is anything else."""
    rest, asked = list(arguments), Plain()
    if not rest or rest.pop(0) != "sync" or environment.get(WEBHOOK):
        return None
    while rest:
        match rest:
            case ["--prune", *rest]:
                asked.prune = True
            case ["--backend", name, *rest]:
                asked.backend = name
            case ["--target", name, *rest]:
                asked.target = name
            case ["--wait", seconds, *rest] if seconds.isdecimal():
                asked.wait = float(seconds)
            case _:
                return None
    return asked
