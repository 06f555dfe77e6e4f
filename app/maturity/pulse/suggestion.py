"""The level that a closed pulse supports in the practice that it is evidence for (docs/method.md 3.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.maturity.answers import Answer
from app.maturity.calendar_months import add_months
from app.maturity.level import Level
from app.maturity.pulse.counting import MINIMUM_SHOWN, PublishedQuestion

Invited = Literal["everyone", "most", "fewer"]
INVITED: tuple[Invited, ...] = ("everyone", "most", "fewer")

# A staff of this size or more needs ENOUGH_ANSWERS; a smaller one half of its people, at least MINIMUM_SHOWN.
SMALL_STAFF = 60
ENOUGH_ANSWERS = 30

# As the practice's statements say: level 3 of the last 12 months, level 2 of the last three years.
_RECENT_MONTHS, _DEFINED_MONTHS = 12, 36


@dataclass(frozen=True, slots=True)
class Closing:
    """What the owner says when closing a pulse: the UTC day, who was invited, and the size of a small staff.

    ``people`` is None for a staff of SMALL_STAFF or more, or of unknown size.
    """

    on: date
    invited: Invited
    people: int | None = None

    @property
    def enough_answers(self) -> int:
        """Return how many answers make the results those of the whole staff."""
        if self.people is None or self.people >= SMALL_STAFF:
            return ENOUGH_ANSWERS
        return max(MINIMUM_SHOWN, (self.people + 1) // 2)


def suggest_level(closing: Closing, published: Mapping[str, PublishedQuestion], today: date) -> Level | None:
    """Return the level that a pulse supports on a day: Applied, Defined, Ad hoc, or None if it supports none.

    The answers are those of the question that most people answered; fewer than MINIMUM_SHOWN count as none,
    because nothing of them is published.
    """
    answers = max((each.total.n for each in published.values() if each.total), default=0)
    is_recent = closing.on >= add_months(today, -_RECENT_MONTHS)
    if is_recent and closing.invited == "everyone" and answers >= closing.enough_answers:
        return Level.APPLIED
    if closing.invited != "fewer" and closing.on >= add_months(today, -_DEFINED_MONTHS):
        return Level.DEFINED
    return Level.AD_HOC if answers else None


def is_above(level: Level, answer: Answer) -> bool:
    """Return whether a suggested level is above an answer; "not applicable" is never overwritten."""
    return not answer.is_given or (answer.applies and answer.points < level)
