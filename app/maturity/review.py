"""The day on which an organisation looks at its readiness again."""

from calendar import monthrange
from datetime import date

from app.maturity.scorecard import Scorecard

# The organisation cannot choose another interval yet.
MONTHS_TO_REVIEW = 6


def review_day(card: Scorecard) -> date | None:
    """Return the day six months after completion, or None for an interim result or one without a day.

    It is the same day of the month, or the last one of a month that is too short.
    """
    completed = card.assessment.completed_on if card.complete else None
    return add_months(completed, MONTHS_TO_REVIEW) if completed else None


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
