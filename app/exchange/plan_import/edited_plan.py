"""An edited plan read from a file and compared with the plan: what would change, and what is wrong where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.exchange.plan_import.cell_faults import CellFault, CellFaults, Place
from app.exchange.plan_import.day_cells import DayOrder, order_of
from app.exchange.plan_import.edited_row import RowReader, as_text
from app.exchange.plan_import.plan_table import PlanRow, PlanTable, find_table
from app.exchange.plan_import.spreadsheet import Cell, read_sheets
from app.maturity.clean_text import clean, clean_title
from app.maturity.errors import RefusedActionError
from app.maturity.plan.action import LIMITS
from app.maturity.plan.plan import ACTION_LIMIT, ActionFields, Plan
from app.maturity.plan.proposal import PlanChange, ProposedAction, compare
from app.maturity.text import Language
from app.translations import N_

_SAME_ID = N_(
    "Row %(other)d has the same id. Delete one of the two rows or, if this one is a new action, its id and"
    " revision."
)
_SAME_ROW = N_("Row %(other)d holds the same new action. Delete one of the two.")
_UNKNOWN_ID = N_(
    "The plan has no action with the id “%(value)s”. Leave id and revision empty to add a new action."
)
_NO_REVISION = N_("A revision is a whole number. Write the one that was downloaded.")
_NO_TITLE = N_("This action has no text. To give up an action, choose the state Dropped.")
_NO_REASON = N_("An action that is dropped needs its reason in the note.")
_TOO_LONG = N_("This text has %(count)d characters; at most %(limit)d are allowed.")
_TOO_MANY = N_("The plan would have %(count)d actions; at most %(limit)d are allowed.")


@dataclass(frozen=True, slots=True)
class EditedPlan:
    """What a file would change, and its faults. With a fault nothing of it may be stored.

    ``unchanged`` counts the rows that the plan says already, ``absent`` the actions that the file lacks: both
    stay as they are. ``other_headings`` are those of columns that are not read.
    """

    changes: tuple[PlanChange, ...] = ()
    faults: tuple[CellFault, ...] = ()
    unchanged: int = 0
    absent: int = 0
    other_headings: tuple[str, ...] = field(default=())


def read(data: bytes, plan: Plan, language: Language, today: date) -> EditedPlan:
    """Return what a file would change in a plan, or raise PlanFileError for one that holds no plan.

    ``language`` is that of the page, and of new titles unless the headings of the file are of the other.
    ``today`` is the day in UTC.
    """
    faults = CellFaults()
    table = find_table(read_sheets(data), faults)
    if table is None:
        return EditedPlan(faults=faults.found())
    comparison = _Comparison(table, plan, table.language or language, today, faults)
    changes = tuple(comparison.changes())
    made = sum(change.before is None for change in changes)
    if made and len(plan) + made > ACTION_LIMIT:
        faults.add(Place(table.sheet.name), _TOO_MANY, count=len(plan) + made, limit=ACTION_LIMIT)
    named = {id for id, _row in comparison.seen if id}
    return EditedPlan(
        changes,
        faults.found(),
        unchanged=comparison.unchanged,
        absent=len(plan) - len(named),
        other_headings=table.other_headings,
    )


class _Comparison:
    """The rows of one file beside one plan."""

    def __init__(
        self, table: PlanTable, plan: Plan, language: Language, today: date, faults: CellFaults
    ) -> None:
        self._table, self._plan, self._language, self._today = table, plan, language, today
        self._faults = faults
        self._known = {action.id: action for action in plan}
        self._reader = RowReader(_order(table), table.sheet.encoding, faults)
        # The rows by the id in them, or by the fields of a new action.
        self.seen: dict[tuple[str, ActionFields | None], int] = {}
        self.unchanged = 0

    def changes(self) -> Iterator[PlanChange]:
        """Yield what the rows change, and note every fault."""
        for row in self._table.rows:
            if not row.is_empty:
                change = self._change(row)
                if change:
                    yield change

    def _change(self, row: PlanRow) -> PlanChange | None:
        id = self._id(row)
        if id is None or (id and self._is_repeated(row, (id, None), _SAME_ID)):
            return None
        known = self._known.get(id)
        revision = self._revision(row) if known else None
        fields = self._reader.read(row, known)
        if fields is None or (known and revision is None):
            return None
        if not id and self._is_repeated(row, ("", fields), _SAME_ROW):
            return None
        proposed = ProposedAction(fields, self._language, id or None, revision)
        try:
            change = compare(self._plan, proposed, self._today)
        except RefusedActionError as error:
            self._add_faults(row, fields, error)
            return None
        self.unchanged += change is None
        return change

    def _id(self, row: PlanRow) -> str | None:
        """Return the id in a row, empty for a new action, None for a faulty one."""
        if not self._reader.is_usable(row, "id"):
            return None
        id = _unguarded(row.cells["id"])
        if id and id not in self._known:
            self._faults.add(row.places["id"], _UNKNOWN_ID, value=id)
            return None
        return id

    def _is_repeated(self, row: PlanRow, key: tuple[str, ActionFields | None], sentence: str) -> bool:
        other = self.seen.setdefault(key, row.place.row)
        if other != row.place.row:
            self._faults.add(row.place, sentence, other=other)
        return other != row.place.row

    def _revision(self, row: PlanRow) -> int | None:
        text = _unguarded(row.cells["revision"])
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            self._faults.add(row.places["revision"], _NO_REVISION)
            return None
        return int(text)

    def _add_faults(self, row: PlanRow, fields: ActionFields, error: RefusedActionError) -> None:
        for name, reason in error.faults.items():
            if reason == "too_long":
                text = clean(fields.note) if name == "note" else clean_title(getattr(fields, name))
                self._faults.add(row.places[name], _TOO_LONG, count=len(text), limit=LIMITS[name])
            else:
                self._faults.add(row.places[name], _NO_TITLE if name == "title" else _NO_REASON)


def _unguarded(cell: Cell) -> str:
    """Return the text of a cell that people do not write in."""
    return as_text(cell).strip().removeprefix("'")


def _order(table: PlanTable) -> DayOrder:
    cells = [row.cells[key] for row in table.rows for key in ("due", "done_on") if key in row.cells]
    # A French spreadsheet writes the day first; an English one is British or American.
    return order_of(cells, day_first=True if table.language == "fr" else None)
