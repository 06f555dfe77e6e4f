"""The lines and marks of one score over rounds, on a plot of 0 to 100 points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from app.figures import palette
from app.figures.chart import Dot, Label, Line, Point, Polygon, Polyline, Primitive, Rectangle
from app.figures.typography import SMALL_SIZE
from app.maturity.level import THRESHOLDS
from app.maturity.rounds.trend import Trend, TrendPoint
from app.translations.wording import Wording

_EDGES = (Fraction(0), *THRESHOLDS, Fraction(100))
_DASH = (3.0, 2.0)
# Rounds that are closer together than one part of this many of the whole time are drawn that far apart.
_PARTS = 60


@dataclass(frozen=True, slots=True)
class Plot:
    """A rectangle of the chart in which the scale of 0 to 100 points goes upwards."""

    left: float
    right: float
    top: float
    bottom: float

    def y(self, points: Fraction | int) -> float:
        """Return the height of a number of points."""
        return self.bottom - (self.bottom - self.top) * float(points) / 100

    def beside(self, point: TrendPoint) -> float:
        """Return the baseline of a score that stands beside its point."""
        return self.y(point.score.exact if point.score else 50) + 3

    def middles(self) -> Iterator[float]:
        """Yield the height of the middle of each level’s band."""
        for low, high in pairwise(_EDGES):
            yield self.y((low + high) / 2)

    def backdrop(self) -> Iterator[Primitive]:
        """Yield the shading of every other band, and a line at each threshold."""
        width = self.right - self.left
        for low, high in ((_EDGES[1], _EDGES[2]), (_EDGES[3], _EDGES[4])):
            top = self.y(high)
            yield Rectangle(self.left, top, width, self.y(low) - top, palette.GREY_BAND)
        for edge in _EDGES:
            yield Line(self.left, self.y(edge), self.right, self.y(edge), palette.GREY_LINE)


def draw_lines(points: Sequence[TrendPoint], plot: Plot, thickness: float) -> Iterator[Polyline]:
    """Yield the lines between rounds that have a score: dashed from and to those of another version."""
    places = _places(points, plot)
    joined: list[Point] = []
    before = ""
    for (one, start), (other, end) in pairwise(zip(points, places, strict=True)):
        kind = _kind(one, other)
        if joined and kind != before:
            yield _line(joined, before, thickness)
            joined = []
        if kind and one.score and other.score:
            joined = joined or [(start, plot.y(one.score.exact))]
            joined.append((end, plot.y(other.score.exact)))
        before = kind
    if joined:
        yield _line(joined, before, thickness)


def draw_marks(points: Sequence[TrendPoint], plot: Plot, radius: float) -> Iterator[Primitive]:
    """Yield each round’s mark, hollow for one of another version; of the ends only if all would touch."""
    ends = (0, len(points) - 1)
    crowded = (plot.right - plot.left) / ends[1] < 2 * radius + 1
    for place, (point, x) in enumerate(zip(points, _places(points, plot), strict=True)):
        if point.score and (not crowded or place in ends):
            yield _mark(x, plot.y(point.score.exact), radius, hollow=point.other_version)


def version_key(trend: Trend, top: float, wording: Wording) -> tuple[list[Primitive], float]:
    """Return what the dashes mean, and the height below: nothing where all rounds are of one version."""
    if not trend.versions_differ:
        return [], top
    middle, words = top + 6.5, wording._("another version of the questionnaire")
    drawn: list[Primitive] = [
        Polyline(((10, middle), (34, middle)), palette.ACCENT, 1.8, _DASH),
        _mark(22, middle, 2.6, hollow=True),
        Label(40, middle + 3, words, SMALL_SIZE, palette.INK),
    ]
    return drawn, middle + 6


def _places(points: Sequence[TrendPoint], plot: Plot) -> list[float]:
    days = [point.round.completed_on.toordinal() for point in points]
    least = max((days[-1] - days[0]) / _PARTS, 1)
    steps = list(accumulate((max(end - start, least) for start, end in pairwise(days)), initial=0.0))
    return [plot.left + (plot.right - plot.left) * step / steps[-1] for step in steps]


def _kind(one: TrendPoint, other: TrendPoint) -> str:
    """Return how two rounds are joined: not at all without a score, dashed, or by a plain line."""
    if one.score is None or other.score is None:
        return ""
    return "dashed" if one.other_version or other.other_version else "plain"


def _line(joined: Sequence[Point], kind: str, thickness: float) -> Polyline:
    return Polyline(tuple(joined), palette.ACCENT, thickness, _DASH if kind == "dashed" else ())


def _mark(x: float, y: float, radius: float, *, hollow: bool) -> Primitive:
    if not hollow:
        return Dot(x, y, radius, palette.ACCENT)
    reach = radius + 0.6
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return Polygon(corners, palette.PAPER, palette.ACCENT, 1.2)
