"""The clock, and the days that the service writes and accepts: every day it writes is a day in UTC."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

# A clock returns the current moment with its time zone. Code that reads the time takes one as a parameter.
Clock = Callable[[], datetime]

# The calendars of Kiritimati are the first to turn to a new day.
_FIRST_TIME_ZONE = timezone(timedelta(hours=14))
# Ships keep this time; no calendar turns later to a new day.
_LAST_TIME_ZONE = timezone(timedelta(hours=-12))


def utc_now() -> datetime:
    """Return the current moment in UTC."""
    return datetime.now(UTC)


def utc_day(moment: datetime) -> date:
    """Return the day it is in UTC at a moment that has a time zone."""
    return moment.astimezone(UTC).date()


def latest_day(moment: datetime) -> date:
    """Return the day it is at UTC+14; a typed day after it lies in the future everywhere.

    At noon UTC on 1 October this is 2 October: it is already that day in Wellington, so that a person there
    may type it.
    """
    return moment.astimezone(_FIRST_TIME_ZONE).date()


def earliest_day(moment: datetime) -> date:
    """Return the day it is at UTC-12; a day before it is over everywhere.

    At 11:00 UTC on 2 October this is still 1 October.
    """
    return moment.astimezone(_LAST_TIME_ZONE).date()


def noon(day: date) -> datetime:
    """Return the noon of a day in UTC, at which the day has begun in every time zone."""
    return datetime.combine(day, time(12), UTC)
