"""The sheet of the plan in a workbook: a row for each action, with lists and limits for those who edit it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from app.exchange.plan_files.columns import COLUMNS, PlanColumn, headings, typed_cells
from app.exchange.workbook.book import Book
from app.maturity.plan.action import (
    FIRST_DUE,
    LAST_DUE,
    LIMITS,
    STATES,
    Action,
)
from app.maturity.plan.plan import ACTION_LIMIT
from app.translations.plan_words import STATE_NAMES
from app.translations.wording import Wording

_STATE_WIDTH = next(column.width for column in COLUMNS if column.key == "state")
# The practice and the action stay in sight.
_FROZEN = 2


def add_plan_sheets(
    book: Book, actions: Iterable[Action], wording: Wording, columns: Sequence[PlanColumn] = COLUMNS
) -> None:
    """Add the sheet of the plan, in its order, and a hidden one with the states that can be chosen."""
    _ = wording._
    widths = [column.width for column in columns]
    places = {column.key: place for place, column in enumerate(columns)}
    sheet = book.add_sheet(_("Plan"), widths, frozen_columns=_FROZEN)
    rows = [typed_cells(action, wording, columns) for action in actions]
    last = book.write_table(sheet, "Plan", headings(wording, columns), rows, widths)
    # The revision is text as the id is, so that every reader finds it unchanged.
    sheet.ignore_errors(
        {"number_stored_as_text": xl_range(1, places["revision"], ACTION_LIMIT, places["revision"])}
    )
    # Id and revision are for programs and stay off paper.
    sheet.print_area(0, 0, last, places["id"] - 1)
    _add_limits(sheet, places, wording, _add_states(book, wording))


def _add_states(book: Book, wording: Wording) -> str:
    """Add the sheet of states and return its range.

    LibreOffice stores a list that stands in the rule itself in a form that other programs do not read.
    """
    name = wording._("Lists")
    sheet = book.add_sheet(name, [_STATE_WIDTH])
    sheet.write_string(0, 0, wording._("State"), book.heading)
    for row, state in enumerate(STATES, start=1):
        sheet.write_string(row, 0, wording._(STATE_NAMES[state]), book.text)
    sheet.hide()
    return f"={name}!{xl_range_abs(1, 0, len(STATES), 0)}"


def _add_limits(sheet: Worksheet, places: Mapping[str, int], wording: Wording, states: str) -> None:
    _ = wording._
    too_long = _("This column takes at most %(count)s characters.")
    rules: Mapping[str, dict[str, Any]] = {
        "state": {
            "validate": "list",
            "source": states,
            "error_message": _("Choose a state from the list."),
        },
        "due": {
            "validate": "date",
            "criteria": "between",
            "minimum": FIRST_DUE,
            "maximum": LAST_DUE,
            "error_message": _("Type a date, for example %(day)s.") % {"day": "2027-01-31"},
        },
        **{
            key: {
                "validate": "length",
                "criteria": "<=",
                "value": limit,
                "error_message": too_long % {"count": limit},
            }
            for key, limit in LIMITS.items()
        },
    }
    for key, rule in rules.items():
        if key in places:
            # Down to the last row that a plan can have, for actions written below.
            sheet.data_validation(1, places[key], ACTION_LIMIT, places[key], rule)
