"""A day in a cell: a real one, or as text in the forms that spreadsheets write.

2026-12-31 and 31.12.2026 say one day. 03/04/2026 is a day of March to an American spreadsheet and one of
April to every other, and a CSV keeps what was shown; so the file shows the order, or the day is refused.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.exchange.plan_import.cell_faults import CellFaults, Place
from app.exchange.plan_import.spreadsheet import Cell
from app.maturity.plan.action import FIRST_DUE, LAST_DUE
from app.translations import N_

# Some programs write midnight behind a day.
_MIDNIGHT = r"(?:[ T]+0?0:00(?::00(?:\.0+)?)?)?"
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" + _MIDNIGHT)
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4}|[0-9]{2})" + _MIDNIGHT)
_SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})" + _MIDNIGHT)

_NO_DAY = N_("“%(value)s” is not a date. Write it as 2027-01-31.")
_NUMBER = N_("This cell holds the number %(value)s, not a date. Write it as 2027-01-31.")
_NO_SUCH_DAY = N_("“%(value)s” is a date that does not exist.")
_TWO_DAYS = N_("“%(value)s” can be %(one)s or %(other)s. Write the one that is meant.")
_OUT_OF_RANGE = N_("The date %(value)s is too far away. Choose one from %(first)s to %(last)s.")


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether the day stands before the month where slashes part them; None if the file does not show it."""

    day_first: bool | None = None


def order_of(cells: Iterable[Cell], *, day_first: bool | None) -> DayOrder:
    """Return the order that the days of a file show: of 31/12/2026 only one part can be the month.

    ``day_first`` is the order of the file’s language, None if that has several. Days that contradict each
    other show none.
    """
    shown = {} if day_first is None else {day_first: True}
    for cell in cells:
        found = _SLASHED.fullmatch(_stripped(cell)) if isinstance(cell, str) else None
        if found:
            readings = [first for first in (True, False) if _slashed(found, day_first=first)]
            if len(readings) == 1:
                shown[readings[0]] = True
    return DayOrder(*shown) if len(shown) == 1 else DayOrder()


def read_day(cell: Cell, order: DayOrder, place: Place, faults: CellFaults) -> date | None:
    """Return the day in a cell, None for an empty or a faulty one."""
    if isinstance(cell, date):
        return _within_range(cell, place, faults)
    if isinstance(cell, float):
        faults.add(place, _NUMBER, value=f"{cell:.15g}")
        return None
    text = _stripped(cell)
    if not text:
        return None
    readings = _readings(text, order)
    days = sorted({day for day in readings if day}, reverse=True)
    if len(days) == 1:
        return _within_range(days[0], place, faults)
    if days:
        one, other = (day.isoformat() for day in days)
        faults.add(place, _TWO_DAYS, value=text, one=one, other=other)
    else:
        faults.add(place, _NO_SUCH_DAY if readings else _NO_DAY, value=text)
    return None


def _readings(text: str, order: DayOrder) -> list[date | None]:
    """Return the days that a text can mean, None for one that does not exist; no reading if it is no day."""
    if found := _YEAR_FIRST.fullmatch(text):
        return [_day(found[1], found[2], found[3])]
    if found := _DOTTED.fullmatch(text):
        return [_day(found[3], found[2], found[1])]
    if found := _SLASHED.fullmatch(text):
        orders = (True, False) if order.day_first is None else (order.day_first,)
        return [_slashed(found, day_first=first) for first in orders]
    return []


def _slashed(found: re.Match[str], *, day_first: bool) -> date | None:
    day, month = (found[1], found[2]) if day_first else (found[2], found[1])
    return _day(found[3], month, day)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        # Spreadsheets show years of two digits by default; a plan’s days are of this century.
        return date(int(year) if len(year) > 2 else 2000 + int(year), int(month), int(day))
    except ValueError:
        return None


def _within_range(day: date, place: Place, faults: CellFaults) -> date | None:
    if FIRST_DUE <= day <= LAST_DUE:
        return day
    limits = {"first": FIRST_DUE.isoformat(), "last": LAST_DUE.isoformat()}
    faults.add(place, _OUT_OF_RANGE, value=day.isoformat(), **limits)
    return None


def _stripped(cell: str) -> str:
    return " ".join(cell.split())
