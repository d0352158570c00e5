"""Quantities in a Dutch text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from i18n_pipeline.checks.quantities import shared
from i18n_pipeline.checks.quantities.quantity import HOURS, Quantity, Rule, Weight, clock, date, number, scan
from i18n_pipeline.checks.quantities.shared import Match
from i18n_pipeline.checks.quantities.words import DUTCH, DUTCH_HINTS, DUTCH_MONTHS, DUTCH_ORDINALS

_MONTHS = "|".join(
    (*DUTCH_MONTHS, "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept?", "okt", "nov", "dec")
)
_UP_TO_TWELVE = {word: value for word, value in DUTCH.items() if 1 <= value <= HOURS}
_HOURS = "|".join(_UP_TO_TWELVE)
_SCALES = {"duizend": 10**3, "k": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|\d++(?:[.,]\d++)?"
_COMPOUND = re.compile(
    rf"({_HOURS}|half)(?:jar|daag|maand|we[ek]k|voud|del[ie]|persoons|keer|maal|tal|stap|uur|ur|hoek|ling)"
)


def dutch(text: str) -> tuple[Quantity, ...]:
    """What the text speaks of; entities decoded, spaces single."""
    return tuple(scan(text.lower(), _RULES if re.search(r"\d", text) else _WITHOUT_FIGURES))


def value(written: str) -> Decimal:
    """A number with points between thousands and a comma before decimals; `3.5` as it stands."""
    plain = written.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", plain):
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "."))


def _number(match: Match) -> Iterator[Quantity]:
    written = match["number"]
    readings = {number(value(written))}
    if re.fullmatch(r"\d{1,3}(,\d{3})+", written):  # the English way, as some write
        readings.add(number(Decimal(written.replace(",", ""))))
    if re.match(r"\s?dagen\b", match.string[match.end() :]) and written == "14":
        readings.add(number(2))  # two weeks
    yield Quantity(match[0], frozenset(readings), shared.weight_of(match))


def _scaled(match: Match) -> Iterator[Quantity]:
    written = match["number"]
    amount = Decimal(DUTCH[written]) if written in DUTCH else value(written)
    weight = Weight.HINT if written in DUTCH else Weight.FIGURE
    readings = {number(amount * _SCALES[match["scale"]])} | (
        {number(amount)} if match["scale"] == "k" else set()
    )
    yield Quantity(match[0], frozenset(readings), weight)


def _numeric_date(match: Match) -> Iterator[Quantity]:
    day, month, year = (int(part) for part in match.groups())
    if day <= shared.LAST_DAY and month <= shared.LAST_MONTH:
        yield from date(match[0], [day], [month], year)


def _month(match: Match) -> Iterator[Quantity]:
    name = match["month"].replace("mrt", "maart")
    index = next(index for index, month in enumerate(DUTCH_MONTHS, 1) if month.startswith(name[:3]))
    if match["day"]:
        yield Quantity(match[0], frozenset({number(int(match["day"]))}))
    yield Quantity(match[0], frozenset({f"m:{index}"}))


def _hours(match: Match) -> Iterator[Quantity]:
    hour = int(match["hour"])
    yield Quantity(match[0], frozenset({number(hour)}) | clock(hour))


def _said_time(match: Match) -> Iterator[Quantity]:
    """`half tien`, `kwart voor negen`."""
    hour = _UP_TO_TWELVE.get(match["hour"]) or int(match["hour"])
    minutes = {"half": -30, "kwart voor": -15, "kwart over": 15}[match["part"]]
    readings = clock((hour * 60 + minutes) // 60 % 12 or 12, minutes % 60)
    yield Quantity(match[0], readings | {number(hour)}, Weight.HINT)


def _word(match: Match) -> Iterator[Quantity]:
    word = match[0]
    if word in DUTCH:
        also = (
            {number(2)} if match.string[match.end() :].startswith(" dagen") and word == "veertien" else set()
        )
        yield Quantity(word, frozenset({number(DUTCH[word])} | also), Weight.WORD)
    elif word in DUTCH_HINTS:
        yield Quantity(word, frozenset(map(number, map(Decimal, DUTCH_HINTS[word]))), Weight.HINT)
    elif word in DUTCH_ORDINALS:
        yield Quantity(word, frozenset({number(DUTCH_ORDINALS[word])}), Weight.HINT)
    elif compound := _COMPOUND.match(word):
        values = [DUTCH[compound[1]]] if compound[1] in DUTCH else [6, 30]
        yield Quantity(word, frozenset(map(number, values)), Weight.HINT)


_SAID_TIME: Rule = (
    re.compile(rf"\b(?P<part>half|kwart voor|kwart over) (?P<hour>{_HOURS}|\d{{1,2}})\b(?!,)"),
    _said_time,
)
_SCALED: Rule = (
    re.compile(rf"(?<!\w)(?P<number>{_NUMBER}|{_HOURS}) ?(?P<scale>{'|'.join(_SCALES)})\b"),
    _scaled,
)
_IN_WORDS: Rule = (re.compile(r"\b[^\W\d_]++"), _word)
_WITHOUT_FIGURES = (_SAID_TIME, _SCALED, _IN_WORDS)

_RULES: tuple[Rule, ...] = (
    shared.ADDRESS,
    shared.ISO_DATE,
    (re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)"), _numeric_date),
    shared.TELEPHONE,
    (re.compile(rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:e|ste|de)? (?P<month>{_MONTHS})\b\.?"), _month),
    (re.compile(rf"(?P<day>)\b(?P<month>{'|'.join(DUTCH_MONTHS)})(?= \d{{4}})"), _month),
    _SAID_TIME,
    (re.compile(r"jaren ['’]?(?P<year>(?:19|20)?\d0)(?!\d)"), shared.decade),
    shared.SHORT_YEAR,
    shared.SECOND_YEAR,
    shared.VERSION,
    _SCALED,
    shared.CLOCK,
    shared.STRAY_ZEROS,
    (re.compile(r"(?<![\d.,])(?P<hour>\d|1\d|2[0-4]) ?(?:uur|u)\b"), _hours),
    (re.compile(rf"(?P<number>{_NUMBER})(?:(?:e|ste|de)\b)?"), _number),
    _IN_WORDS,
)
