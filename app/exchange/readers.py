"""Readers of single values of a file; each adds its faults to a collector and returns a usable value."""

import json
from collections.abc import Container, Iterable
from datetime import date

from app.exchange.faults import FaultCollector, child_path, printable
from app.exchange.strict_json import DuplicateKeysDict, HugeNumber
from app.maturity.iso_dates import parse_iso_day
from app.translations import N_

ABSENT = object()


def quote(value: object) -> str:
    """Return a value as it is in the file, short enough for a sentence."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, HugeNumber):
        return printable(value.digits)
    if isinstance(value, str):
        return f'"{printable(value)}"'
    return printable(json.dumps(value))


def read_members(value: object, where: str, faults: FaultCollector) -> dict[str, object]:
    """Return the members of an object, without any for another value; a repeated key is a fault."""
    if isinstance(value, dict):
        if isinstance(value, DuplicateKeysDict):
            for key in value.duplicate_keys:
                faults.add(child_path(where, key), N_("%(where)s occurs more than once."))
        return value
    if value is not ABSENT:
        faults.add(where, N_("%(where)s must be an object, not %(value)s."), value=quote(value))
    return {}


def read_object(
    value: object, where: str, faults: FaultCollector, *, required: Iterable[str] = (), known: Container[str]
) -> dict[str, object]:
    """Return the members of an object; a missing required key or an unknown key is a fault."""
    members = read_members(value, where, faults)
    for key in members:
        if key not in known:
            faults.add(child_path(where, key), N_("%(where)s is not a known key."))
    if isinstance(value, dict):
        for key in required:
            if key not in members:
                faults.add(child_path(where, key), N_("%(where)s is missing."))
    return members


def read_list(value: object, where: str, faults: FaultCollector, limit: int) -> list[tuple[str, object]]:
    """Return the members of a list with their paths: ``rounds[0]``; more than ``limit`` are a fault."""
    if isinstance(value, list):
        if len(value) > limit:
            sentence = N_("%(where)s holds %(count)d, and may hold %(limit)d.")
            faults.add(where, sentence, count=len(value), limit=limit)
        return [(f"{where}[{place}]", each) for place, each in enumerate(value[:limit])]
    if value is not ABSENT:
        faults.add(where, N_("%(where)s must be a list, not %(value)s."), value=quote(value))
    return []


def check_equal(value: object, where: str, faults: FaultCollector, expected: str) -> bool:
    """Return whether a value is the expected text; another one is a fault, an absent one is not."""
    if value is ABSENT or value == expected:
        return True
    sentence = N_("%(where)s must be %(expected)s, not %(value)s.")
    faults.add(where, sentence, expected=quote(expected), value=quote(value))
    return False


def read_one_of(value: object, where: str, faults: FaultCollector, allowed: Iterable[str]) -> str:
    """Return a text that is one of the allowed texts, else an empty text."""
    if isinstance(value, str) and value in allowed:
        return value
    if value is not ABSENT:
        sentence = N_("%(where)s must be one of %(allowed)s, not %(value)s.")
        faults.add(where, sentence, allowed=", ".join(allowed), value=quote(value))
    return ""


def read_text(value: object, where: str, faults: FaultCollector) -> str:
    """Return a text, else an empty text."""
    if isinstance(value, str):
        return value
    if value is not ABSENT:
        faults.add(where, N_("%(where)s must be a text, not %(value)s."), value=quote(value))
    return ""


def check_length(value: str, where: str, faults: FaultCollector, limit: int) -> str:
    """Return the text; more code points than ``limit`` are a fault."""
    if len(value) > limit:
        faults.add(where, N_("%(where)s is longer than %(limit)d characters."), limit=limit)
    return value


def read_past_date(value: object, where: str, faults: FaultCollector, latest: date) -> date | None:
    """Return a day written ``YYYY-MM-DD`` that is not after ``latest``, or None for an absent value.

    Pass ``clock.latest_day`` of the moment, so that no day is refused which has begun somewhere.
    """
    day = read_day(value, where, faults)
    if day and day > latest:
        faults.add(where, N_("%(where)s lies in the future: %(value)s."), value=day.isoformat())
    return day


def read_day(value: object, where: str, faults: FaultCollector) -> date | None:
    """Return a day written ``YYYY-MM-DD``, or None for an absent value."""
    if value is ABSENT:
        return None
    day = _day(value)
    if day is None:
        sentence = N_("%(where)s must be a date written YYYY-MM-DD, not %(value)s.")
        faults.add(where, sentence, value=quote(value))
    return day


def _day(value: object) -> date | None:
    try:
        return parse_iso_day(value) if isinstance(value, str) else None
    except ValueError:
        return None
