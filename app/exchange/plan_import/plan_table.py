"""The plan in the sheets of a file: its columns by their headings, and its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from app.exchange.plan_files.columns import COLUMNS
from app.exchange.plan_import import headings
from app.exchange.plan_import.cell_faults import CellFaults, Place, PlanFileError, at_column
from app.exchange.plan_import.spreadsheet import Cell, Sheet
from app.maturity.text import Language
from app.translations import N_

# Practice, owner role and day of doing are not read: they follow from the others.
READ = ("title", "person", "due", "state", "note", "id", "revision")
_FEWEST = 3

_NO_PLAN = N_(
    "No sheet has the headings of a plan: Action, Person, Due date, State, Note, Id and Revision. Choose"
    " the plan that you downloaded and edited, with its headings."
)
_SEVERAL = N_("The sheets %(one)s and %(other)s both hold a plan. Keep one of them.")
_MISSING = N_("The column %(heading)s is missing. Without it the file cannot be compared with the plan.")
_TWICE = N_("Two columns have the heading %(heading)s. Delete one of them.")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row below the headings: its place, and its cells and their places by the key of their column."""

    place: Place
    cells: Mapping[str, Cell]
    places: Mapping[str, Place]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing stands in the columns that are read."""
        return all(not cell or (isinstance(cell, str) and not cell.strip()) for cell in self._read())

    def _read(self) -> Iterator[Cell]:
        return (self.cells[key] for key in READ)


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The rows of a plan, the language of its headings, and the headings of columns that are not read.

    ``language`` is None if the headings do not show it.
    """

    sheet: Sheet
    rows: tuple[PlanRow, ...]
    language: Language | None
    other_headings: tuple[str, ...]


def find_table(sheets: Sequence[Sheet], faults: CellFaults) -> PlanTable | None:
    """Return the plan in the sheets of a file; None, and a fault, without a column that is needed.

    Raises PlanFileError if no sheet holds a plan, or several do.
    """
    sheet = _sheet_of_plan(sheets)
    at = headings.heading_row(sheet.rows)
    assert at is not None  # noqa: S101  # the sheet was chosen by its headings
    head = sheet.rows[at]
    columns = _columns(sheet, head, at, faults)
    if columns is None:
        return None
    rows = tuple(_row(sheet, number, head, columns) for number in range(at + 1, len(sheet.rows)))
    others = tuple(
        cell.strip() for cell in head if isinstance(cell, str) and cell.strip() and not headings.key_of(cell)
    )
    return PlanTable(sheet, rows, headings.language_of(head), others)


def _sheet_of_plan(sheets: Sequence[Sheet]) -> Sheet:
    counts = [headings.most_known(sheet.rows) for sheet in sheets]
    most = max(counts, default=0)
    if most < _FEWEST:
        raise PlanFileError(_NO_PLAN)
    best = [sheet for sheet, count in zip(sheets, counts, strict=True) if count == most]
    if len(best) > 1:
        raise PlanFileError(_SEVERAL, one=best[0].name, other=best[1].name)
    return best[0]


def _columns(sheet: Sheet, head: Sequence[Cell], at: int, faults: CellFaults) -> dict[str, int] | None:
    """Return the index of each column that is read by its key, or None if one is missing or double."""
    whole = True
    found: dict[str, int] = {}
    place = Place(sheet.name, at + 1)
    for index, cell in enumerate(head):
        key = headings.key_of(cell)
        if key in found and key in READ:
            faults.add(at_column(place, _letters(index), str(cell)), _TWICE, heading=_heading(key))
            whole = False
        found.setdefault(key, index)
    for key in READ:
        if key not in found:
            faults.add(Place(sheet.name), _MISSING, heading=_heading(key))
            whole = False
    return found if whole else None


def _row(sheet: Sheet, index: int, head: Sequence[Cell], columns: Mapping[str, int]) -> PlanRow:
    cells = sheet.rows[index]
    place = Place(sheet.name, index + 1)
    return PlanRow(
        place,
        {key: cells[at] if at < len(cells) else "" for key, at in columns.items()},
        {key: at_column(place, _letters(at), str(head[at]).strip()) for key, at in columns.items()},
    )


def _heading(key: str) -> str:
    return next(column.heading for column in COLUMNS if column.key == key)


def _letters(index: int) -> str:
    """Return the letters of a column: A, B, … Z, AA."""
    more, last = divmod(index, len(ascii_uppercase))
    return (_letters(more - 1) if more else "") + ascii_uppercase[last]
