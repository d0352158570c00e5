"""Dutch or English? By words that only one of them has and by the letters of the others."""

import re
from collections.abc import Iterable
from enum import StrEnum


class Language(StrEnum):
    """What a text can be told to be."""

    DUTCH = "nl"
    ENGLISH = "en"


# Words of one language alone. Not here: is, in, of, over, had, was, we, want, door, dat, die, me, hem,
# men, er, al, been, week, last, hand, best, list, half, wet.
_DUTCH_WORDS_TEXT = """
het een wij mij ben niet je jij jou jouw jullie ik zijn hij zij haar hun ons onze uw ook maar omdat dus toch
wel nog naar uit voor tot bij om als dit deze wat wie waar hoe waarom wanneer heb hebt heeft hebben wordt
worden werd kan kun kunt kunnen moet moeten wil wilt willen zal zullen zou bent geen nooit altijd veel meer
alleen zelf zich elkaar alle iets niets iemand zo nu daar hier eerst daarna tijdens tussen zonder tegen
onder doet doen ga gaat gaan maak maakt maken krijg krijgt mijn ze zoals welke goed goede nieuwe eigen werk
elke elk iedere andere mag mogen vaak soms binnen meest jaar weken maanden dagen twee drie vier vijf zes
zeven voordat nadat totdat zodat zodra terwijl hoewel toen indien doordat opdat de en van met aan op te
"""
DUTCH_WORDS = frozenset(_DUTCH_WORDS_TEXT.split())
_ENGLISH_WORDS_TEXT = """
the and you your yours they them their he she it its this that these those what which who whom whose how why
when where with without from into about for to be are were been being have has do does did not never always
more most much many can could will would should shall must may might if because but however also than then
there here if or my our us his her him your yourself something nothing someone every each all only own new
good work job between during after before against under until while although though
"""
_ENGLISH_WORDS = frozenset(_ENGLISH_WORDS_TEXT.split())
# Letters that are frequent in one language and rare in the other.
_DUTCH_LETTERS = re.compile(
    r"ij|aa|uu|oe[^s]|ieuw|eeuw|auw|sch[^o]|[^aeiou]ui|eu[^r]|vr[^a]|zw|kn[^o]|heid\b|lijk|tie\b|ties\b|isch\b|cht\b"
    r"|\bge[^nto]\w+[dt]\b|eer(?:t|de|d)\b|[bdfgklmnprstvz]{2}en\b|aar\b|ee[lkmnt]|oo[rk]\w|oo[gs]t?\b|\bz[aeiou]|\bver|\bont|\bop\w"
)
_ENGLISH_LETTERS = re.compile(
    r"th|wh|sh[^i]|tion|ough|ight|ea[^u]|ly\b|ing\b|[^i]ty\b|y\b|ce\b|ment\b|ness\b|able\b|ious\b|ck\b|ow|ou[^w]|'s\b|ed\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORD_POINTS, _LETTER_POINTS = 2, 1
_SURE = 3
"""Points by which one language has to lead: a word of its own with a trait, or two."""


def guess(text: str) -> Language | None:
    """The language of a text, None where it says too little: names, numbers, a word or two."""
    lead = dutch_lead(text)
    if abs(lead) < _SURE:
        return None
    return Language.DUTCH if lead > 0 else Language.ENGLISH


def dutch_lead(text: str) -> int:
    """The points by which Dutch leads; below zero it is English that leads."""
    found = [word.lower() for word in _WORD.findall(text)]
    return _points(found, DUTCH_WORDS, _DUTCH_LETTERS) - _points(found, _ENGLISH_WORDS, _ENGLISH_LETTERS)


def _points(found: Iterable[str], own: frozenset[str], letters: re.Pattern[str]) -> int:
    """A word of the language's own counts more than a word with its letters; others don't count."""
    return sum(
        _WORD_POINTS if word in own else _LETTER_POINTS if letters.search(word) else 0 for word in found
    )
