from datetime import date
from typing import Any

import pytest

from app.maturity.plan.arrangement import NOBODY, PlanFilter, SortKey, filter_actions, persons, sort_actions
from tests.build import a_domain, a_question, a_questionnaire, a_text
from tests.maturity.plan.build import NOW, an_action

QUESTIONNAIRE = a_questionnaire(
    a_domain("G", a_question("G1", owner="security"), a_question("G2", owner="communications")),
    owners={"security": a_text("Security officer"), "communications": a_text("Head of communications")},
)

# Today is 1 November 2026: the actions named late are overdue.
PLAN = (
    an_action("undated", person="Zoé"),
    an_action("spring", due=date(2027, 4, 1), practice="G1", person="émile"),
    an_action("late", due=date(2026, 10, 30), practice="G2", state="doing", person="Zoe"),
    an_action("done", due=date(2026, 1, 1), practice="G1", state="done"),
    an_action("dropped", due=date(2026, 2, 1), state="dropped", person="Ana"),
    an_action("later", due=date(2026, 10, 31), person="Fred"),
    an_action("gone", due=date(2026, 11, 1), practice="Q9", person="Fred"),
)


def ids(**wanted: Any) -> list[str]:  # noqa: ANN401  # any field of a filter
    """Return the ids that a filter keeps."""
    return [each.id for each in filter_actions(PLAN, PlanFilter(**wanted), QUESTIONNAIRE, NOW)]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        ("due", ["late", "later", "done", "dropped", "gone", "spring", "undated"]),
        # Émile stands between Ana and Fred, Zoé beside Zoe, nobody last.
        ("person", ["later", "late", "dropped", "spring", "gone", "undated", "done"]),
        ("state", ["later", "late", "gone", "spring", "undated", "done", "dropped"]),
        # Security comes first in this questionnaire, no role last.
        ("owner", ["late", "later", "done", "spring", "dropped", "gone", "undated"]),
    ],
)
def test_overdue_actions_come_first_and_each_part_is_sorted_by_the_key_then_the_day(
    by: SortKey, order: list[str]
) -> None:
    assert [each.id for each in sort_actions(PLAN, by, QUESTIONNAIRE, NOW)] == order


def test_equal_actions_stay_in_the_order_in_which_they_were_made() -> None:
    equal = [an_action(id, due=date(2027, 1, 1)) for id in ("b", "c", "a")]

    assert [each.id for each in sort_actions(equal, "due", QUESTIONNAIRE, NOW)] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ({}, [each.id for each in PLAN]),
        ({"person": "ZOE"}, ["undated", "late"]),
        ({"person": NOBODY}, ["done"]),
        ({"state": "done"}, ["done"]),
        ({"owner": "security"}, ["spring", "done"]),
        ({"owner": NOBODY}, ["undated", "dropped", "later", "gone"]),
        ({"due_by": date(2026, 10, 31)}, ["late", "done", "dropped", "later"]),
        ({"overdue_only": True}, ["late", "later"]),
        ({"person": "fred", "overdue_only": True}, ["later"]),
    ],
)
def test_a_filter_keeps_what_is_asked_for(wanted: dict[str, Any], kept: list[str]) -> None:
    assert ids(**wanted) == kept


def test_persons_are_named_once_in_alphabetical_order_as_first_written() -> None:
    assert persons(PLAN) == ("Ana", "émile", "Fred", "Zoé")
