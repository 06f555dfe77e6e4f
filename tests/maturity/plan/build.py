"""Builders of actions and plans, and strategies that draw them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from app.maturity.clean_text import clean, clean_title
from app.maturity.outlook.next_step import NextStep, next_steps
from app.maturity.plan.action import (
    FIRST_DUE,
    LAST_DUE,
    NOTE_LIMIT,
    PERSON_LIMIT,
    STATES,
    Action,
    State,
    checked,
)
from app.maturity.plan.plan import ActionFields, edit, fields_of
from app.maturity.text import LANGUAGES
from tests.build import a_scorecard

TODAY = date(2026, 11, 1)
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def an_action(id: str = "a1", **changes: Any) -> Action:  # noqa: ANN401  # any field of an action
    """Return a free action in English that nobody has and that is due on no day."""
    defaults: dict[str, Any] = {"id": id, "title": "Write the policy", "lang": "en"}
    if changes.get("state") == "done":
        defaults["done_on"] = TODAY
    if changes.get("state") == "dropped":
        defaults["note"] = "We closed the account."
    return checked(Action(**(defaults | changes)))


def change_state(action: Action, state: State, note: str, today: date) -> Action:
    """Return the action with another state and note, as a contributor changes it."""
    return edit(action, replace(fields_of(action), state=state, note=note), action.lang, today)


def steps() -> dict[str, NextStep]:
    """Return Bellatrix’s next steps on the small questionnaire, by practice; completed on 1 November 2026."""
    return {each.recommendation.question.id: each for each in next_steps(a_scorecard(), TODAY)}


# Letters, digits, signs that spreadsheets and calendars mark, spaces, line ends and what ``clean`` drops.
LETTERS = st.sampled_from("aéZœ09 ،=+-@,;:\"'’\\|\t\n\r\u00a0\u202f\u2028\x00\x85\ud800🙂")


def texts(limit: int, least: int = 0) -> st.SearchStrategy[str]:
    """Draw typed text of at most a number of letters."""
    return st.text(LETTERS, min_size=least, max_size=min(limit, 40))


@st.composite
def some_fields(draw: st.DrawFn) -> ActionFields:
    """Draw what a person may write of an action, so that no rule is broken."""
    fields = ActionFields(
        title=draw(texts(40).map(lambda text: f"Do {text}")),
        person=draw(texts(PERSON_LIMIT)),
        due=draw(st.none() | st.dates(FIRST_DUE, LAST_DUE)),
        state=draw(st.sampled_from(STATES)),
        note=draw(texts(NOTE_LIMIT)),
    )
    return replace(fields, note=fields.note + "x") if fields.state == "dropped" else fields


@st.composite
def plans(draw: st.DrawFn) -> tuple[Action, ...]:
    """Draw a plan of up to eight actions, some of practices that are not asked, at any revision."""
    actions = []
    for number in range(draw(st.integers(0, 8))):
        fields = draw(some_fields())
        action = Action(
            id=f"a{number}",
            title=clean_title(fields.title),
            lang=draw(st.sampled_from(LANGUAGES)),
            practice=draw(st.sampled_from([None, "G1", "E3", "Q9"])),
            person=clean_title(fields.person),
            due=fields.due,
            state=fields.state,
            note=clean(fields.note).replace("\t", " "),
            done_on=draw(st.dates(FIRST_DUE, LAST_DUE)) if fields.state == "done" else None,
            revision=draw(st.integers(0, 9)),
        )
        actions.append(checked(action))
    return tuple(actions)
