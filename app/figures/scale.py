"""The scale of 0 to 100 with the bands of the levels."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from app.figures import palette
from app.figures.chart import Label, Line, Primitive, Rectangle
from app.figures.labels import avoid_overlaps
from app.figures.typography import SMALL_SIZE
from app.maturity.level import THRESHOLDS
from app.translations.numerals import format_decimal
from app.translations.wording import Wording

_EDGES = (Fraction(0), *THRESHOLDS, Fraction(100))
_HEADER = 12.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A horizontal scale of 0 to 100 points."""

    left: float
    width: float

    def x(self, points: Fraction | int) -> float:
        """Return the horizontal position of a number of points."""
        return self.left + self.width * float(points) / 100

    def backdrop(self, top: float, bottom: float) -> Iterator[Primitive]:
        """Build the shading of every other band and a line at each threshold, between two heights."""
        for low, high in ((_EDGES[1], _EDGES[2]), (_EDGES[3], _EDGES[4])):
            left, width = self.x(low), self.x(high) - self.x(low)
            yield Rectangle(left, top, width, bottom - top, palette.GREY_BAND)
        for edge in _EDGES:
            yield Line(self.x(edge), top, self.x(edge), bottom, palette.GREY_LINE)

    def names(self, baseline: float, wording: Wording) -> tuple[Label, ...]:
        """Build the name of each level, above the middle of its band."""
        middles = [(low + high) / 2 for low, high in pairwise(_EDGES)]
        return avoid_overlaps(
            (Label(self.x(middle), baseline, wording.text(name), SMALL_SIZE, palette.GREY_TEXT, "middle"),)
            for middle, name in zip(middles, wording.questionnaire.levels, strict=True)
        )

    def numbers(self, baseline: float, wording: Wording) -> tuple[Label, ...]:
        """Build the number of each threshold, below the scale."""
        return avoid_overlaps(
            (
                Label(
                    self.x(edge),
                    baseline,
                    format_decimal(edge, 1, wording.language),
                    SMALL_SIZE,
                    palette.GREY_TEXT,
                    "middle",
                ),
            )
            for edge in _EDGES
        )
