"""Dates in words."""

from datetime import date

from babel.dates import format_date

from app.maturity.text import Language


def day(value: date, language: Language) -> str:
    """Write a date in full: “1 October 2026”, « 1er octobre 2026 »."""
    if language == "en":
        return format_date(value, "long", locale="en_GB")
    # Babel writes « 1 octobre »; French says premier.
    written = format_date(value, "long", locale="fr_FR")
    return written.replace("1 ", "1er ", 1) if value.day == 1 else written
