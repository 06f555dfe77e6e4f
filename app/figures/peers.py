"""A cohort's published values per measure, with the organisation's own score above them.

The three marks differ in shape: a box for the middle half, an upright line for the median, a triangle for
the own score. The lowest and the highest value that are ever published have an arrow that points outwards:
they stand for “or less” and “or more”.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures import palette, peer_words
from app.figures.chart import Chart, DataTable, Label, Line, Polygon, Primitive, Rectangle
from app.figures.labels import fit_between, stack_lines
from app.figures.text_metrics import text_width, wrap
from app.figures.typography import BAR_HEIGHT, FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.position import CohortStanding, MeasureStanding
from app.maturity.peers.rules import HIGHEST_PUBLISHED, LOWEST_PUBLISHED
from app.maturity.peers.snapshot import CohortFigures
from app.maturity.questionnaire import Questionnaire
from app.translations.wording import Wording

_MARK = 8.0
_TAIL = 6.0
_NAMES = 146.0
_KEY = 12.0
_NUMBERS = (0, 50, 100)


@dataclass(frozen=True, slots=True)
class _PeerLayout:
    """The positions of the scale and the words; in a narrow chart the words are above the scale."""

    left: float
    right: float
    number: float
    words: float
    room: float
    above: bool

    def x(self, points: int) -> float:
        return self.left + (self.right - self.left) * points / 100


def peer_bands(
    cohort: CohortStanding,
    wording: Wording,
    *,
    width: float = FULL_WIDTH,
) -> Chart:
    """Build the chart of a cohort; in a narrow chart the words are above the marks."""
    layout = _layout(width)
    key, top = _key(cohort, width, wording)
    rows: list[Primitive] = []
    for standing in _ordered(cohort, wording.questionnaire):
        name = peer_words.measure_name(standing.measure, wording)
        drawn, top = _row(standing, name, layout, top, wording)
        rows += drawn
    top += 4
    numbers = (Label(layout.x(n), top, str(n), SMALL_SIZE, palette.GREY_TEXT, "middle") for n in _NUMBERS)
    rows += fit_between(tuple(numbers), 0, width)
    table = peer_table(cohort, wording)
    explained = wording._("Scale of 0 to 100 points: the peers’ median and middle half, and your own score.")
    spoken = wording.join_items(
        ", ".join((row[0], *_spoken(row[1:], table.header[1:], wording))) for row in table.rows
    )
    title = peer_words.finding((cohort,), wording)
    return Chart(width, top + 4, (*key, *rows), title, f"{explained} {spoken}.", table)


def peer_table(cohort: CohortStanding, wording: Wording) -> DataTable:
    """Build a table of the measures: own score, position and published values."""
    _ = wording._
    header = (
        _("Measure"),
        _("Your score"),
        _("Your position"),
        _("Lower quartile"),
        _("Median"),
        _("Upper quartile"),
    )
    rows = (
        (
            peer_words.measure_name(each.measure, wording),
            "–" if each.own is None else str(each.own),
            peer_words.position_text(each, wording),
            *figure_cells(each.figures, wording),
        )
        for each in _ordered(cohort, wording.questionnaire)
    )
    return DataTable(header, tuple(rows))


def figure_cells(figures: CohortFigures, wording: Wording) -> tuple[str, str, str]:
    """Return lower quartile, median and upper quartile, each as a value or the reason why there is none."""
    return (
        peer_words.quartile_text(figures, figures.lower, wording),
        peer_words.median_text(figures, wording),
        peer_words.quartile_text(figures, figures.upper, wording),
    )


def _spoken(cells: tuple[str, ...], header: tuple[str, ...], wording: Wording) -> Iterator[str]:
    return (wording.label_value(name, cell) for name, cell in zip(header, cells, strict=True))


def _ordered(cohort: CohortStanding, questionnaire: Questionnaire) -> list[MeasureStanding]:
    order = peer_words.measures_in_order(questionnaire)
    return sorted(cohort.standings, key=lambda each: order.index(each.measure))


def _layout(width: float) -> _PeerLayout:
    if width < FULL_WIDTH:
        return _PeerLayout(6, width - 8, 6 + 14, 25, width - 30, above=True)
    return _PeerLayout(160, 330, 354, 359, width - 360, above=False)


def _key(cohort: CohortStanding, width: float, wording: Wording) -> tuple[list[Primitive], float]:
    """Build the key of the marks in use, side by side as far as they fit, and the height below it."""
    _ = wording._
    quartiles = [(each.figures.lower, each.figures.upper) for each in cohort.standings]
    entries = [("own", _("your score")), ("median", _("median of the peers"))]
    if any(None not in each for each in quartiles):
        entries.append(("half", _("middle half of the peers")))
    # Without this entry readers take the box that ends at the median for the whole middle half.
    if any(each.count(None) == 1 for each in quartiles):
        entries.append(("one", _("only one quartile has a value")))
    drawn: list[Primitive] = []
    left, baseline = 6.0, 9.0
    for kind, words in entries:
        room = 16 + text_width(words, SMALL_SIZE)
        if left > 6 and left + room > width:
            left, baseline = 6.0, baseline + _KEY
        drawn += _sample(kind, left + 5, baseline - 3)
        drawn.append(Label(left + 14, baseline, words, SMALL_SIZE, palette.INK))
        left += room + 10
    return drawn, baseline + 8


def _sample(kind: str, x: float, middle: float) -> list[Primitive]:
    if kind == "own":
        return [_own(x, middle + 4)]
    if kind == "median":
        return [_upright(x, middle - 4.5, middle + 4.5)]
    if kind == "one":
        return [*_box(x - 5, x + 4, middle - 4, 8), _upright(x + 4, middle - 4.5, middle + 4.5)]
    return _box(x - 5, x + 5, middle - 4, 8)


def _row(
    standing: MeasureStanding, name: str, layout: _PeerLayout, top: float, wording: Wording
) -> tuple[list[Primitive], float]:
    strong = standing.measure == OVERALL
    first = Label(6, top + 11, "", TEXT_SIZE, palette.INK, strong=strong)
    room = layout.room + 20 if layout.above else _NAMES
    names = stack_lines(wrap(name, room, TEXT_SIZE), first, LEADING)
    baseline = names[-1].y + LEADING if layout.above else first.y
    words_line = Label(layout.words, baseline, "", SMALL_SIZE + 0.6, palette.INK, strong=strong)
    words = stack_lines(
        wrap(peer_words.position_text(standing, wording), layout.room, SMALL_SIZE + 0.6), words_line, LEADING
    )
    bar = (words[-1].y + 4 if layout.above else top + 2) + _MARK
    own = [] if standing.own is None else _own_score(standing.own, layout, bar, baseline)
    end = max(names[-1].y, words[-1].y, bar + BAR_HEIGHT) + (9 if layout.above else 6)
    return [*names, *words, *_scale(layout, bar), *_values(standing.figures, layout, bar), *own], end


def _scale(layout: _PeerLayout, bar: float) -> Iterator[Primitive]:
    middle = bar + BAR_HEIGHT / 2
    yield Line(layout.left, middle, layout.right, middle, palette.GREY_MARK, 0.8)
    for points in _NUMBERS:
        yield Line(layout.x(points), bar + 1, layout.x(points), bar + BAR_HEIGHT - 1, palette.GREY_MARK, 0.8)


def _values(figures: CohortFigures, layout: _PeerLayout, bar: float) -> Iterator[Primitive]:
    # With one quartile only, the box extends from it to the median.
    published = [each for each in (figures.lower, figures.median, figures.upper) if each is not None]
    if (figures.lower, figures.upper) != (None, None):
        yield from _box(layout.x(published[0]), layout.x(published[-1]), bar, BAR_HEIGHT)
    for value in {figures.lower, figures.median, figures.upper} & {LOWEST_PUBLISHED, HIGHEST_PUBLISHED}:
        yield from _tail(value or 0, layout, bar + BAR_HEIGHT / 2)
    if figures.median is not None:
        yield _upright(layout.x(figures.median), bar - 1.5, bar + BAR_HEIGHT + 1.5)


def _box(left: float, right: float, top: float, height: float) -> list[Primitive]:
    # The box stays visible if both quartiles have the same value.
    left, right = min(left, right - 2), max(right, left + 2)
    corners = ((left, top), (right, top), (right, top + height), (left, top + height))
    fill = Rectangle(left, top, right - left, height, palette.ACCENT_TINT)
    return [fill, Polygon(corners, stroke=palette.ACCENT, thickness=1.0)]


def _tail(value: int, layout: _PeerLayout, middle: float) -> Iterator[Primitive]:
    x, outwards = layout.x(value), -1 if value == LOWEST_PUBLISHED else 1
    tip = x + outwards * _TAIL
    yield Line(x, middle, tip, middle, palette.ACCENT, 1.6)
    yield Polygon(((tip, middle - 3), (tip + outwards * 4, middle), (tip, middle + 3)), palette.ACCENT)


def _upright(x: float, top: float, bottom: float) -> Line:
    return Line(x, top, x, bottom, palette.ACCENT, 2.4)


def _own(x: float, tip: float) -> Polygon:
    return Polygon(((x - 4.5, tip - 7), (x + 4.5, tip - 7), (x, tip)), palette.INK)


def _own_score(own: int, layout: _PeerLayout, bar: float, baseline: float) -> list[Primitive]:
    return [
        _own(layout.x(own), bar - 1),
        Label(layout.number, baseline, str(own), TEXT_SIZE, palette.INK, "end", strong=True),
    ]
