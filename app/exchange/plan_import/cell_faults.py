"""The faults of an edited plan, one sentence each, by sheet, row and column."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.maturity.clean_text import escape_unprintable
from app.translations import N_, Translate

# More than an honest file has; with these a person knows what to look for.
MAX_FAULTS = 100
_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something is, as a spreadsheet numbers it; what is empty or 0 is not named.

    A CSV has no sheet. ``heading`` is that of the column as it stands in the file.
    """

    sheet: str = ""
    row: int = 0
    column: str = ""
    heading: str = ""

    def words(self, _: Translate) -> str:
        """Return the place in the translator’s language, empty for the whole file."""
        parts = []
        if self.sheet:
            parts.append(_("sheet %(sheet)s") % {"sheet": shown(self.sheet)})
        if self.row:
            parts.append(_("row %(row)d") % {"row": self.row})
        if self.column:
            column = {"column": self.column, "heading": shown(self.heading)}
            parts.append(_("column %(column)s (%(heading)s)") % column)
        words = ", ".join(parts)
        return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class CellFault:
    """One fault: its place and its sentence. The value ``heading`` is the English heading of a column."""

    place: Place
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, _: Translate) -> str:
        """Return place and sentence in the translator’s language."""
        values = dict(self.values)
        if "heading" in values:
            values["heading"] = _(str(values["heading"]))
        sentence = _(self.sentence) % values
        where = self.place.words(_)
        return _("%(where)s: %(fault)s") % {"where": where, "fault": sentence} if where else sentence


class PlanFileError(Exception):
    """A file holds no plan that can be read; ``fault`` says why."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.fault = CellFault(Place(), sentence, values)


class CellFaults:
    """Collects the faults of one file; after ``MAX_FAULTS`` one last sentence states that there are more."""

    def __init__(self) -> None:
        self._faults: list[CellFault] = []
        self.count = 0

    def add(self, place: Place, sentence: str, **values: object) -> None:
        """Add a fault at a place; its texts are shortened."""
        self.count += 1
        if len(self._faults) < MAX_FAULTS:
            short = {key: shown(value) if isinstance(value, str) else value for key, value in values.items()}
            self._faults.append(CellFault(place, sentence, short))
        elif len(self._faults) == MAX_FAULTS:
            more = N_("There are more faults than the %(count)d listed here.")
            self._faults.append(CellFault(Place(), more, {"count": MAX_FAULTS}))

    def found(self) -> tuple[CellFault, ...]:
        """Return the faults in the order in which they were added."""
        return tuple(self._faults)


def shown(text: str) -> str:
    """Return a text of the file on one line, at most 60 characters of it."""
    cut = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
    return escape_unprintable(" ".join(cut.split()))


def at_column(place: Place, column: str, heading: str) -> Place:
    """Return the place of a column in a row."""
    return replace(place, column=column, heading=heading)
