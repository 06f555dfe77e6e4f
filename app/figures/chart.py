"""A chart as a list of primitives, in its own units from the top left; page and PDF draw the same list."""

from dataclasses import dataclass
from typing import Literal

from app.figures.text_metrics import text_width

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

# How far letters extend above and below their baseline, as fractions of the font size.
ASCENT = 0.75
DESCENT = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``dash`` gives the lengths of strokes and gaps."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float = 0.6
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polyline:
    """Straight lines from each point to the next."""

    points: tuple[Point, ...]
    colour: str
    thickness: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape, filled, outlined or both."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    thickness: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle, given by its top left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle, given by its centre."""

    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True, slots=True)
class DotColumns:
    """Columns of equal filled circles, as one shape: thousands of them are drawn at once.

    Each column has the centre of its lowest circle and how many stand in it, ``distance`` apart.
    """

    columns: tuple[tuple[float, float, int], ...]
    distance: float
    radius: float
    fill: str

    @property
    def strokes(self) -> tuple[tuple[float, float, float], ...]:
        """Return each column as an upright stroke of dashes without length: x, y and how far it goes up.

        A stroke is a little longer than to its last circle, which rounding would else leave out.
        """
        return tuple((x, y, self.distance * (count - 0.75)) for x, y, count in self.columns)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = "start"
    strong: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Return the left, top, right and bottom edges of the text."""
        width = text_width(self.text, self.size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - ASCENT * self.size, left + width, self.y + DESCENT * self.size


Primitive = Line | Polyline | Polygon | Rectangle | Dot | DotColumns | Label


@dataclass(frozen=True, slots=True)
class DataTable:
    """The data of a chart as a table, in the words and numbers that the chart shows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def without(self, *headings: str) -> "DataTable":
        """Return the table without the columns of these headings."""
        kept = [place for place, each in enumerate(self.header) if each not in headings]
        rows = tuple(tuple(row[place] for place in kept) for row in self.rows)
        return DataTable(tuple(self.header[place] for place in kept), rows)


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished chart; its title names it, and its description reads the data out in words."""

    width: float
    height: float
    primitives: tuple[Primitive, ...]
    title: str
    description: str
    table: DataTable

    @property
    def labels(self) -> tuple[Label, ...]:
        """Return the texts of the chart."""
        return tuple(each for each in self.primitives if isinstance(each, Label))
