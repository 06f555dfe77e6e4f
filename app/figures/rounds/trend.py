"""The scores of all rounds of one variant as lines: overall readiness, and a small one for each domain.

Rounds stand in the order of their days, as far apart as these are, but never on one another. Lines are dashed
and marks hollow where a round was answered with another version of the questionnaire than the newest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Primitive
from app.figures.labels import avoid_overlaps, fit_between, stack_lines
from app.figures.rounds.trend_lines import Plot, draw_lines, draw_marks, version_key
from app.figures.text_metrics import wrap
from app.figures.typography import FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.rounds.trend import DomainTrend, Trend, TrendPoint
from app.translations.wording import Wording

_TOP = 15.0
_OVERALL = 96.0
_NARROW_LINE = 34.0
# On the board’s page, alone and above the key of another version.
_BOARD_LINE, _BOARD_LINE_WITH_KEY = 26.0, 15.0
_BOARD_TOP = 13.0
_LEVELS = 66.0
_AIR = 12.0
# The room of the first and the last score beside a small line.
_VALUE = 20.0


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The words of a trend that name days: its finding, each round, and the first and the last day."""

    finding: str
    rounds: tuple[str, ...]
    first_day: str
    last_day: str


def trend_chart(trend: Trend, words: TrendWords, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build the line of overall readiness with the levels beside it, and below it one for each domain."""
    plot = Plot(10, width - _LEVELS, _TOP, _TOP + _OVERALL)
    head, bottom = _overall(trend, words, plot, wording)
    levels = _levels(plot, wording)
    key, bottom = version_key(trend, bottom, wording)
    small, bottom = _domains(trend, bottom + _AIR, width, wording)
    table = trend_table(trend, words, wording)
    drawn = (*head, *levels, *key, *small)
    return Chart(width, bottom, drawn, _title(trend, wording), _description(trend, wording), table)


def overall_line(trend: Trend, words: TrendWords, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build the line of overall readiness alone, low enough for the board’s page."""
    high = _BOARD_LINE_WITH_KEY if trend.versions_differ else _BOARD_LINE
    drawn, bottom = _overall(trend, words, Plot(10, width - 10, _BOARD_TOP, _BOARD_TOP + high), wording)
    key, bottom = version_key(trend, bottom, wording)
    scores = tuple((name, _score(point)) for name, point in zip(words.rounds, trend.overall, strict=True))
    table = DataTable((wording._("Round"), wording._("Overall")), scores)
    # Its page has no table beside it, so its name says what it shows.
    said = {"count": len(trend.overall), "first": _score(trend.overall[0]), "last": _score(trend.overall[-1])}
    title = wording._("Overall readiness over %(count)s rounds, from %(first)s to %(last)s") % said
    return Chart(width, bottom, (*drawn, *key), title, wording._("From 0 to 100."), table)


def trend_table(trend: Trend, words: TrendWords, wording: Wording) -> DataTable:
    """Build a table of the scores as printed, a row for each round."""
    _ = wording._
    letters = tuple(each.domain.letter for each in trend.domains)
    rows = (
        (name, _score(point), *(_score(each.points[place]) for each in trend.domains))
        for place, (name, point) in enumerate(zip(words.rounds, trend.overall, strict=True))
    )
    return DataTable((_("Round"), _("Overall"), *letters), tuple(rows))


def _overall(trend: Trend, words: TrendWords, plot: Plot, wording: Wording) -> tuple[list[Primitive], float]:
    baseline = plot.bottom + 11
    first = Label(plot.left, baseline, words.first_day, SMALL_SIZE, palette.GREY_TEXT)
    last = Label(plot.right, baseline, words.last_day, SMALL_SIZE, palette.GREY_TEXT, "end")
    days = avoid_overlaps(((first,), (last,)))
    drawn: list[Primitive] = [*plot.backdrop(), *draw_lines(trend.overall, plot, 1.8)]
    drawn += [*draw_marks(trend.overall, plot, 2.6), *_ends(trend.overall, plot), *days]
    return drawn, days[-1].y + 4


def _ends(points: Sequence[TrendPoint], plot: Plot) -> Iterator[Label]:
    """Yield the first and the last score, above their points."""
    for place, score in zip((plot.left, plot.right), (points[0].score, points[-1].score), strict=True):
        if score:
            above = plot.y(score.exact) - 6
            label = Label(place, above, str(score.rounded), TEXT_SIZE, palette.INK, "middle", strong=True)
            yield from fit_between((label,), plot.left - 10, plot.right + 10)


def _levels(plot: Plot, wording: Wording) -> Iterator[Label]:
    for name, middle in zip(wording.questionnaire.levels, plot.middles(), strict=True):
        yield Label(plot.right + 10, middle + 3, wording.text(name), SMALL_SIZE, palette.GREY_TEXT)


def _domains(trend: Trend, top: float, width: float, wording: Wording) -> tuple[list[Primitive], float]:
    columns = 3 if width >= FULL_WIDTH else 2
    room = (width - _AIR * (columns - 1)) / columns
    drawn: list[Primitive] = []
    for start in range(0, len(trend.domains), columns):
        row = trend.domains[start : start + columns]
        names = [_name(each, place * (room + _AIR), top + 9, room, wording) for place, each in enumerate(row)]
        line_top = max(labels[-1].y for labels in names) + 8
        for place, (each, labels) in enumerate(zip(row, names, strict=True)):
            left = place * (room + _AIR)
            plot = Plot(left + _VALUE, left + room - _VALUE, line_top, line_top + _NARROW_LINE)
            drawn += [*labels, *_small(each.points, plot, wording)]
        top = line_top + _NARROW_LINE + _AIR
    return drawn, top


def _name(each: DomainTrend, left: float, baseline: float, room: float, wording: Wording) -> list[Label]:
    letter = Label(left, baseline, each.domain.letter, TEXT_SIZE, palette.ACCENT, strong=True)
    first = Label(left + 11, baseline, "", SMALL_SIZE, palette.INK)
    lines = wrap(wording.text(each.domain.name), room - 11, SMALL_SIZE)
    return [letter, *stack_lines(lines, first, LEADING)]


def _small(points: Sequence[TrendPoint], plot: Plot, wording: Wording) -> Iterator[Primitive]:
    yield from plot.backdrop()
    if all(point.score is None for point in points):
        middle = (plot.left + plot.right) / 2
        baseline = (plot.top + plot.bottom) / 2 + 3
        yield Label(middle, baseline, wording._("No score"), SMALL_SIZE, palette.GREY_TEXT, "middle")
        return
    yield from draw_lines(points, plot, 1.4)
    yield from draw_marks(points, plot, 1.9)
    first, last = points[0], points[-1]
    yield Label(plot.left - 5, plot.beside(first), _score(first), SMALL_SIZE, palette.GREY_TEXT, "end")
    yield Label(plot.right + 5, plot.beside(last), _score(last), SMALL_SIZE, palette.INK, strong=True)


def _score(point: TrendPoint) -> str:
    return str(point.score.rounded) if point.score else "–"


def _title(trend: Trend, wording: Wording) -> str:
    # The page and the PDF say the finding in a sentence of its own, so the drawing is named after what it is.
    return wording._("Scores of %(count)s rounds, drawn as lines") % {"count": len(trend.overall)}


def _description(trend: Trend, wording: Wording) -> str:
    _ = wording._
    lines = [_first_to_last(_("Overall readiness"), trend.overall, wording)]
    lines += [_first_to_last(wording.text(each.domain.name), each.points, wording) for each in trend.domains]
    return f"{_('From 0 to 100, from the first round to the last.')} {wording.join_items(lines)}."


def _first_to_last(name: str, points: Sequence[TrendPoint], wording: Wording) -> str:
    values = {"name": name, "first": _score(points[0]), "last": _score(points[-1])}
    return wording._("%(name)s from %(first)s to %(last)s") % values
