"""What a language model's answer looks like when it is no translation at all.

A model that completes text may repeat the source, go on in its language, run in circles or recite
its examples. Such an answer is worse than none: it reads as if somebody had translated.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from itertools import zip_longest

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The commonest Dutch words that aren't English ones ("is", "of", "over", "met", "die" say nothing).
_DUTCH = _words(
    "aan als bij daar dat de deze dit dus echter een eens elkaar en er ging haar heb hebben heeft "
    "hem het hij hoe hun ik ja je jij jou jouw jullie kan kunnen kunt maar meer mij mijn moet moeten na "
    "naar niet niets nog nooit omdat ons onze ook op te tot uit uw van veel voor waar waarom wanneer wat "
    "wel werd wie wij wil wilt worden wordt ze zich zij zijn zo zoals zonder zou zouden zullen"
)
_NAME_PARTICLES = _words("de den der het te ten ter van")

_FEW_WORDS = 3
_MOST_DUTCH = 0.2
_SHORTEST, _LONGEST = 0.5, 1.6
_SHORT_TEXT_FACTOR, _SHORT_TEXT_ALLOWANCE = 3, 12
_LONGEST_UNIT = 8


class Fault(StrEnum):
    """Why an answer can't be a translation of its source."""

    EMPTY = "empty answer"
    UNTRANSLATED = "same as the source"
    DUTCH = "still Dutch"
    LENGTH = "far shorter or longer than the source"
    EXAMPLE = "copied from the prompt's examples"
    LOOP = "the same words over and over"


def fault(source: str, answer: str, examples: Collection[str] = ()) -> Fault | None:
    """The first fault of an answer to a Dutch source, None where it may be a translation.

    `examples` are the target texts of the prompt's own examples.
    """
    if not _WORD.search(answer) and _WORD.search(source):
        return Fault.EMPTY
    if _unchanged(source, answer):
        return Fault.UNTRANSLATED
    if _copies(answer, source, examples):
        return Fault.EXAMPLE
    if _repeats(answer) > max(_repeats(source), 2):
        return Fault.LOOP
    if dutch_share(answer) > _MOST_DUTCH:
        return Fault.DUTCH
    return None if _plausible_length(source, answer) else Fault.LENGTH


def dutch_share(text: str) -> float:
    """The share of words that are Dutch function words, 0 to 1; those inside names don't count."""
    words = _WORD.findall(text)
    found = 0
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        in_a_name = word.lower() in _NAME_PARTICLES and following[:1].isupper()
        found += word.lower() in _DUTCH and not in_a_name
    return found / len(words) if words else 0.0


def _unchanged(source: str, answer: str) -> bool:
    words = _folded(source)
    return len(words) > _FEW_WORDS and words == _folded(answer)


def _copies(answer: str, source: str, examples: Collection[str]) -> bool:
    said = _folded(answer)
    return any(said == _folded(example) for example in examples) and said != _folded(source)


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _repeats(text: str) -> int:
    """How often one and the same run of 1 to 8 words follows itself, at most."""
    words = _folded(text)
    return max((_run(words, unit) for unit in range(1, _LONGEST_UNIT + 1)), default=0)


def _run(words: list[str], unit: int) -> int:
    longest = same = 0
    for one, other in zip(words, words[unit:], strict=False):
        same = same + 1 if one == other else 0
        longest = max(longest, same)
    return longest // unit + 1 if words else 0


def _plausible_length(source: str, answer: str) -> bool:
    if len(_WORD.findall(source)) <= _FEW_WORDS:
        return len(answer) <= _SHORT_TEXT_FACTOR * len(source) + _SHORT_TEXT_ALLOWANCE
    return _SHORTEST <= len(answer) / len(source) <= _LONGEST
