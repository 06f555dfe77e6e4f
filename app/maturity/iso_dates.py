"""Days and months as files, forms and addresses write them: ``2026-10-01`` and ``2026-10`` (ISO 8601)."""

import re
from datetime import date

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_iso_day(text: str) -> date:
    """Return the day written ``YYYY-MM-DD``, or raise ValueError.

    ``date.fromisoformat`` alone would also take ``20261001`` and ``2026-W40-4``.
    """
    if not _ISO_DAY.fullmatch(text):
        raise ValueError(f"not an ISO day: {text!r}")
    return date.fromisoformat(text)


def parse_month(text: str) -> date:
    """Return the first day of the month written ``YYYY-MM``, or raise ValueError."""
    return parse_iso_day(f"{text}-01")
