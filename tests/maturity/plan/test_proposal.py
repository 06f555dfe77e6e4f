from dataclasses import replace
from datetime import date

import pytest

from app.maturity.errors import RefusedActionError, UnknownActionError
from app.maturity.plan.plan import ActionFields, fields_of
from app.maturity.plan.proposal import ProposedAction, compare
from tests.maturity.plan.build import TODAY, an_action

PLAN = (an_action("a1", due=date(2026, 12, 1), revision=2), an_action("a2", title="Train"))


def proposed(id: str | None, revision: int | None, **changes: object) -> ProposedAction:
    fields = fields_of(PLAN[0]) if id else ActionFields("New")
    return ProposedAction(replace(fields, **changes), "fr", id, revision)  # type: ignore[arg-type]  # any field


def test_what_the_plan_says_already_is_no_change_at_any_revision() -> None:
    assert compare(PLAN, proposed("a1", 2), TODAY) is None
    assert compare(PLAN, proposed("a1", 0), TODAY) is None


def test_a_change_names_its_fields_and_the_language_of_its_title() -> None:
    change = compare(PLAN, proposed("a1", 2, title="Écrire", due=None), TODAY)

    assert change is not None
    assert change.changed_fields == ("title", "due")
    assert (change.before, change.after.lang, change.after.revision) == (PLAN[0], "fr", 3)
    assert not change.is_outdated


@pytest.mark.parametrize("revision", [1, 3, None])
def test_a_change_of_another_revision_is_outdated(revision: int | None) -> None:
    change = compare(PLAN, proposed("a1", revision, note="Mine"), TODAY)

    assert change is not None
    assert change.is_outdated


def test_a_new_action_names_what_it_holds() -> None:
    change = compare(PLAN, proposed(None, None, person="Ana"), TODAY)

    assert change is not None
    assert (change.before, change.changed_fields) == (None, ("title", "person", "state"))


def test_a_new_action_that_is_there_already_is_none() -> None:
    assert compare(PLAN, proposed(None, None, title="Train"), TODAY) is None
    assert compare(PLAN, proposed(None, None, title="Train", person="Ana"), TODAY) is not None


def test_what_breaks_a_rule_or_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedActionError):
        compare(PLAN, proposed("a1", 2, title=""), TODAY)
    with pytest.raises(UnknownActionError):
        compare(PLAN, proposed("a9", 2), TODAY)
