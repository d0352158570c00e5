"""Numbers in words, Dutch and English: each word's value."""

from collections.abc import Mapping
from types import MappingProxyType


def _numbered(first: int, step: int, words: str) -> dict[int, str]:
    return {first + step * index: word for index, word in enumerate(words.split())}


_DUTCH_ONES = _numbered(1, 1, "een twee drie vier vijf zes zeven acht negen")
_DUTCH_TEENS = _numbered(
    10, 1, "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
)
_DUTCH_TENS = _numbered(20, 10, "twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_ENGLISH_ONES = _numbered(1, 1, "one two three four five six seven eight nine")
_ENGLISH_TEENS = _numbered(
    10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = _numbered(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety")


def _dutch() -> dict[str, int]:
    small = _DUTCH_ONES | _DUTCH_TEENS | _DUTCH_TENS
    for ten, tens_word in _DUTCH_TENS.items():
        for one, word in _DUTCH_ONES.items():
            small[ten + one] = f"{word}{'ën' if word.endswith('e') else 'en'}{tens_word}"
    values = {word: value for value, word in small.items()}
    thousands = {f"{word}duizend": value * 1000 for word, value in values.items()}
    hundreds = {f"{word}honderd": value * 100 for word, value in values.items()}
    return values | thousands | hundreds | {"één": 1, "nul": 0, "honderd": 100, "duizend": 1000}


def _english() -> dict[str, int]:
    values = {word: value for value, word in (_ENGLISH_ONES | _ENGLISH_TEENS | _ENGLISH_TENS).items()}
    for ten, tens_word in _ENGLISH_TENS.items():
        for one, word in _ENGLISH_ONES.items():
            values[f"{tens_word}-{word}"] = ten + one
    return values | {"zero": 0}


def _dutch_ordinals() -> dict[str, int]:
    regular = {f"{word}{ending}": value for word, value in DUTCH.items() for ending in ("de", "ste")}
    return regular | {"eerste": 1, "derde": 3}


def _english_ordinals() -> dict[str, int]:
    odd = {
        "one": "first",
        "two": "second",
        "three": "third",
        "five": "fifth",
        "nine": "ninth",
        "twelve": "twelfth",
    }
    ordinals = {}
    for cardinal, value in ENGLISH.items():
        head, seam, last = cardinal.rpartition("-")
        regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last.removesuffix('t')}th"
        ordinals[head + seam + odd.get(last, regular)] = value
    return ordinals


DUTCH: Mapping[str, int] = MappingProxyType(_dutch())
ENGLISH: Mapping[str, int] = MappingProxyType(_english())
DUTCH_ORDINALS: Mapping[str, int] = MappingProxyType(_dutch_ordinals())
ENGLISH_ORDINALS: Mapping[str, int] = MappingProxyType(_english_ordinals())


def _hints(lines: str) -> Mapping[str, tuple[str, ...]]:
    words = (line.split() for line in lines.strip().splitlines())
    return MappingProxyType({word: tuple(figures) for word, *figures in words})


DUTCH_HINTS = _hints("""
anderhalf 1.5 18
anderhalve 1.5
half 0.5 50 30 6
halve 0.5 50 30
halfuur 0.5 30
halfjaar 0.5 6
helft 0.5 50
kwart 0.25 25 15
kwartier 15 45
kwartaal 3
uur 60
dag 24
jaar 12
decennium 10
eeuw 100
dozijn 12
tiental 10
tientallen 10
honderden 100
duizenden 1000
beide 2
beiden 2
allebei 2
paar 2
dubbel 2
dubbele 2
enkel 1
geen 0
middernacht 0 12
""")
"""Words that an English text may give in figures, with those figures."""

ENGLISH_HINTS = _hints("""
a 1
an 1
once 1
single 1
same 1
every 1
each 1
per 1
twice 2
both 2
pair 2
couple 2
double 2
triple 3
half 0.5 50 6 30
halves 0.5
quarter 0.25 25 15 3
quarters 0.75 75 45
hour 60
day 24
month 4 30
year 12
fortnight 2 14
dozen 12
dozens 12
hundreds 100
thousands 1000
no 0
nil 0
noon 12
midday 12
midnight 0 12 24
twenties 20 1920
thirties 30 1930
forties 40 1940
fifties 50 1950
sixties 60 1960
seventies 70 1970
eighties 80 1980
nineties 90 1990
""")
"""Words that may stand for figures in a Dutch text, with those figures."""

DUTCH_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
