"""Two source texts compared as a translator compares them: what differs, and whether it decides."""

import re
from collections import Counter
from difflib import SequenceMatcher

from i18n_pipeline.checks.negation_words import DENIED
from i18n_pipeline.checks.quantities.dutch import dutch
from i18n_pipeline.checks.quantities.quantity import Weight
from i18n_pipeline.formats import markdown
from i18n_pipeline.model.inline import text_only

_DENYING = re.compile(
    rf"{DENIED.pattern}|\b(?:noch|zonder|tenzij|behalve|nauwelijks|amper|nee|neen|wel)\b"
    r"|\b(?:not|no|never|nobody|nothing|none|without|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
_NAMED_BY_NUMBER = re.compile(r"\b(?=\w*\d)(?=\w*[^\W\d])\w+")
"""`A4`, `v2`, `90s`: no quantities, but they name one thing and no other."""

_WORD = re.compile(r"\w+")
_AROUND = 3


def contradict(one: str, other: str) -> bool:
    """Whether two Markdown texts differ in a negation, a number or an `on-`: then neither is of use."""
    first, second = (text_only(markdown.aligned(text, ()), standalone=" ").lower() for text in (one, other))
    return _decisive(first) != _decisive(second) or _opposites(first, second)


def _decisive(text: str) -> tuple[Counter[str], Counter[frozenset[str]]]:
    words = Counter(_DENYING.findall(text)) + Counter(_NAMED_BY_NUMBER.findall(text))
    # `een` is an article before it is a number.
    numbers = Counter(
        quantity.readings
        for quantity in dutch(text)
        if quantity.weight is not Weight.HINT and quantity.written.strip() not in {"een", "één"}
    )
    return words, numbers


def _opposites(one: str, other: str) -> bool:
    differing = set(_WORD.findall(one)) ^ set(_WORD.findall(other))
    return any(f"on{word}" in differing for word in differing)


def difference(old: str, new: str) -> str:
    """What became of the words of `old`, in the notation of wdiff: `[-gone-]`, `{+new+}`, long runs cut."""
    before, after = old.split(), new.split()
    parts: list[str] = []
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[a:b] == after[c:d]:
            parts += _cut(before[a:b], first=a == 0, last=b == len(before))
            continue
        parts += [f"[-{' '.join(before[a:b])}-]"] if b > a else []
        parts += [f"{{+{' '.join(after[c:d])}+}}"] if d > c else []
    return " ".join(parts)


def _cut(words: list[str], *, first: bool, last: bool) -> list[str]:
    """The words next to a difference."""
    if first and last:
        return words
    head = [] if first else words[:_AROUND]
    tail = [] if last else words[len(words) - _AROUND :]
    return words if len(words) <= len(head) + len(tail) + 1 else [*head, "…", *tail]
