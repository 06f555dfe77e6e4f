"""The next steps: what to do first on each recommendation, and by which day (docs/method.md section 4)."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.text import Text

# The first screen of the results names as many things to do.
FIRST_STEPS = 3


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next step of one recommendation, with the day by which the recommendation is due."""

    recommendation: Recommendation
    due: date

    @property
    def find_out(self) -> bool:
        """Return whether the step is to find out, because nobody knew the answer."""
        return self.recommendation.answer.is_unknown

    @property
    def action(self) -> Text:
        """Return the action that leads from today's level to the next one."""
        return self.recommendation.actions[0]


def next_steps(card: Scorecard, today: date) -> tuple[NextStep, ...]:
    """Return the next step of every recommendation, in the order of rank."""
    return tuple(NextStep(each, due_day(each, card, today)) for each in card.recommendations)


def due_day(recommendation: Recommendation, card: Scorecard, today: date) -> date:
    """Return the day by which a recommendation is due: 30, 90 or 180 days after completion.

    Before completion the days are counted from ``today``, a day in UTC.
    """
    return (card.completed_on or today) + timedelta(days=recommendation.horizon_days)
