"""The faults of a file, one sentence each, in either language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.maturity.clean_text import escape_unprintable
from app.translations import N_, Translate

# More than an honest file has; a hostile one may have a million.
MAX_FAULTS = 100

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FileFault:
    """One fault: its place in the file as a path of keys, empty for the whole file, and its sentence."""

    where: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, _: Translate) -> str:
        """Return the sentence in the translator’s language, with place and values filled in."""
        return _(self.sentence) % {"where": self.where, **self.values}


class FaultyAssessmentError(Exception):
    """A file is not a valid assessment; ``faults`` holds every fault, at least one."""

    def __init__(self, faults: tuple[FileFault, ...]) -> None:
        super().__init__("; ".join(fault.text(str) for fault in faults))
        self.faults = faults


class FaultCollector:
    """Collects the faults of one file; after ``MAX_FAULTS`` one last sentence states that there are more."""

    def __init__(self) -> None:
        self._faults: list[FileFault] = []

    def add(self, where: str, sentence: str, **values: object) -> None:
        """Add a fault at a place."""
        if len(self._faults) < MAX_FAULTS:
            self._faults.append(FileFault(where, sentence, values))
        elif len(self._faults) == MAX_FAULTS:
            more = N_("There are more faults than the %(count)d listed here.")
            self._faults.append(FileFault("", more, {"count": MAX_FAULTS}))

    @property
    def count(self) -> int:
        """Return how many faults are collected."""
        return len(self._faults)

    def raise_if_any(self) -> None:
        """Raise FaultyAssessmentError if there is any fault."""
        if self._faults:
            raise FaultyAssessmentError(tuple(self._faults))


def printable(text: str) -> str:
    """Return the text on one line of a terminal: at most 60 characters, control characters escaped."""
    if len(text) <= _MOST_SHOWN and text.isprintable():  # true of nearly every key, so it comes first
        return text
    cut = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
    return escape_unprintable(cut)


def child_path(where: str, key: str) -> str:
    """Return the path of a key of the object at ``where``: ``answers`` and ``G1`` give ``answers.G1``."""
    return f"{where}.{printable(key)}" if where else printable(key)
