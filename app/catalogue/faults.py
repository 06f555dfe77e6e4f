"""A fault of a questionnaire: its place and its reason, on one line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.maturity.clean_text import clean_line

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file inside the questionnaire's folder, the key in it, and the reason.

    The key is the path to the value, for example ``G1.level.2.fr``; entries are named by their own id. It is
    empty if the whole file is at fault.
    """

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        where = ": ".join(part for part in (self.file, self.key) if part)
        return clean_line(f"{where}: {self.reason}")


class FaultyQuestionnaireError(Exception):
    """A questionnaire is refused; ``faults`` holds all its faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def sort_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return each fault once, sorted by file, key and reason; ``G2`` comes before ``G10``."""
    return tuple(
        sorted(set(faults), key=lambda each: (each.file, _by_number(each.key), _by_number(each.reason)))
    )


def _by_number(words: str) -> list[tuple[int, str]]:
    # Splitting on digits puts text at even places and numbers at odd ones, so tuples always compare.
    parts = _DIGITS.split(words)
    return [(int(part), "") if place % 2 else (0, part) for place, part in enumerate(parts)]
