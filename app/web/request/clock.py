"""The clock of the pages."""

from datetime import UTC, date, datetime


def utc_today() -> date:
    """Give the day it is where the server stands."""
    return datetime.now(UTC).astimezone().date()
