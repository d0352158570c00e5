"""Notations that Dutch and English share."""

import re
from collections.abc import Iterator
from decimal import Decimal

from i18n_pipeline.checks.quantities.quantity import Quantity, Rule, Weight, clock, number

Match = re.Match[str]
LAST_DAY, LAST_MONTH = 31, 12
_CENTURY_SEAM = 30  # '29 is 2029, '30 is 1930


def nothing(_: Match) -> Iterator[Quantity]:
    """An address: its figures say nothing."""
    return iter(())


def telephone(match: Match) -> Iterator[Quantity]:
    """A number by its digits without country code and trunk zero."""
    digits = re.sub(r"\(0\)|\D", "", match[0])
    yield Quantity(match[0], frozenset({f"p:{re.sub(r'^(00)?31|^0', '', digits)}"}))


def version(match: Match) -> Iterator[Quantity]:
    yield Quantity(match[0], frozenset({f"v:{match[0]}"}))


def short_year(match: Match) -> Iterator[Quantity]:
    """`'98`, and the second year of `2024/25`."""
    value = int(match["year"])
    century = 2000 if value < _CENTURY_SEAM else 1900
    yield Quantity(match[0], frozenset({number(value), number(century + value)}))


def decade(match: Match) -> Iterator[Quantity]:
    """`jaren '90`, `the 1990s`."""
    value = int(match["year"]) % 100
    yield Quantity(match[0], frozenset(map(number, (value, 1900 + value, 2000 + value))))


def clock_time(match: Match) -> Iterator[Quantity]:
    """`9:30`, or `9.30`, which may be a number too."""
    hour, minute = int(match["hour"]), int(match["minute"])
    readings = clock(hour, minute, half_day=not match["hour"].startswith("0"))
    if "." in match[0]:
        readings |= {number(Decimal(f"{hour}.{match['minute']}"))}
    yield Quantity(match[0].strip(), readings | ({number(hour)} if minute == 0 else set()))


def iso_date(match: Match) -> Iterator[Quantity]:
    year, month, day = map(int, match.groups())
    for reading in (number(day), f"m:{month}", number(year)):
        yield Quantity(match[0], frozenset({reading}))


def weight_of(match: Match) -> Weight:
    """Figures inside a word (`A4`, `B2B`) are a name: it may be said otherwise."""
    start = match.start()
    return Weight.HINT if start and match.string[start - 1].isalpha() else Weight.FIGURE


# What is left of `9.00 00` or `9 .00`: no number on its own.
STRAY_ZEROS: Rule = (re.compile(r"(?<![\d,])(?<!\d[.:])00(?![\d.,:])"), nothing)
ADDRESS: Rule = (re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]++@\S+"), nothing)
TELEPHONE: Rule = (
    re.compile(r"(?<![\d\w])(?:\+[\d(]|0)[\d() \-]{7,}\d(?!\d)(?![-/]\d)"),
    telephone,
)
ISO_DATE: Rule = (re.compile(r"(?<!\d)(\d{4})-([01]\d)-([0-3]\d)(?!\d)"), iso_date)
VERSION: Rule = (re.compile(r"(?<![\d.,])(?!\d{1,3}(?:\.\d{3})+(?!\.?\d))\d++(?:\.\d++){2,}+"), version)
SECOND_YEAR: Rule = (re.compile(r"(?<=(?:19|20)\d\d[-/–])(?P<year>\d\d)(?!\d)"), short_year)
SHORT_YEAR: Rule = (re.compile(r"['’](?P<year>\d\d)(?![\d\w])"), short_year)
CLOCK: Rule = (
    re.compile(
        r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])[.:uh](?P<minute>[0-5]\d)(?::00)?"
        r"(?![\d:]|[.,]\d|\s?(?:%|miljoen|million))"
    ),
    clock_time,
)
