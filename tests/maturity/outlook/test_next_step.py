from dataclasses import replace
from datetime import date

from app.maturity.outlook.next_step import next_steps
from app.maturity.scorecard import Scorecard, build
from tests.build import TODAY, a_questionnaire, an_assessment, answers


def card(*, completed: bool, **choices: int | str) -> Scorecard:
    assessment = replace(an_assessment(answers(**choices)), completed_on=TODAY if completed else None)
    return build(a_questionnaire(), assessment, completed=completed)


EVERY = {"G1": 1, "G2": 3, "G3": 3, "C1": 3, "C2": 3, "E1": 3, "E2": 3}


def test_a_step_is_due_its_days_after_completion() -> None:
    steps = next_steps(card(completed=True, **EVERY, E3=0), date(2027, 6, 1))

    # E3 is a failing gate: 30 days after 1 November 2026; G1 takes weeks: 90 days.
    assert [(step.recommendation.question.id, step.due) for step in steps] == [
        ("E3", date(2026, 12, 1)),
        ("G1", date(2027, 1, 30)),
    ]


def test_before_completion_the_days_count_from_today() -> None:
    (step,) = next_steps(card(completed=False, G1=1), date(2027, 6, 1))

    assert step.due == date(2027, 8, 30)


def test_the_action_leads_from_today_s_level_to_the_next() -> None:
    (step,) = next_steps(card(completed=False, G1=1), TODAY)

    assert step.action.en == "Take G1 to level 2."


def test_of_an_unknown_practice_the_first_step_is_to_find_out() -> None:
    known, unknown = (next_steps(card(completed=False, G1=choice), TODAY)[0] for choice in (0, "unknown"))

    assert (known.find_out, unknown.find_out) == (False, True)
