"""Text that is Dutch still, as a whole or in part."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair, words
from i18n_pipeline.model.finding import Finding, Severity

# Left out: what is English too (is, in, of, over, had, was, we, want, door, dat, die, me, hem, men, er, al).
_FUNCTION_WORDS = """
het een niet je jij jou jouw jullie ik zijn hij zij haar hun ons onze uw ook maar omdat dus toch wel nog
naar uit voor tot bij om als dit deze dat wat wie waar hoe waarom wanneer heb hebt heeft hebben wordt worden
werd kan kun kunt kunnen moet moeten wil wilt willen zal zullen zou bent geen nooit altijd veel meer
alleen zelf zich elkaar alle iets niets iemand zo nu daar hier eerst daarna tijdens tussen zonder tegen
onder doet doen ga gaat gaan maak maakt maken krijg krijgt mijn ze zoals welke goed goede nieuwe eigen werk
voordat nadat totdat zodat zodra terwijl hoewel toen indien doordat opdat
"""
_NAME_WORDS = "de het een en van voor op te ten ter aan bij met der den tot om uit"
_DUTCH = frozenset(_FUNCTION_WORDS.split())
_IN_NAMES = frozenset(_NAME_WORDS.split())
_BETWEEN_NAMES = _IN_NAMES | {"in", "of"}
_QUOTED = re.compile(r"\"[^\"]+\"|“[^”]+”|‘[^’]+’|(?<!\w)'[^']+'(?!\w)|\([^)]+\)")
_FEW_WORDS = 4
_SHARE = 0.2
_WEIGHT = 1.5
_WINDOW, _WINDOW_WEIGHT = 6, 2.0


def untranslated(pair: Pair) -> Iterator[Finding]:
    """The source itself, or a share of Dutch words that English can't have; names and short text are safe."""
    found = words(pair.target_text)
    if len(found) < _FEW_WORDS or _is_name(found):
        return
    if _plain(found) == _plain(words(pair.source_text)):
        if any(_weight(word) for word in found):
            message = "The translation is the Dutch text itself."
            yield Finding("untranslated", Severity.ERROR, message, fix="Translate it.")
        return
    dutch = _dutch_words(pair.target_text)
    if dutch:
        message = f"Dutch words stand in the translation: {', '.join(dict.fromkeys(dutch))}."
        yield Finding("still-dutch", Severity.ERROR, message, fix="Translate the rest of it.")


def _dutch_words(text: str) -> list[str]:
    """The Dutch words of a text or a part of it that is Dutch, none where they are few."""
    unquoted = words(_QUOTED.sub(" ", text))
    found = unquoted if len(unquoted) >= _FEW_WORDS else words(text)
    weight = sum(map(_weight, found))
    windows = (found[start : start + _WINDOW] for start in range(len(found)))
    if (weight >= _WEIGHT and weight >= _SHARE * len(found)) or any(
        sum(map(_weight, window)) >= _WINDOW_WEIGHT for window in windows
    ):
        return [word for word in found if _weight(word)]
    return []


def _weight(word: str) -> float:
    lower = word.lower()
    return 0.5 if lower in _IN_NAMES else 1.0 if lower in _DUTCH else 0.0


def _is_name(found: list[str]) -> bool:
    """`Hogeschool van Arnhem en Nijmegen`: capitals, and between them words that names hold."""
    return found[0][0].isupper() and all(word[0].isupper() or word in _BETWEEN_NAMES for word in found)


def _plain(found: list[str]) -> list[str]:
    return [word.lower() for word in found]
