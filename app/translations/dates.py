"""Dates in words."""

from datetime import date, datetime

from babel.dates import format_date, get_day_names, get_month_names

from app.maturity.iso_dates import parse_month
from app.maturity.text import Language

_LOCALES = {"en": "en_GB", "fr": "fr_FR"}


def format_day(value: date, language: Language) -> str:
    """Return a date in full: “1 October 2026”, « 1er octobre 2026 »."""
    written = format_date(value, "long", locale=_LOCALES[language])
    # Babel writes « 1 octobre »; French says premier.
    return written.replace("1 ", "1er ", 1) if language == "fr" and value.day == 1 else written


def format_minute(value: datetime, language: Language) -> str:
    """Return a time in UTC: “1 October 2026, 09:30 UTC”, « 1er octobre 2026, 9 h 30 (UTC) »."""
    day = format_day(value.date(), language)
    if language == "fr":
        return f"{day}, {value.hour}\u00a0h\u00a0{value:%M} (UTC)"
    return f"{day}, {value:%H:%M} UTC"


def format_month(value: str, language: Language) -> str:
    """Return a month in words: of ``2026-11`` “November 2026”, « novembre 2026 »."""
    return format_date(parse_month(value), "MMMM y", locale=_LOCALES[language])


def month_names(language: Language) -> list[str]:
    """Return the names of the months, from January on."""
    return [name for _number, name in sorted(get_month_names("wide", locale=_LOCALES[language]).items())]


def weekday_names(language: Language) -> list[str]:
    """Return the names of the days of the week, from Monday on."""
    return [name for _number, name in sorted(get_day_names("wide", locale=_LOCALES[language]).items())]
