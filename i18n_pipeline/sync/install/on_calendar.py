"""A cron expression as systemd's OnCalendar, systemd.time(7)."""

from collections.abc import Iterator

from i18n_pipeline.sync.cron import Cron

_DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
_MONDAY_FIRST = (1, 2, 3, 4, 5, 6, 0)


def on_calendar(cron: Cron, zone: str = "") -> list[str]:
    """The values that together elapse when the expression does; `zone` is a time zone's name.

    There are two where a day fits by the month or by the week.
    """
    weekdays = ",".join(_DAYS[day] for day in _MONDAY_FIRST if day in cron.weekdays)
    days = _listed(cron.days, range(1, 32))
    either = [(weekdays, "*"), ("", days)] if cron.either_day else [(weekdays, days)]
    return [_value(cron, day_names, numbers, zone) for day_names, numbers in either]


def _value(cron: Cron, weekdays: str, days: str, zone: str) -> str:
    months = _listed(cron.months, range(1, 13))
    time = f"{_listed(cron.hours, range(24))}:{_listed(cron.minutes, range(60))}:00"
    named = weekdays if len(cron.weekdays) < len(_DAYS) else ""
    return " ".join(filter(None, (named, f"*-{months}-{days}", time, zone)))


def _listed(numbers: frozenset[int], whole: range) -> str:
    """Numbers and runs of numbers, `*` for all."""
    return "*" if numbers.issuperset(whole) else ",".join(_runs(sorted(numbers)))


def _runs(numbers: list[int]) -> Iterator[str]:
    start = last = numbers[0]
    for number in [*numbers[1:], None]:
        if number is not None and number == last + 1:
            last = number
            continue
        yield f"{start:02}" if start == last else f"{start:02}..{last:02}"
        if number is not None:
            start = last = number
