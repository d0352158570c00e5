"""Text that is Dutch still, as a whole or in part."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.language import DUTCH_WORDS, Language, dutch_lead, guess
from i18n_pipeline.checks.pair import Pair, words
from i18n_pipeline.model.finding import Finding, Severity

_NAME_WORDS = "de het een en van voor op te ten ter aan bij met der den tot om uit"
_IN_NAMES = frozenset(_NAME_WORDS.split())
_BETWEEN_NAMES = _IN_NAMES | {"in", "of"}
_QUOTED = re.compile(r"\"[^\"]+\"|“[^”]+”|‘[^’]+’|(?<!\w)'[^']+'(?!\w)|\([^)]+\)")
_FEW_WORDS = 4
_SHARE = 0.2
_WEIGHT = 1.5
_WINDOW, _WINDOW_WEIGHT = 6, 2.0
_RUN = 3


def untranslated(pair: Pair) -> Iterator[Finding]:
    """The source itself, or a share of Dutch words that English can't have; names and short text are safe."""
    found = words(pair.target_text)
    if not found or _is_name(found):
        return
    if _plain(found) == _plain(words(pair.source_text)):
        if _is_dutch(found, pair):
            message = "The translation is the Dutch text itself."
            yield Finding("untranslated", Severity.ERROR, message, fix="Translate it.")
    elif dutch := _dutch_words(pair.target_text) or _kept(pair):
        message = f"Dutch words stand in the translation: {', '.join(dict.fromkeys(dutch))}."
        span = pair.place(dutch[0])
        yield Finding("still-dutch", Severity.ERROR, message, fix="Translate the rest of it.", span=span)
    elif guess(_QUOTED.sub(" ", pair.target_text)) is Language.DUTCH:
        yield Finding("still-dutch", Severity.ERROR, "The translation is Dutch.", fix="Translate it.")


def _is_dutch(found: list[str], pair: Pair) -> bool:
    """Of a text that is its source: short, it has to be sure; of some words, a trait will do."""
    if len(found) < _FEW_WORDS:
        return guess(pair.target_text) is Language.DUTCH
    return any(map(_weight, found)) or dutch_lead(pair.target_text) > 0


def _dutch_words(text: str) -> list[str]:
    """The Dutch words of a text or a part of it that is Dutch; none where they are few."""
    unquoted = words(_QUOTED.sub(" ", text))
    found = unquoted if len(unquoted) >= _FEW_WORDS else words(text)
    if len(found) < _FEW_WORDS:
        return []
    weight = sum(map(_weight, found))
    windows = (found[start : start + _WINDOW] for start in range(len(found)))
    if (weight >= _WEIGHT and weight >= _SHARE * len(found)) or any(
        sum(map(_weight, window)) >= _WINDOW_WEIGHT for window in windows
    ):
        return [word for word in found if _weight(word)]
    return []


def _kept(pair: Pair) -> list[str]:
    """Words in a row that the source has too, a Dutch one among them; names and quotations may be kept."""
    source = _plain(words(pair.source_text))
    runs = {tuple(source[at : at + _RUN]) for at in range(len(source) - _RUN + 1)}
    for part in _QUOTED.split(pair.target_text):
        found = words(part)
        for at in range(len(found) - _RUN + 1):
            run = found[at : at + _RUN]
            if tuple(_plain(run)) in runs and any(map(_weight, run)) and not _is_part_of_name(run):
                return run
    return []


def _is_part_of_name(run: list[str]) -> bool:
    return all(word[0].isupper() or word in _BETWEEN_NAMES for word in run) and any(
        word[0].isupper() for word in run
    )


def _weight(word: str) -> float:
    lower = word.lower()
    return 0.5 if lower in _IN_NAMES else 1.0 if lower in DUTCH_WORDS else 0.0


def _is_name(found: list[str]) -> bool:
    """`Hogeschool van Arnhem en Nijmegen`: capitals, and between them words that names hold."""
    return found[0][0].isupper() and all(word[0].isupper() or word in _BETWEEN_NAMES for word in found)


def _plain(found: list[str]) -> list[str]:
    return [word.lower() for word in found]
