"""What is wrong with a file, in one sentence for each fault, in either language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.maturity.clean_text import escape_unprintable
from app.translations import N_, Translate

# Enough to mend any honest file; a hostile one has a million.
MAX_FAULTS = 100

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FileFault:
    """One fault: the place in the file as a path of keys, empty for the file itself, and its sentence."""

    where: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, _: Translate) -> str:
        """Return the sentence in the translator’s language, with the place and the values in it."""
        return _(self.sentence) % {"where": self.where, **self.values}


class FaultyAssessmentError(Exception):
    """A file is no assessment; it carries every fault found, at least one."""

    def __init__(self, faults: tuple[FileFault, ...]) -> None:
        super().__init__("; ".join(fault.text(str) for fault in faults))
        self.faults = faults


class FaultCollector:
    """The faults found in one file; of more than MOST_FAULTS the rest is told in one last sentence."""

    def __init__(self) -> None:
        self._found: list[FileFault] = []

    def add(self, where: str, sentence: str, **values: object) -> None:
        """Note a fault at a place."""
        if len(self._found) < MAX_FAULTS:
            self._found.append(FileFault(where, sentence, values))
        elif len(self._found) == MAX_FAULTS:
            more = N_("There are more faults than the %(count)d listed here.")
            self._found.append(FileFault("", more, {"count": MAX_FAULTS}))

    def raise_if_any(self) -> None:
        """Raise FaultyAssessmentError if any fault was found."""
        if self._found:
            raise FaultyAssessmentError(tuple(self._found))


def printable(text: str) -> str:
    """Return the text fit for one line of a terminal: cut short, and without control characters."""
    if len(text) <= _MOST_SHOWN and text.isprintable():  # true of nearly every key, so it comes first
        return text
    cut = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
    return escape_unprintable(cut)


def child_path(where: str, key: str) -> str:
    """Return the place of a key of the object at a place."""
    return f"{where}.{printable(key)}" if where else printable(key)
