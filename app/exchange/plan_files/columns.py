"""The columns of the plan in every spreadsheet, and what stands in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.exchange.plan_files.cell_text import guard_mark
from app.maturity.plan.action import Action
from app.maturity.text import N_
from app.translations.plan_words import STATE_NAMES, practice_words, role_words
from app.translations.wording import Wording

# What the properties of a spreadsheet say of the columns, for those who read it back.
FORMAT, FORMAT_VERSION = "muster-plan", "1"

# A day is a real date where the format has dates; an empty text is an empty cell.
Cell = str | date


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """One column: its key, its English heading and its width in characters.

    A person may change what stands in an ``editable`` column; the others are for reading, or for programs.
    """

    key: str
    heading: str
    width: int
    editable: bool


# The practice comes first for the reader, the id and revision last: programs match an edited file with the
# plan by them, so that nothing is overwritten that was changed meanwhile.
COLUMNS = (
    PlanColumn("practice", N_("Practice"), 20, editable=False),
    PlanColumn("title", N_("Action"), 40, editable=True),
    PlanColumn("role", N_("Owner role"), 19, editable=False),
    PlanColumn("person", N_("Person"), 16, editable=True),
    PlanColumn("due", N_("Due date"), 11, editable=True),
    PlanColumn("state", N_("State"), 11, editable=True),
    PlanColumn("note", N_("Note"), 34, editable=True),
    PlanColumn("done_on", N_("Done on"), 11, editable=False),
    PlanColumn("id", N_("Id"), 22, editable=False),
    PlanColumn("revision", N_("Revision"), 9, editable=False),
)

# For who may not see notes: an empty column would read as notes that somebody cleared.
WITHOUT_NOTES = tuple(column for column in COLUMNS if column.key != "note")

_VALUES: Mapping[str, Callable[[Action, Wording], Cell]] = {
    "practice": practice_words,
    "title": lambda action, _wording: action.title,
    "role": role_words,
    "person": lambda action, _wording: action.person,
    "due": lambda action, _wording: action.due or "",
    "state": lambda action, wording: wording._(STATE_NAMES[action.state]),
    "note": lambda action, _wording: action.note,
    "done_on": lambda action, _wording: action.done_on or "",
    "id": lambda action, _wording: action.id,
    "revision": lambda action, _wording: str(action.revision),
}


def headings(wording: Wording, columns: Sequence[PlanColumn]) -> tuple[str, ...]:
    """Return the headings of the columns in a language."""
    return tuple(wording._(column.heading) for column in columns)


def cells(action: Action, wording: Wording, columns: Sequence[PlanColumn]) -> tuple[Cell, ...]:
    """Return what stands in an action’s row, in the order of the columns."""
    return tuple(_VALUES[column.key](action, wording) for column in columns)


def typed_cells(action: Action, wording: Wording, columns: Sequence[PlanColumn]) -> tuple[Cell, ...]:
    """Return the same for a file whose cells have types, of which the import takes off apostrophes too."""
    row = cells(action, wording, columns)
    return tuple(guard_mark(cell) if isinstance(cell, str) else cell for cell in row)
