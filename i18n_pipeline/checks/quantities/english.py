"""Quantities in an English text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from i18n_pipeline.checks.quantities import dutch, shared
from i18n_pipeline.checks.quantities.quantity import HOURS, Quantity, Rule, Weight, clock, date, number, scan
from i18n_pipeline.checks.quantities.shared import Match
from i18n_pipeline.checks.quantities.words import ENGLISH, ENGLISH_HINTS, ENGLISH_MONTHS, ENGLISH_ORDINALS

_ABBREVIATED = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept?", "oct", "nov", "dec")
_MONTHS = "|".join((*ENGLISH_MONTHS, *_ABBREVIATED))
_UP_TO_TWELVE = {word: value for word, value in ENGLISH.items() if 1 <= value <= HOURS}
_HOURS = "|".join(_UP_TO_TWELVE)
_WORD = r"[^\W\d_]++(?:-[^\W\d_]++)?"
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES |= {"k": 10**3, "m": 10**6, "bn": 10**9}
_DUTCH_WAY = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+,\d{1,2}(?!\d)|\d+,\d{4,}"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?:\.\d+)?(?!\d)|\d++(?:\.\d++)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"


def english(text: str) -> tuple[Quantity, ...]:
    """What the text speaks of; entities decoded, spaces single."""
    return tuple(scan(text.lower(), _RULES if re.search(r"\d", text) else _WITHOUT_FIGURES))


def _number(match: Match) -> Iterator[Quantity]:
    written = re.sub(r"[ ,]", "", match["number"])
    yield Quantity(match[0], frozenset({number(Decimal(written))}), shared.weight_of(match))


def _dutch_way(match: Match) -> Iterator[Quantity]:
    one_point = "," not in match[0] and match[0].count(".") == 1
    readings = {number(Decimal(match[0]))} if one_point else set()
    yield Quantity(match[0], frozenset(readings), foreign=frozenset({number(dutch.value(match[0]))}))


def _scaled(match: Match) -> Iterator[Quantity]:
    written, scale = match["number"], _SCALES[match["scale"]]
    if written[0].isdigit():
        amount = Decimal(re.sub(r"[ ,]", "", written))
        plain = {number(amount)} if match["scale"] in {"k", "m"} else set()  # metres, not millions
        yield Quantity(match[0], frozenset({number(amount * scale)} | plain))
    else:
        amount = Decimal(ENGLISH.get(written, 1))
        yield Quantity(match[0], frozenset({number(amount * scale)}), Weight.HINT)


def _scaled_dutch_way(match: Match) -> Iterator[Quantity]:
    """`1,5 million`."""
    amount = dutch.value(match["number"]) * _SCALES[match["scale"]]
    yield Quantity(match[0], frozenset(), foreign=frozenset({number(amount)}))


def _numeric_date(match: Match) -> Iterator[Quantity]:
    one, other, year = (int(part) for part in match.groups())
    numbers = [value for value in (one, other) if value <= shared.LAST_DAY]
    yield from date(match[0], numbers, [value for value in numbers if value <= shared.LAST_MONTH], year)


def _month(match: Match) -> Iterator[Quantity]:
    index = next(
        index for index, month in enumerate(ENGLISH_MONTHS, 1) if month.startswith(match["month"][:3])
    )
    if match["day"]:
        yield Quantity(match[0], frozenset({number(int(match["day"]))}))
    yield Quantity(match[0], frozenset({f"m:{index}"}), Weight.HINT)  # `may` and `march` are verbs too


def _half_day(match: Match) -> Iterator[Quantity]:
    """`9.30 am`, `6pm`."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    readings = clock(hour % 12 + (12 if match["half"] == "p" else 0), minute, half_day=False)
    yield Quantity(match[0], readings | ({number(hour)} if minute == 0 else set()))


def _first_hour(match: Match) -> Iterator[Quantity]:
    """The `1` of `1-2 pm`: of either half of the day."""
    hour = int(match["hour"])
    yield Quantity(match[0], clock(hour) | {number(hour)})


def _said_time(match: Match) -> Iterator[Quantity]:
    """`half past nine`, `a quarter to nine`, `nine o'clock`."""
    hour = _UP_TO_TWELVE.get(match["hour"]) or int(match["hour"])
    minutes = {"half past": 30, "half": 30, "quarter to": -15, "quarter past": 15}.get(match["part"] or "", 0)
    readings = clock((hour * 60 + minutes) // 60 % 12 or 12, minutes % 60)
    yield Quantity(match[0], readings | {number(hour)}, Weight.HINT)


def _word(match: Match) -> Iterator[Quantity]:
    whole = match[0] in ENGLISH or match[0] in ENGLISH_ORDINALS
    for word in [match[0]] if whole else match[0].split("-"):
        if word in ENGLISH:
            yield Quantity(word, frozenset({number(ENGLISH[word])}), Weight.WORD)
        elif word in ENGLISH_HINTS:
            yield Quantity(word, frozenset(map(number, map(Decimal, ENGLISH_HINTS[word]))), Weight.HINT)
        elif word in ENGLISH_ORDINALS:
            yield Quantity(word, frozenset({number(ENGLISH_ORDINALS[word])}), Weight.HINT)


_SAID_TIME: Rule = (
    re.compile(rf"\b(?P<part>half past|quarter to|quarter past) (?P<hour>{_HOURS}|\d{{1,2}})\b"),
    _said_time,
)
_O_CLOCK: Rule = (re.compile(rf"(?P<part>)\b(?P<hour>{_HOURS}|\d{{1,2}}) o['’]clock"), _said_time)
_SCALED_DUTCH_WAY: Rule = (
    re.compile(rf"(?<![\w.,])(?P<number>\d+,\d{{1,2}}) ?(?P<scale>{'|'.join(_SCALES)})\b"),
    _scaled_dutch_way,
)
_FIRST_HOUR: Rule = (
    re.compile(
        r"(?<![\d.,:])(?P<hour>1[0-2]|[1-9])"
        r"(?= ?(?:[-–]|to|until|till|and) ?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)"
    ),
    _first_hour,
)
_SCALED: Rule = (
    re.compile(rf"(?<!\w)(?P<number>{_NUMBER}|{_WORD}) ?(?P<scale>{'|'.join(_SCALES)})\b"),
    _scaled,
)
_IN_WORDS: Rule = (re.compile(rf"\b{_WORD}"), _word)
_WITHOUT_FIGURES = (_SAID_TIME, _O_CLOCK, _SCALED, _IN_WORDS)

_RULES: tuple[Rule, ...] = (
    shared.ADDRESS,
    shared.ISO_DATE,
    (re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)"), _numeric_date),
    shared.TELEPHONE,
    (re.compile(rf"(?<![\d.,]){_DAY}(?: of)? (?P<month>{_MONTHS})\b\.?"), _month),
    (re.compile(rf"\b(?P<month>{_MONTHS})\.? (?:the )?{_DAY}(?![\d:]|[.,]\d)"), _month),
    (re.compile(rf"(?P<day>)\b(?P<month>{'|'.join(ENGLISH_MONTHS)})\b"), _month),
    _FIRST_HOUR,
    (
        re.compile(r"(?<![\d.,])(?P<hour>\d{1,2})(?:[.: ](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:\.m\.|m\b)"),
        _half_day,
    ),
    _SAID_TIME,
    _O_CLOCK,
    (re.compile(r"(?<!\d)['’]?(?P<year>(?:19|20)?\d0)['’]?s\b"), shared.decade),
    shared.SHORT_YEAR,
    shared.SECOND_YEAR,
    shared.VERSION,
    _SCALED_DUTCH_WAY,
    _SCALED,
    shared.CLOCK,
    shared.STRAY_ZEROS,
    (re.compile(rf"(?<![\d.,])(?:{_DUTCH_WAY})"), _dutch_way),
    (re.compile(rf"(?P<number>{_NUMBER})(?:(?:st|nd|rd|th)\b)?"), _number),
    _IN_WORDS,
)
