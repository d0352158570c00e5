"""Numbers, times and dates: the same in both texts, each written the way of its language."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.checks.quantities.dutch import dutch
from i18n_pipeline.checks.quantities.english import english
from i18n_pipeline.checks.quantities.quantity import Quantity, Weight
from i18n_pipeline.model.finding import Finding, Severity

_PERCENT_IN_FIGURES = re.compile(r"\d ?(?:%|procent\b)")
_GROUPED = 10_000  # below, it may be a year
_SHARE = re.compile(
    r"%|\b(?:per ?cent(?:age)?s?|half|third|quarters?|fifth|tenth|all|everyone|fully|completely)\b"
)


def numbers(pair: Pair) -> Iterator[Finding]:
    """Figures that are missing, new, changed, or kept in Dutch notation; a percentage without its sign."""
    source, target = dutch(pair.source_text), english(pair.target_text)
    missing, extra = _unmatched(source, target), _unmatched(target, source)
    for here in list(missing):
        if kept := next((other for other in target if here.readings & other.foreign), None):
            missing.remove(here)
            extra = [other for other in extra if other is not kept]
            yield _kept(here, kept, pair)
    yield from _differences(missing, extra, pair)
    yield from _percent(pair)
    yield from _said_times(source, target, pair)


def _unmatched(ours: Iterable[Quantity], theirs: Iterable[Quantity]) -> list[Quantity]:
    readings = {reading for quantity in theirs for reading in quantity.readings}
    return [
        quantity
        for quantity in ours
        if quantity.weight is not Weight.HINT and not quantity.readings & readings and not _is_one(quantity)
    ]


def _is_one(quantity: Quantity) -> bool:
    # een and one are articles and pronouns before they are numbers
    return quantity.weight is Weight.WORD and "n:1" in quantity.readings


def _differences(missing: list[Quantity], extra: list[Quantity], pair: Pair) -> Iterator[Finding]:
    missing, extra = _paired_words(missing, extra), _paired_words(extra, missing)
    if len(missing) == len(extra) == 1:
        message = f"{missing[0].written!r} in the source became {extra[0].written!r}."
        fix, span = f"Write {_in_english(missing[0])}.", pair.place(extra[0].written)
        yield Finding("number-changed", Severity.ERROR, message, fix=fix, span=span)
        return
    for quantity in missing:
        message = f"{quantity.written!r} in the source has no counterpart in the translation."
        yield Finding("number-missing", Severity.ERROR, message, fix=f"Put {_in_english(quantity)} back.")
    for quantity in extra:
        message = f"{quantity.written!r} in the translation is not in the source."
        fix, span = "Take it out, or correct the number.", pair.place(quantity.written)
        yield Finding("number-added", Severity.ERROR, message, fix=fix, span=span)


def _paired_words(ours: list[Quantity], theirs: list[Quantity]) -> list[Quantity]:
    """A number in words is wrong only where the other text has another number in its place."""
    alone = len(ours) != 1 or len(theirs) != 1
    return [quantity for quantity in ours if quantity.weight is Weight.FIGURE or not alone]


def _kept(here: Quantity, kept: Quantity, pair: Pair) -> Finding:
    message = f"{kept.written!r} is the Dutch way to write a number; English reads it as another one."
    fix, span = f"Write {_in_english(here)}.", pair.place(kept.written)
    return Finding("number-notation", Severity.ERROR, message, fix=fix, span=span)


def _percent(pair: Pair) -> Iterator[Finding]:
    share = _PERCENT_IN_FIGURES.search(pair.source_text.lower())
    if share and not _SHARE.search(pair.target_text.lower()):
        message = "The source has a percentage, the translation none."
        yield Finding("percent-missing", Severity.ERROR, message, fix='Write "%" or "per cent".')


def _said_times(source: Iterable[Quantity], target: Iterable[Quantity], pair: Pair) -> Iterator[Finding]:
    """`half tien` as “half past ten”: two times in words that are not the same."""
    here, there = ([each for each in found if each.said_time] for found in (source, target))
    if len(here) == len(there) == 1 and not here[0].said_time & there[0].said_time:
        message = f"{here[0].written!r} in the source became {there[0].written!r}."
        span = pair.place(there[0].written)
        yield Finding("number-changed", Severity.ERROR, message, fix="Write the same time.", span=span)


def _in_english(quantity: Quantity) -> str:
    values = sorted(reading[2:] for reading in quantity.readings if reading.startswith("n:"))
    if len(quantity.readings) > 1 or not values:
        return repr(quantity.written)
    value = Decimal(values[0])
    grouped = value >= _GROUPED or "." in quantity.written
    return f"{value:,f}" if grouped else f"{value:f}"
