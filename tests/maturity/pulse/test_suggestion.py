from datetime import date

import pytest

from app.maturity.answers import Answer
from app.maturity.level import Level
from app.maturity.pulse.counting import PublishedQuestion, Tally
from app.maturity.pulse.suggestion import Closing, Invited, is_above, suggest_level

TODAY = date(2026, 11, 29)


def published(*numbers: int) -> dict[str, PublishedQuestion]:
    """Return questions that so many people answered; too few to be shown is 0."""
    return {
        f"O{place}": PublishedQuestion(Tally(n, {}) if n else None)
        for place, n in enumerate(numbers, start=1)
    }


@pytest.mark.parametrize(
    ("closed_on", "invited", "people", "answers", "level"),
    [
        ("2026-11-01", "everyone", None, 30, Level.APPLIED),
        ("2026-11-01", "everyone", None, 29, Level.DEFINED),
        # Half of 45 people is 22.5, so 23 answers are needed.
        ("2026-11-01", "everyone", 45, 23, Level.APPLIED),
        ("2026-11-01", "everyone", 45, 22, Level.DEFINED),
        # Half of 12 is 6, but fewer than 10 answers are never enough.
        ("2026-11-01", "everyone", 12, 10, Level.APPLIED),
        ("2026-11-01", "everyone", 12, 0, Level.DEFINED),
        ("2026-11-01", "most", None, 300, Level.DEFINED),
        ("2026-11-01", "fewer", None, 300, Level.AD_HOC),
        # Nobody was heard, or too few to be shown.
        ("2026-11-01", "fewer", None, 0, None),
        # Twelve months ago to the day is still within 12 months.
        ("2025-11-29", "everyone", None, 30, Level.APPLIED),
        ("2025-11-28", "everyone", None, 30, Level.DEFINED),
        ("2023-11-29", "most", None, 30, Level.DEFINED),
        ("2023-11-28", "everyone", None, 30, Level.AD_HOC),
    ],
)
def test_the_level_follows_from_who_was_invited_how_many_answered_and_when(
    closed_on: str, invited: Invited, people: int | None, answers: int, level: Level | None
) -> None:
    closing = Closing(date.fromisoformat(closed_on), invited, people)

    assert suggest_level(closing, published(answers, 0), TODAY) is level


def test_the_question_that_most_people_answered_counts() -> None:
    closing = Closing(TODAY, "everyone")

    assert suggest_level(closing, published(12, 31, 29), TODAY) is Level.APPLIED


@pytest.mark.parametrize(
    ("answer", "above"),
    [
        (None, True),
        ("unknown", True),
        ("0", True),
        ("2", True),
        ("3", False),
        ("4", False),
        ("not_applicable", False),
    ],
)
def test_a_suggestion_never_replaces_a_higher_answer_or_one_that_does_not_apply(
    answer: str | None, above: bool
) -> None:
    assert is_above(Level.APPLIED, Answer(answer)) is above
