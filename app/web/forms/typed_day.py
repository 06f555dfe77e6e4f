"""A day as a person types it: 1/10/2026, 1 10 2026, 1 October 2026, or 2026-10-01 as programs write it."""

import re
from dataclasses import dataclass
from datetime import date

from app.maturity.clean_text import fold
from app.maturity.iso_dates import parse_iso_day
from app.maturity.text import LANGUAGES
from app.translations.dates import month_names
from app.translations.wording_cache import wording_cache

# The parts that a typed day may lack.
DAY, MONTH, YEAR = "day", "month", "year"

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_SEPARATORS = re.compile(r"[\s,]*[/.\-\s,]\s*")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)")
_DAY_OR_MONTH = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(r"[0-9]{4}")
# “mar” is March and mars, “juil” is juillet; “ju” could be three months.
_SHORTEST_NAME = 3

# What the parts of a text are; a number of one or two digits may be a day or a month.
_WHOLE = ((DAY, DAY, YEAR), (DAY, MONTH, YEAR))
_WITHOUT_DAY = ((YEAR,), (MONTH,), (MONTH, YEAR), (DAY, YEAR))
_WITHOUT_YEAR = ((DAY, DAY), (DAY, MONTH))


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What was typed: the day, or the part that is missing, or neither if it is no day."""

    day: date | None = None
    missing: str = ""


def read_day(text: str) -> TypedDay:
    """Return what a text says: the day stands before the month, as in both languages."""
    if _ISO.fullmatch(text):
        return _iso(text)
    parts = [_ORDINAL.sub(r"\1", part) for part in _SEPARATORS.split(fold(text)) if part]
    kinds = tuple(_kind(part) for part in parts)
    if kinds in _WITHOUT_DAY:
        return TypedDay(missing=DAY)
    if kinds in _WITHOUT_YEAR:
        return TypedDay(missing=YEAR)
    if kinds == (YEAR, DAY, DAY):
        parts, kinds = parts[::-1], kinds[::-1]
    return TypedDay(_calendar_day(*parts)) if kinds in _WHOLE else TypedDay()


def _iso(text: str) -> TypedDay:
    try:
        return TypedDay(parse_iso_day(text)) if text.count("-") == 2 else TypedDay(missing=DAY)
    except ValueError:
        return TypedDay()


def _kind(part: str) -> str:
    if _YEAR.fullmatch(part):
        return YEAR
    if _DAY_OR_MONTH.fullmatch(part):
        return DAY
    return MONTH if _month(part) else ""


def _calendar_day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), _month(month) or int(month), int(day))
    except ValueError:
        return None


def _month(part: str) -> int:
    """Return the number of the only month whose name begins so, in either language, or 0."""
    found = {number for name, number in _months() if name.startswith(part)} if part.isalpha() else set()
    return found.pop() if len(found) == 1 and len(part) >= _SHORTEST_NAME else 0


@wording_cache
def _months() -> tuple[tuple[str, int], ...]:
    """Return the names of the months in both languages with their numbers."""
    return tuple(
        (fold(name), number) for language in LANGUAGES for number, name in enumerate(month_names(language), 1)
    )
