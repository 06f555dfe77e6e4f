"""The forms of single values in a questionnaire, each as a check."""

import re
from collections.abc import Iterator

from app.catalogue.notes import Check, IdDefinition, IdReference, Location, Note


def string(pattern: str = r".*\w.*", such_as: str = "") -> Check:
    """Check a text of one language, or a name, that has a form."""
    form = re.compile(pattern)

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, str):
            yield place.fault("must be text in quotation marks")
        elif not value.strip():
            yield place.fault("is empty")
        elif not form.fullmatch(value):
            yield place.fault(f"must have the form {such_as}" if such_as else "must be one line of text")

    return check


def definition(kind: str, pattern: str, such_as: str) -> Check:
    """Check an id and note that it is defined."""
    form = string(pattern, such_as)

    def check(value: object, place: Location) -> Iterator[Note]:
        faults = tuple(form(value, place))
        yield from faults
        if isinstance(value, str) and not faults:
            yield IdDefinition(kind, value, place)

    return check


def reference(*kinds: str) -> Check:
    """Check a reference and note the id that it names, of one kind or of several at once."""
    form = string()

    def check(value: object, place: Location) -> Iterator[Note]:
        faults = tuple(form(value, place))
        yield from faults
        if isinstance(value, str) and not faults:
            yield from (IdReference(kind, value, place) for kind in kinds)

    return check


def integer(low: int, high: int) -> Check:
    """Check a whole number within bounds, both included."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if type(value) is not int or not low <= value <= high:
            yield place.fault(f"must be a whole number from {low} to {high}")

    return check


def one_of(*choices: str | int) -> Check:
    """Check a value against the ones that are allowed; true is not 1."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if not any(type(value) is type(choice) and value == choice for choice in choices):
            yield place.fault(f"must be one of {', '.join(str(choice) for choice in choices)}")

    return check


def boolean(value: object, place: Location) -> Iterator[Note]:
    """Check that a value is true or false."""
    if not isinstance(value, bool):
        yield place.fault("must be true or false")


def band(value: object, place: Location) -> Iterator[Note]:
    """Check a pair of shares, the lower first."""
    share = integer(0, 100)
    pair = value if isinstance(value, list) and len(value) == 2 else None
    if pair is None or any(fault for bound in pair for fault in share(bound, place)) or pair[0] > pair[1]:
        yield place.fault("must be two whole numbers from 0 to 100, the lower first")
