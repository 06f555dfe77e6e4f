"""The notes on a file: its faults, and the ids that it defines and refers to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.catalogue.faults import Fault


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file of a questionnaire; ``key`` is the path to it."""

    file: str
    key: str = ""

    def child(self, name: str | int) -> "Location":
        """Return the place of a key of this table, or of an item of this list, counted from 1."""
        return Location(self.file, f"{self.key}.{name}" if self.key else str(name))

    def sibling(self, name: str) -> "Location":
        """Return the place with its last key replaced, for an entry of a list that is named by its own id."""
        above, _, _ = self.key.rpartition(".")
        return Location(self.file, above).child(name)

    @property
    def first_key(self) -> str:
        """Return the first key of the path: the id of the entry that contains the place."""
        return self.key.partition(".")[0]

    def fault(self, reason: str) -> Fault:
        """Return a fault at this place."""
        return Fault(self.file, self.key, reason)


@dataclass(frozen=True, slots=True)
class IdDefinition:
    """An id that the questionnaire defines, for example the guidance ``R7``."""

    kind: str
    id: str
    place: Location


@dataclass(frozen=True, slots=True)
class IdReference:
    """An id that the questionnaire refers to and that must be defined somewhere."""

    kind: str
    id: str
    place: Location


Note = Fault | IdDefinition | IdReference
Check = Callable[[object, Location], Iterator[Note]]
Rule = Callable[[Mapping[str, object], Location], Iterator[Note]]
