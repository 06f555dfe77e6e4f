"""An action of the plan: its fields, their limits and its states."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.maturity.errors import RefusedActionError
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.text import LANGUAGES, Language

State = Literal["to_do", "doing", "done", "dropped"]
STATES: tuple[State, ...] = ("to_do", "doing", "done", "dropped")
# While an action of a practice is in one of these, its recommendation makes no second one.
OPEN_STATES: tuple[State, ...] = ("to_do", "doing")

# Code points. The longest step that a questionnaire recommends has 353.
TITLE_LIMIT = 500
PERSON_LIMIT = 100
NOTE_LIMIT = 1_000
# Of the fields that a person writes, by name.
LIMITS = {"title": TITLE_LIMIT, "person": PERSON_LIMIT, "note": NOTE_LIMIT}

# Spreadsheets read a day that does not exist as one of 1899, and a typing slip gives the year 20262.
FIRST_DUE = date(2000, 1, 1)
LAST_DUE = date(2199, 12, 31)

_ID = re.compile(r"[0-9a-z-]{1,40}")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    ``id`` is random and never changes, so that a calendar with several plans tells their actions apart: 1 to
    40 small letters, digits and hyphens. ``practice`` is the id of a question, or None for a free action.
    ``lang`` is the language of the title. ``done_on`` is the UTC day of the last change to done, None in
    every other state. ``revision`` counts the changes since the action was made: calendars take a higher
    number for the newer text.
    """

    id: str
    title: str
    lang: Language
    practice: str | None = None
    person: str = ""
    due: date | None = None
    state: State = "to_do"
    note: str = ""
    done_on: date | None = None
    revision: int = 0

    @property
    def is_open(self) -> bool:
        """Return whether it is still to do or being done."""
        return self.state in OPEN_STATES


def checked(action: Action) -> Action:
    """Return the action, or raise RefusedActionError with every field that breaks a rule."""
    faults = dict(_faults(action))
    if faults:
        raise RefusedActionError(faults)
    return action


def _faults(action: Action) -> Iterator[tuple[str, str]]:
    if not _ID.fullmatch(action.id):
        yield "id", "unknown"
    if action.practice == "":
        yield "practice", "missing"
    if action.lang not in LANGUAGES:
        yield "lang", "unknown"
    yield from _text_faults(action)
    if action.due and not FIRST_DUE <= action.due <= LAST_DUE:
        yield "due", "out_of_range"
    yield from _state_faults(action)
    if action.revision < 0:
        yield "revision", "out_of_range"


def _text_faults(action: Action) -> Iterator[tuple[str, str]]:
    texts = {"title": action.title, "person": action.person, "note": action.note}
    yield from ((field, "too_long") for field, text in texts.items() if len(text) > LIMITS[field])
    if not action.title:
        yield "title", "missing"


def _state_faults(action: Action) -> Iterator[tuple[str, str]]:
    if action.state not in STATES:
        yield "state", "unknown"
    if action.state == "dropped" and not action.note:
        yield "note", "missing"
    if action.state == "done" and action.done_on is None:
        yield "done_on", "missing"
    if action.state != "done" and action.done_on is not None:
        yield "done_on", "unknown"


def practice_of(action: Action, questionnaire: Questionnaire) -> Question | None:
    """Return the practice of an action; None for a free action and for one that is no longer asked."""
    if action.practice is None or action.practice not in questionnaire.ids:
        return None
    return questionnaire.question(action.practice)


def is_no_longer_asked(action: Action, questionnaire: Questionnaire) -> bool:
    """Return whether the questionnaire has dropped the practice that the action was made for."""
    return action.practice is not None and action.practice not in questionnaire.ids


def owner_role(action: Action, questionnaire: Questionnaire) -> str | None:
    """Return the role that owns the practice, or None without a practice that is asked."""
    practice = practice_of(action, questionnaire)
    return practice.owner if practice else None
