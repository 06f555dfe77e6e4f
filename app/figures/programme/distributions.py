"""The scores of a programme’s organisations, overall and in each domain: every organisation is a dot.

An upright line is the median. A triangle below the dots marks one organisation on its own page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.figures import palette
from app.figures.chart import Chart, DataTable, DotColumns, Label, Line, Polygon, Primitive
from app.figures.labels import fit_between, stack_lines
from app.figures.programme.packing import Column, pack_dots
from app.figures.programme.words import distribution_finding, measure_words
from app.figures.scale import Scale
from app.figures.text_metrics import wrap
from app.figures.typography import FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.level import Level
from app.maturity.peers.contribution import OVERALL
from app.maturity.programme.arrangement import score_in
from app.maturity.programme.distribution import Distribution
from app.maturity.programme.side_by_side import Comparison, SubmittedOrganisation
from app.maturity.score import Score
from app.translations.wording import Wording

# How high the dots of a row may stand, by the most organisations in one.
_HEIGHTS = ((4, 14.0), (12, 20.0), (60, 28.0), (300, 32.0))
_HIGHEST = 36.0
_NAMES_BASELINE = 10.0
_TOP = 16.0
_AIR = 10.0
_OWN = 4.0
# A dot covers this part of its place, so that neighbours can be counted.
_FILLED = 0.43


@dataclass(frozen=True, slots=True)
class _DotLayout:
    """The positions of a row’s parts; in a narrow chart the words are above their dots."""

    width: float
    names: float
    scale: Scale
    words: float
    above: bool


def _layout(width: float) -> _DotLayout:
    if width < FULL_WIDTH:
        return _DotLayout(width, width - 12, Scale(10, width - 20), 6, above=True)
    return _DotLayout(width, 132, Scale(150, width - 236), width - 76, above=False)


def distribution_dots(
    comparison: Comparison,
    wording: Wording,
    *,
    own: SubmittedOrganisation | None = None,
    width: float = FULL_WIDTH,
) -> Chart:
    """Build a row of dots for overall readiness and each domain; ``own`` is marked in each of them."""
    layout = _layout(width)
    measures = (comparison.overall, *comparison.distributions)
    most = max(len(each.scores) for each in measures)
    height = next((high for count, high in _HEIGHTS if most <= count), _HIGHEST)
    rows = [_positions(each, layout.scale) for each in measures]
    packed = pack_dots(rows, layout.scale.width, height)
    names = [
        placed
        for name in layout.scale.names(_NAMES_BASELINE, wording)
        for placed in fit_between((name,), 0, width)
    ]
    top = bottom = _TOP + max(name.y for name in names) - _NAMES_BASELINE
    drawn: list[Primitive] = []
    for each, columns in zip(measures, packed.rows, strict=True):
        mark = score_in(own, each.domain.letter if each.domain else OVERALL) if own else None
        row, bottom = _row(each, columns, packed.distance, layout, bottom, height, mark, wording)
        drawn += row
    primitives = (
        *layout.scale.backdrop(top, bottom),
        *names,
        *layout.scale.numbers(bottom + 11, wording),
        *drawn,
    )
    table = distribution_table(comparison, wording)
    title = distribution_finding(comparison, wording)
    return Chart(width, bottom + 16, primitives, title, _description(table, wording), table)


def _positions(each: Distribution, scale: Scale) -> list[Column]:
    return [(scale.x(score.exact), len(list(same))) for score, same in groupby(each.scores)]


def _row(
    each: Distribution,
    columns: Sequence[Column],
    distance: float,
    layout: _DotLayout,
    top: float,
    height: float,
    own: Score | None,
    wording: Wording,
) -> tuple[list[Primitive], float]:
    strong = each.domain is None
    first = Label(6, top + 12, "", TEXT_SIZE, palette.INK, strong=strong)
    name = stack_lines(wrap(measure_words(each, wording), layout.names, TEXT_SIZE), first, LEADING)
    baseline = name[-1].y + LEADING if layout.above else top + 12
    said = Label(layout.words, baseline, "", SMALL_SIZE, palette.INK, strong=strong)
    lines = _summary(each, wording)
    words = stack_lines([", ".join(lines)] if layout.above else lines, said, LEADING)
    # The dots stand on this line.
    ground = (words[-1].y + 6 + height) if layout.above else max(top + 6 + height, name[-1].y, words[-1].y)
    left, right = layout.scale.left, layout.scale.left + layout.scale.width
    drawn: list[Primitive] = [*name, *words, Line(left, ground, right, ground, palette.GREY_MARK, 0.6)]
    if columns:
        # A line is drawn first, so that the dots stand before it.
        drawn += _median(each, layout.scale, ground - height - 2, ground)
        places = tuple((x, ground - distance / 2 - 0.4, count) for x, count in columns)
        drawn.append(DotColumns(places, distance, distance * _FILLED, palette.ACCENT))
    if own is not None:
        drawn.append(_own(layout.scale.x(own.exact), ground + 1.5))
    return drawn, ground + _AIR


def _summary(each: Distribution, wording: Wording) -> list[str]:
    """Return what stands beside a row: its median and its mean, or what there is."""
    _ = wording._
    if each.median is None or each.mean is None:
        if not each.scores:
            return [_("No score")]
        return [_("score %(score)s") % {"score": each.scores[0].rounded}]
    return [
        _("median %(score)s") % {"score": each.median.rounded},
        _("mean %(score)s") % {"score": each.mean.rounded},
    ]


def _median(each: Distribution, scale: Scale, top: float, bottom: float) -> list[Primitive]:
    if each.median is None:
        return []
    x = scale.x(each.median.exact)
    return [Line(x, top, x, bottom, palette.PAPER, 3.4), Line(x, top, x, bottom, palette.INK, 1.4)]


def _own(x: float, top: float) -> Polygon:
    return Polygon(((x, top), (x + _OWN, top + 1.6 * _OWN), (x - _OWN, top + 1.6 * _OWN)), palette.INK)


def distribution_table(comparison: Comparison, wording: Wording) -> DataTable:
    """Build a table of the measures: how many organisations have a score, its ends, median and mean."""
    _ = wording._
    header = (
        _("Measure"),
        _("Organisations"),
        _("Lowest"),
        _("Median"),
        _("Mean"),
        _("Highest"),
        _("No score"),
    )
    rows = (
        (
            measure_words(each, wording),
            str(len(each.scores)),
            *(_shown(score) for score in (each.lowest, each.median, each.mean, each.highest)),
            str(each.without_score),
        )
        for each in (comparison.overall, *comparison.distributions)
    )
    return DataTable(header, tuple(rows))


def level_table(comparison: Comparison, wording: Wording) -> DataTable:
    """Build a table of how many organisations are at each level, overall and in each domain."""
    header = (wording._("Measure"), *(wording.level_name(level) for level in Level))
    rows = (
        (measure_words(each, wording), *(str(each.levels[level]) for level in Level))
        for each in (comparison.overall, *comparison.distributions)
    )
    return DataTable(header, tuple(rows))


def _shown(score: Score | None) -> str:
    return "–" if score is None else str(score.rounded)


def _description(table: DataTable, wording: Wording) -> str:
    _, columns = wording._, table.header[1:]
    rows = wording.join_items(
        ", ".join(
            (
                row[0],
                *(wording.label_value(name, cell) for name, cell in zip(columns, row[1:], strict=True)),
            )
        )
        for row in table.rows
    )
    explained = _("A dot for each organisation, on a scale of 0 to 100 points; a line marks the median.")
    return f"{explained} {rows}."
