from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from app.maturity.plan.action import State
from app.maturity.plan.progress import PlanProgress, done_days, is_overdue, progress
from tests.maturity.plan.build import an_action


def test_progress_is_done_over_all_but_dropped() -> None:
    states: tuple[State, ...] = ("done", "to_do", "doing", "dropped", "done", "to_do", "dropped")
    plan = [an_action(f"a{number}", state=state) for number, state in enumerate(states)]

    found = progress(plan)

    assert found == PlanProgress(2, 5, 2)
    assert found.share == Fraction(2, 5)


def test_there_is_no_progress_without_actions_or_with_dropped_ones_alone() -> None:
    assert progress([]) is None
    assert progress([an_action(state="dropped")]) is None
    assert progress([an_action()]) == PlanProgress(0, 1)


@pytest.mark.parametrize(
    ("moment", "overdue"),
    [
        (datetime(2026, 11, 1, 23, 59, tzinfo=UTC), False),
        # At noon UTC on 2 November the day of 1 November ends at UTC-12.
        (datetime(2026, 11, 2, 11, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 2, 12, 0, tzinfo=UTC), True),
    ],
)
def test_an_action_is_overdue_once_its_day_is_over_everywhere(moment: datetime, overdue: bool) -> None:
    assert is_overdue(an_action(due=date(2026, 11, 1)), moment) is overdue


@pytest.mark.parametrize(
    ("state", "overdue"), [("to_do", True), ("doing", True), ("done", False), ("dropped", False)]
)
def test_only_open_actions_are_overdue(state: State, overdue: bool) -> None:
    action = an_action(due=date(2026, 10, 1), state=state)

    assert is_overdue(action, datetime(2026, 11, 1, tzinfo=UTC)) is overdue


def test_an_action_without_a_day_is_never_overdue() -> None:
    assert not is_overdue(an_action(), datetime(2099, 1, 1, tzinfo=UTC))


def test_of_each_practice_the_latest_day_on_which_an_action_was_done_counts_after_a_day() -> None:
    days = [
        ("a", "G1", 3),
        ("b", "G1", 9),
        ("c", "G1", 5),
        ("d", "G2", 2),
        ("e", None, 9),
        ("f", "I1", 4),
        ("h", "S1", 3),
    ]
    plan = [
        an_action(id, practice=practice, state="done", done_on=date(2026, 10, day))
        for id, practice, day in days
    ]

    found = done_days([*plan, an_action("g", practice="A1")], date(2026, 10, 3))

    assert found == {"G1": date(2026, 10, 9), "I1": date(2026, 10, 4)}
