from datetime import date

import pytest

from app.maturity.errors import RefusedActionError
from app.maturity.plan.action import Action, checked, is_no_longer_asked, owner_role, practice_of
from tests.build import a_domain, a_question, a_questionnaire
from tests.maturity.plan.build import TODAY, an_action

QUESTIONNAIRE = a_questionnaire(a_domain("G", a_question("G1", owner="communications")))


def faults(**changes: object) -> dict[str, str]:
    """Return the faults of an action with changes; none if it is accepted."""
    fields = {"id": "a1", "title": "Write the policy", "lang": "en"} | changes
    try:
        checked(Action(**fields))  # type: ignore[arg-type]  # wrong values on purpose
    except RefusedActionError as error:
        return error.faults
    return {}


@pytest.mark.parametrize(
    ("field", "accepted", "refused", "fault"),
    [
        ("title", "x" * 500, "x" * 501, "too_long"),
        ("title", "x", "", "missing"),
        ("person", "x" * 100, "x" * 101, "too_long"),
        ("person", "", "🙂" * 101, "too_long"),
        ("note", "x" * 1_000, "x" * 1_001, "too_long"),
        ("due", None, date(1999, 12, 31), "out_of_range"),
        ("due", date(2000, 1, 1), date(2200, 1, 1), "out_of_range"),
        ("due", date(2199, 12, 31), date(1899, 12, 30), "out_of_range"),
        ("id", "0" * 40, "0" * 41, "unknown"),
        ("id", "9c907e90-9160", "A1", "unknown"),
        ("id", "a", "", "unknown"),
        ("practice", "G1", "", "missing"),
        ("lang", "fr", "de", "unknown"),
        ("state", "doing", "finished", "unknown"),
        ("revision", 0, -1, "out_of_range"),
    ],
)
def test_each_field_is_accepted_at_its_limit_and_refused_beyond_it(
    field: str, accepted: object, refused: object, fault: str
) -> None:
    assert faults(**{field: accepted}) == {}
    assert faults(**{field: refused}) == {field: fault}


def test_every_fault_is_named_at_once() -> None:
    found = faults(title="", person="x" * 101, due=date(1900, 1, 1), state="dropped")

    assert found == {
        "title": "missing",
        "person": "too_long",
        "due": "out_of_range",
        "note": "missing",
    }


def test_dropping_needs_a_reason_in_the_note() -> None:
    assert faults(state="dropped") == {"note": "missing"}
    assert faults(state="dropped", note="We closed the account.") == {}


def test_a_day_of_doing_belongs_to_done_actions_alone() -> None:
    assert faults(state="done") == {"done_on": "missing"}
    assert faults(state="done", done_on=TODAY) == {}
    assert faults(state="doing", done_on=TODAY) == {"done_on": "unknown"}


def test_the_owner_role_is_that_of_the_practice() -> None:
    action = an_action(practice="G1")

    assert owner_role(action, QUESTIONNAIRE) == "communications"
    assert practice_of(action, QUESTIONNAIRE) == QUESTIONNAIRE.question("G1")
    assert not is_no_longer_asked(action, QUESTIONNAIRE)


def test_a_free_action_has_no_role_and_is_not_called_no_longer_asked() -> None:
    action = an_action()

    assert owner_role(action, QUESTIONNAIRE) is None
    assert practice_of(action, QUESTIONNAIRE) is None
    assert not is_no_longer_asked(action, QUESTIONNAIRE)


def test_an_action_stays_without_a_role_when_a_version_drops_its_practice() -> None:
    action = an_action(practice="Q9")

    assert owner_role(action, QUESTIONNAIRE) is None
    assert practice_of(action, QUESTIONNAIRE) is None
    assert is_no_longer_asked(action, QUESTIONNAIRE)


def test_a_practice_that_only_the_full_assessment_asks_is_still_asked() -> None:
    questionnaire = a_questionnaire(a_domain("G", a_question("G1"), a_question("G2")), quick=("G1",))

    assert not is_no_longer_asked(an_action(practice="G2"), questionnaire)
    assert owner_role(an_action(practice="G2"), questionnaire) == "communications"
