"""The clock of the running application; every day that the pages write is a day in UTC."""

from datetime import date, datetime

from app.maturity import clock
from app.web.request.services import services


def now() -> datetime:
    """Return the current moment in UTC."""
    return services().clock()


def utc_today() -> date:
    """Return the day it is in UTC, for whatever the service writes itself."""
    return clock.utc_day(now())


def latest_day() -> date:
    """Return the day it is at UTC+14; a typed or imported day is in the future only if it is later."""
    return clock.latest_day(now())
