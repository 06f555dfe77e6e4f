"""plan.csv: one row for each action, as spreadsheets open it."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from app.exchange.plan_files.cell_text import guard
from app.exchange.plan_files.columns import COLUMNS, Cell, PlanColumn, cells, headings
from app.maturity.plan.action import Action
from app.maturity.text import Language
from app.translations.wording import Wording

# French spreadsheets read a comma as the sign of decimals.
SEPARATORS: dict[Language, str] = {"en": ",", "fr": ";"}


def write(actions: Iterable[Action], wording: Wording, columns: Sequence[PlanColumn] = COLUMNS) -> bytes:
    """Write the plan in its order: UTF-8 with the mark that Excel looks for, days as ``2026-10-01``."""
    text = io.StringIO(newline="")
    # Quotes around every cell keep text whole where a program guesses another separator.
    rows = csv.writer(text, delimiter=SEPARATORS[wording.language], quoting=csv.QUOTE_ALL)
    rows.writerow(headings(wording, columns))
    rows.writerows([_written(cell) for cell in cells(action, wording, columns)] for action in actions)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else guard(cell)
