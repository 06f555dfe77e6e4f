"""The domains as a radar chart, which boards expect; it is always shown with the bars."""

from fractions import Fraction
from math import cos, pi, sin

from app.figures import palette
from app.figures.chart import Anchor, Chart, Dot, Label, Line, Point, Polygon, Primitive
from app.figures.domains import domain_table
from app.figures.labels import avoid_overlaps, fit_between
from app.maturity.level import THRESHOLDS, Level
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore
from app.translations.wording import Wording

WIDTH = 260.0
HEIGHT = 224.0

_CENTRE = (WIDTH / 2, 109.0)
_RADIUS = 84.0
_SIZE = 13.0


def radar(scorecard: Scorecard, wording: Wording) -> Chart:
    """Build an axis per domain, named by its letter, with the scores as a shape and the targets outlined."""
    _ = wording._
    count = len(scorecard.domains)
    targets = [Level(scorecard.targets[each.domain.letter]).points for each in scorecard.domains]
    primitives = (
        *_shape(scorecard),
        *_grid(count),
        _outline(targets, palette.INK, (3, 2)),
        *_dots(scorecard),
        *_names(scorecard, wording),
        Line(4, HEIGHT - 9, 22, HEIGHT - 9, palette.INK, 1.0, (3, 2)),
        Label(26, HEIGHT - 6, _("target"), _SIZE, palette.INK),
    )
    title = _("Scores and targets of the domains, drawn on axes")
    table = domain_table(scorecard, wording)
    description = _("Radar of domain scores from 0 in the centre to 100; a dashed outline marks the targets.")
    return Chart(WIDTH, HEIGHT, primitives, title, description, table)


def _place(number: int, count: int, points: Fraction | int, reach: float = _RADIUS) -> Point:
    angle = 2 * pi * number / count
    length = reach * float(points) / 100
    return _CENTRE[0] + length * sin(angle), _CENTRE[1] - length * cos(angle)


def _outline(values: list[int], colour: str, dash: tuple[float, ...]) -> Polygon:
    corners = tuple(_place(number, len(values), value) for number, value in enumerate(values))
    return Polygon(corners, stroke=colour, thickness=1.0, dash=dash)


def _grid(count: int) -> list[Primitive]:
    rings = [
        Polygon(tuple(_place(n, count, ring) for n in range(count)), None, palette.GREY_LINE, 0.6)
        for ring in (*THRESHOLDS, Fraction(100))
    ]
    axes = [Line(*_CENTRE, *_place(n, count, 100), palette.GREY_LINE, 0.6) for n in range(count)]
    return [*rings, *axes]


def _scored(scorecard: Scorecard) -> list[Point]:
    count = len(scorecard.domains)
    return [
        _place(number, count, each.score.exact)
        for number, each in enumerate(scorecard.domains)
        if each.score is not None
    ]


def _shape(scorecard: Scorecard) -> list[Primitive]:
    corners = _scored(scorecard)
    return [Polygon(tuple(corners), palette.ACCENT_TINT, palette.ACCENT, 1.4)] if len(corners) > 2 else []


def _dots(scorecard: Scorecard) -> list[Primitive]:
    return [Dot(x, y, 2.6, palette.ACCENT) for x, y in _scored(scorecard)]


def _names(scorecard: Scorecard, wording: Wording) -> tuple[Label, ...]:
    """Build each axis's label: letter and score. The bars beside the radar have the names in full."""
    count = len(scorecard.domains)
    groups = [
        fit_between((_name(number, count, each, wording),), 2, WIDTH - 2)
        for number, each in enumerate(scorecard.domains)
    ]
    return avoid_overlaps(groups)


def _name(number: int, count: int, score: DomainScore, wording: Wording) -> Label:
    x, y = _place(number, count, 100, _RADIUS + 9)
    value = wording._("No score") if score.score is None else str(score.score.rounded)
    anchor = _anchor(sin(2 * pi * number / count))
    # Labels in the upper half are above the end of their axis, those in the lower half below it.
    baseline = y + 3 - 4 * cos(2 * pi * number / count)
    return Label(x, baseline, f"{score.domain.letter} {value}", _SIZE, palette.INK, anchor, strong=True)


def _anchor(sideways: float) -> Anchor:
    if abs(sideways) < 0.1:
        return "middle"
    return "start" if sideways > 0 else "end"
