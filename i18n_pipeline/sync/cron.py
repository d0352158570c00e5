"""The times of a cron expression, as Debian's cron takes them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError
from tzlocal import reload_localzone

from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.sentence import ended

_FIELDS = 5
_ALIASES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}


@dataclass(frozen=True, slots=True)
class Cron:
    """Five fields in a time zone's local time; `cron` makes it.

    `weekdays` counts from Sunday, 0. With `either_day` a day fits by its number in the month or in the
    week, without by both.
    """

    expression: str
    zone: tzinfo
    minutes: frozenset[int] = field(compare=False)
    hours: frozenset[int] = field(compare=False)
    days: frozenset[int] = field(compare=False)
    months: frozenset[int] = field(compare=False)
    weekdays: frozenset[int] = field(compare=False)
    either_day: bool = field(compare=False)

    def after(self, moment: datetime) -> datetime:
        """The first time after `moment` (aware).

        A time of day that the clocks skip comes when they have gone forward, one that they show twice
        comes once; with `*` for minutes or hours each hour that passes counts.
        """
        times = CronSim(self.expression, moment.astimezone(self.zone))
        # Of a time that the clocks show twice it gives the first, even in the second hour.
        return next(time for time in times if time.astimezone(UTC) > moment)


def cron(expression: str, zone: tzinfo) -> Cron:
    """Read minute, hour, day of the month, month, day of the week; or `@daily` and the like.

    Raises UsageError for what a crontab doesn't have: seconds, `L`, `#`; and for a day that never comes.
    """
    plain = _ALIASES.get(expression.strip().lower(), expression)
    try:
        found = CronSim(" ".join(plain.split()), datetime(2000, 1, 1, tzinfo=UTC))
    except CronSimError as error:
        raise _refusal(expression, str(error).lower()) from error
    if len(found.parts) - 1 != _FIELDS or len(plain.split()) != _FIELDS:
        raise _refusal(expression, "wrong number of fields")
    weekdays = frozenset(each % 7 for each in found.weekdays if isinstance(each, int))
    if min(found.days) < 1 or not all(isinstance(each, int) for each in found.weekdays):
        raise _refusal(expression, "`L` and `#` are not known to every cron")
    return Cron(
        " ".join(plain.split()),
        zone,
        frozenset(found.minutes),
        frozenset(found.hours),
        frozenset(found.days),
        frozenset(found.months),
        weekdays,
        either_day=not found.day_and,
    )


def time_zone(name: str = "") -> tzinfo:
    """The zone of that name, or the machine's own; raises UsageError where there is none."""
    try:
        return ZoneInfo(name) if name else reload_localzone()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            f"There is no time zone {name!r}."
            if name
            else f"The machine's time zone can't be told: {ended(error)}",
            mending="Name one as in `--timezone Europe/Amsterdam`.",
        ) from error


def _refusal(expression: str, problem: str) -> UsageError:
    return UsageError(
        f"{expression!r} is no schedule: {ended(problem)}",
        mending="Give minute, hour, day of the month, month, day of the week: "
        "`0 6 * * 1-5` is 6:00 on weekdays.",
    )
