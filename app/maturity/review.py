"""The day on which an organisation looks at its readiness again."""

from dataclasses import dataclass
from datetime import date

from app.maturity.calendar_months import add_months
from app.maturity.plan.action import LAST_DUE

# As long as the owner chooses no day.
MONTHS_TO_REVIEW = 6


@dataclass(frozen=True, slots=True)
class ReviewChoice:
    """The day that the owner chose for the next review, or None for the usual one.

    ``revision`` grows with each choice, each completion and each withdrawal of a link, so that calendars take
    the newer day.
    """

    day: date | None = None
    revision: int = 0


USUAL_REVIEW = ReviewChoice()


def chosen_day(choice: ReviewChoice, completed_on: date | None) -> date | None:
    """Return the day that the owner chose; None if there is none, or if a completion has overtaken it."""
    return choice.day if choice.day and (completed_on is None or choice.day > completed_on) else None


def review_day(choice: ReviewChoice, completed_on: date | None) -> date | None:
    """Return the day of the next review; None without a choice before the first completion.

    Without a choice it is six months after completion: the same day of the month, or the last one of a month
    that is too short.
    """
    chosen = chosen_day(choice, completed_on)
    return chosen if chosen or completed_on is None else add_months(completed_on, MONTHS_TO_REVIEW)


def is_possible(day: date, completed_on: date | None, earliest: date) -> bool:
    """Return whether a day can be chosen: after the completion, and not over in every time zone.

    ``earliest`` is the day at UTC-12.
    """
    return (completed_on is None or day > completed_on) and earliest <= day <= LAST_DUE
