"""What a draft has lost of its source that can be seen without knowing either language well."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTE = re.compile(r"[\"“”„«»]|(?<!\w)['‘’‚]|['’](?!\w)")
_SMALL_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {str(number): word for number, word in enumerate(_SMALL_NUMBERS.split(" "))}
_NOT_IN_DUTCH = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niets|niks|nergens|zonder|noch|nee|evenmin)\b", re.IGNORECASE
)
_NOT_IN_ENGLISH = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|nowhere|without|neither|nor|cannot|unable|hardly|barely)\b|n['’]t\b",
    re.IGNORECASE,
)


def missing_figures(source: str, draft: str) -> int:
    """How many of the source's numbers are not in the draft, and the other way round.

    Only digits count, so that `1.234,56` is `1,234.56`; up to twelve a word will do.
    """
    wanted, said = _figures(source), _figures(draft)
    words = _folded(draft)
    lost = sum(count for figure, count in (wanted - said).items() if _NUMBER_WORDS.get(figure) not in words)
    return lost + ((said - wanted).total() if not lost else 0)


def missing_names(source: str, draft: str) -> int:
    """How many capitalised words inside the source the draft hasn't (`Nederland` too, in every draft)."""
    said = set(_WORD.findall(draft))
    return sum(name not in said and name + "s" not in said for name in _names(source))


def negation_differs(source: str, draft: str) -> bool:
    """Whether one of the two says "not" and the other doesn't."""
    return bool(_NOT_IN_DUTCH.search(source)) != bool(_NOT_IN_ENGLISH.search(draft))


def quotes_differ(source: str, draft: str) -> bool:
    """Whether a quotation mark was lost or added."""
    return quotes(source) != quotes(draft)


def quotes(text: str) -> int:
    """How many quotation marks a text has."""
    return len(_QUOTE.findall(text))


def missing_terms(terms: Mapping[str, str], draft: str) -> int:
    """How many target terms of the glossary the draft has not, whatever their case."""
    said = draft.casefold()
    return sum(term.casefold() not in said for term in terms.values())


def _figures(text: str) -> Counter[str]:
    return Counter(re.sub(r"\D", "", figure) for figure in _FIGURE.findall(text))


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _names(text: str) -> Iterable[str]:
    """Words with a capital that no sentence's beginning explains."""
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" '\"‘’“”„(")
        word = match[0]
        inside = before != "" and before[-1] not in ".!?:"
        if (word[0].isupper() and inside) or word[1:] != word[1:].lower():
            yield word
