"""False friends: `eventueel` is not “eventually”, a `stage` no “stage”."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_TABLE = "data/false_friends.csv"


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """Forms of a Dutch word, the English words it is mistaken for, those of which one is right."""

    dutch: str
    false: str
    right: str


def false_friends(pair: Pair) -> Iterator[Finding]:
    """The English look-alike of a word that the Dutch has, where no right translation stands beside it."""
    source, target = pair.source_text, pair.target_text
    for friend in table():
        if not (mistaken := _any(friend.false).search(target)) or _any(friend.right).search(target):
            continue
        if there := _any(friend.dutch).search(source):
            better = friend.right.split()[0].rstrip("*")
            message = f"{mistaken[0]!r} is a false friend of {there[0]!r}."
            fix = f"Use {better!r} or a word like it."
            yield Finding(
                "false-friend", Severity.WARNING, message, fix=fix, span=pair.span(*mistaken.span())
            )


@cache
def table() -> tuple[FalseFriend, ...]:
    """The pairs of `data/false_friends.csv`: words parted by spaces, `-` in a word for a space too.

    `*` at a word's end stands for any ending.
    """
    text = (resources.files("i18n_pipeline.checks") / _TABLE).read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(FalseFriend(row["dutch"], row["false"], row["right"]) for row in rows)


@cache
def _any(forms: str) -> re.Pattern[str]:
    words = (re.escape(form).replace(r"\*", r"\w*").replace(r"\-", "[ -]") for form in forms.split())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
