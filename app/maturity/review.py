"""The day on which an organisation looks at its readiness again."""

from datetime import date

from app.maturity.calendar_months import add_months
from app.maturity.scorecard import Scorecard

# The organisation cannot choose another interval yet.
MONTHS_TO_REVIEW = 6


def review_day(card: Scorecard) -> date | None:
    """Return the day six months after completion, or None for an interim result or one without a day.

    It is the same day of the month, or the last one of a month that is too short.
    """
    return add_months(card.completed_on, MONTHS_TO_REVIEW) if card.completed_on else None
