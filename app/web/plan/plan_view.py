"""What the pages of the plan show of each action, and of the plan as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.maturity.plan.action import STATES, Action
from app.maturity.plan.plan import Plan
from app.maturity.plan.progress import is_overdue, progress
from app.translations.dates import format_day
from app.translations.plan_words import STATE_NAMES, overdue_words, practice_words, progress_words, role_words
from app.translations.wording import Wording
from app.web.plan.plan_form import Row, TypedRow, seen_mark

# About how many letters of a note stand on a line, and how many lines are shown.
_LINE, _MOST_LINES = 40, 5


@dataclass(frozen=True, slots=True)
class PlanWords:
    """How far a plan is, in words; ``overdue`` is empty if nothing is."""

    progress: str
    overdue: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action on a page: its practice and role in words, and its texts as stored or as typed.

    ``mark`` stands for what the page shows of it in controls; ``errors`` are sentences by the name of the
    field; ``theirs`` are the fields that somebody else stored otherwise meanwhile, in words.
    """

    action: Action
    practice: str
    role: str
    state: str
    is_overdue: bool
    row: Row
    mark: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    theirs: tuple[tuple[str, str], ...] = ()

    @property
    def note_rows(self) -> int:
        """Return how many lines the control of the note shows, enough for most notes."""
        lines = (1 + len(line) // _LINE for line in self.row["note"].split("\n"))
        return min(sum(lines), _MOST_LINES)


def describe_plan(plan: Plan, wording: Wording, now: datetime) -> PlanWords | None:
    """Return how far a plan is at a moment, or None for one without actions that are to be done."""
    reached = progress(plan)
    if reached is None:
        return None
    overdue = sum(is_overdue(each, now) for each in plan)
    return PlanWords(progress_words(reached, wording), overdue_words(overdue, wording))


def state_options(wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return every state with its name."""
    return tuple((state, wording._(STATE_NAMES[state])) for state in STATES)


class ActionViews:
    """Makes the views of actions; words that actions share are made once."""

    def __init__(self, wording: Wording, now: datetime, changeable: tuple[str, ...] = ()) -> None:
        self._wording, self._now, self._changeable = wording, now, changeable
        self._days: dict[date, str] = {}

    def stored(self, actions: Iterable[Action]) -> list[ActionView]:
        """Return actions as they are stored."""
        return [self.of(each) for each in actions]

    def of(self, action: Action, typed: TypedRow | None = None, *, conflict: bool = False) -> ActionView:
        """Return an action as it is stored, or as it was typed; after a conflict, beside what is stored."""
        row = self._row(action)
        shown, mark = row, seen_mark(action.revision, {name: row[name] for name in self._changeable})
        errors: Mapping[str, str] = {}
        theirs: tuple[tuple[str, str], ...] = ()
        if typed is not None:
            shown = {**row, **typed.row}
            errors = typed.faults
            mark = mark if conflict else typed.seen
            theirs = self._theirs(row, shown) if conflict else ()
        return ActionView(
            action,
            practice_words(action, self._wording),
            role_words(action, self._wording),
            self._state(action.state),
            is_overdue(action, self._now),
            shown,
            mark,
            errors,
            theirs,
        )

    def _row(self, action: Action) -> Row:
        texts = {"title": action.title, "person": action.person, "due": self._day(action.due)}
        return texts | {"state": action.state, "note": action.note}

    def _theirs(self, row: Row, shown: Row) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name, self._state(text) if name == "state" else text)
            for name, text in row.items()
            if shown[name] != text
        )

    def _state(self, state: str) -> str:
        return next((self._wording._(STATE_NAMES[each]) for each in STATES if each == state), state)

    def _day(self, due: date | None) -> str:
        if due is None:
            return ""
        if due not in self._days:
            self._days[due] = format_day(due, self._wording.language)
        return self._days[due]
