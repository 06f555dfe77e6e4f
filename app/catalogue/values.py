"""Checks of single values in a questionnaire."""

import re
from collections.abc import Iterator
from datetime import date

from app.catalogue.notes import Check, IdDefinition, IdReference, Location, Note


def string(pattern: str = r".*\w.*", such_as: str = "") -> Check:
    """Return a check of a text in one language, or a name, against a pattern; ``such_as`` is an example."""
    form = re.compile(pattern)

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, str):
            yield place.fault("must be text in quotation marks")
        elif not value.strip():
            yield place.fault("is empty")
        elif not form.fullmatch(value):
            yield place.fault(f"must have the form {such_as}" if such_as else "must be one line of text")

    return check


def day(value: object, place: Location) -> Iterator[Note]:
    """Check a day that exists, written as ``2026-11-30``."""
    faults = tuple(string(r"\d{4}-\d{2}-\d{2}", "2026-11-30")(value, place))
    yield from faults
    if isinstance(value, str) and not faults:
        try:
            date.fromisoformat(value)
        except ValueError:
            yield place.fault("must be a day that exists")


def definition(kind: str, pattern: str, such_as: str) -> Check:
    """Return a check of an id, which also notes that the id is defined."""
    form = string(pattern, such_as)

    def check(value: object, place: Location) -> Iterator[Note]:
        faults = tuple(form(value, place))
        yield from faults
        if isinstance(value, str) and not faults:
            yield IdDefinition(kind, value, place)

    return check


def reference(*kinds: str) -> Check:
    """Return a check of a reference, which also notes its id, of one kind or of several."""
    form = string()

    def check(value: object, place: Location) -> Iterator[Note]:
        faults = tuple(form(value, place))
        yield from faults
        if isinstance(value, str) and not faults:
            yield from (IdReference(kind, value, place) for kind in kinds)

    return check


def integer(low: int, high: int) -> Check:
    """Return a check of a whole number from ``low`` to ``high``."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if type(value) is not int or not low <= value <= high:
            yield place.fault(f"must be a whole number from {low} to {high}")

    return check


def one_of(*choices: str | int) -> Check:
    """Return a check that a value is one of the choices; true is not 1."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if not any(type(value) is type(choice) and value == choice for choice in choices):
            yield place.fault(f"must be one of {', '.join(str(choice) for choice in choices)}")

    return check


def boolean(value: object, place: Location) -> Iterator[Note]:
    """Yield a fault unless a value is true or false."""
    if not isinstance(value, bool):
        yield place.fault("must be true or false")


def band(value: object, place: Location) -> Iterator[Note]:
    """Yield a fault unless a value is a pair of shares, 0 to 100, the lower first."""
    share = integer(0, 100)
    pair = value if isinstance(value, list) and len(value) == 2 else None
    if pair is None or any(fault for bound in pair for fault in share(bound, place)) or pair[0] > pair[1]:
        yield place.fault("must be two whole numbers from 0 to 100, the lower first")
