"""What a row of an edited plan says of an action."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from app.exchange.plan_files.cell_text import unguard
from app.exchange.plan_import.cell_faults import CellFaults
from app.exchange.plan_import.day_cells import DayOrder, read_day
from app.exchange.plan_import.plan_table import PlanRow
from app.exchange.plan_import.spreadsheet import Cell, Unusable
from app.exchange.sheet_text import xml_text
from app.maturity.clean_text import clean, clean_title, fold
from app.maturity.plan.action import STATES, Action, State
from app.maturity.plan.plan import ActionFields
from app.maturity.text import LANGUAGES
from app.translations import N_, translator
from app.translations.plan_words import STATE_NAMES
from app.translations.wording_cache import wording_cache

_UNUSABLE = {
    Unusable.FORMULA: N_("This cell holds a formula. Write the text or the date itself."),
    Unusable.ERROR: N_("This cell holds a spreadsheet error. Write the text or the date itself."),
    Unusable.OTHER: N_("This cell holds a time or a value of another kind. Write it as text."),
}
_NO_STATE = N_("The state is missing. Write To do, Doing, Done or Dropped.")
_UNKNOWN_STATE = N_("“%(value)s” is not a state. Write To do, Doing, Done or Dropped.")


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one file: how its days are written, and which letters it can hold."""

    order: DayOrder
    encoding: str
    faults: CellFaults

    def read(self, row: PlanRow, known: Action | None) -> ActionFields | None:
        """Return the fields in a row, beside the action that it is about; None if a cell is at fault.

        A text which is that of the action, as far as a file of this kind can hold it, is that of the action.
        """
        before = self.faults.count
        fields = ActionFields(
            title=self._text(row, "title", known.title if known else "", clean_title),
            person=self._text(row, "person", known.person if known else "", clean_title),
            due=self._day(row),
            state=self._state(row, known),
            note=self._text(row, "note", known.note if known else "", clean),
        )
        return fields if self.faults.count == before else None

    def is_usable(self, row: PlanRow, key: str) -> bool:
        """Return whether a cell holds text, a number or a day; anything else is a fault."""
        cell = row.cells[key]
        if isinstance(cell, Unusable):
            self.faults.add(row.places[key], _UNUSABLE[cell])
            return False
        return True

    def _text(self, row: PlanRow, key: str, known: str, cleaned: Callable[[str], str]) -> str:
        text = as_text(row.cells[key]) if self.is_usable(row, key) else known
        kept = cleaned(xml_text(known))
        for candidate in (text, unguard(text)):
            if cleaned(candidate) in (kept, self._as_encoded(kept)):
                return known
        return unguard(text)

    def _as_encoded(self, text: str) -> str:
        """Return a text as a CSV of few letters holds it: others have become question marks there."""
        return text.encode(self.encoding, "replace").decode(self.encoding) if self.encoding else text

    def _day(self, row: PlanRow) -> date | None:
        if not self.is_usable(row, "due"):
            return None
        return read_day(row.cells["due"], self.order, row.places["due"], self.faults)

    def _state(self, row: PlanRow, known: Action | None) -> State:
        text = as_text(row.cells["state"]).strip() if self.is_usable(row, "state") else "to_do"
        if not text and known is None:
            return "to_do"
        state = _states().get(_folded(text))
        if state is None and text:
            self.faults.add(row.places["state"], _UNKNOWN_STATE, value=text)
        elif state is None:
            self.faults.add(row.places["state"], _NO_STATE)
        return state or "to_do"


def as_text(cell: Cell) -> str:
    """Return what a cell holds as text: a spreadsheet makes a number of 2027, and a day of 2027-01-31."""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:.15g}" if isinstance(cell, float) else cell


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


@wording_cache
def _states() -> dict[str, State]:
    names = {_folded(translator(each)(STATE_NAMES[state])): state for each in LANGUAGES for state in STATES}
    # The words of assessment.json.
    return {**names, **{cast("str", state): state for state in STATES}}
