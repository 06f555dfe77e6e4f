"""The published shares of an opinion question, with the organisation's answer marked by a word and a shape.

The chart compares opinions with opinions; it contains no score of a practice.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures import palette
from app.figures.chart import Chart, DataTable, Dot, Label, Line, Polygon, Primitive, Rectangle
from app.figures.labels import stack_lines
from app.figures.text_metrics import wrap
from app.figures.typography import FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.opinions import OpinionResult
from app.maturity.survey import Figure
from app.maturity.text import Text
from app.translations.wording import Wording

_NAMES = 180.0


@dataclass(frozen=True, slots=True)
class _ShareRow:
    label: Text
    figure: Figure | None
    band: tuple[int, int] | None
    mark: str


def opinion_shares(result: OpinionResult, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build a dot per published share; in a narrow chart the words are above the dots."""
    rows = tuple(_rows(result, wording))
    primitives: list[Primitive] = []
    top = 2.0
    for row in rows:
        drawn, top = _drawn(row, top, width, wording)
        primitives.extend(drawn)
    table = _table(rows, wording)
    spoken = wording.join_items(", ".join(part for part in row if part) for row in table.rows)
    explained = wording._("Published shares from 0% to 100%; the answer given is marked.")
    description = f"{explained} {spoken}."
    return Chart(width, top, tuple(primitives), _finding(rows, wording), description, table)


def _rows(result: OpinionResult, wording: Wording) -> Iterator[_ShareRow]:
    _ = wording._
    for combined in result.question.combined:
        mark = _("includes your answer") if combined in result.combined else ""
        yield _ShareRow(combined.label, combined.figure, None, mark)
    for option in result.question.options:
        mark = _("your answer") if option in result.chosen else ""
        yield _ShareRow(option.label, option.figure, option.drawn_as, mark)


def _drawn(row: _ShareRow, top: float, width: float, wording: Wording) -> tuple[list[Primitive], float]:
    above = width < FULL_WIDTH
    left, room = (22.0, width - 120) if above else (204.0, 176.0)
    first = Label(18, top + 11, "", TEXT_SIZE, palette.INK, strong=bool(row.mark))
    name = stack_lines(
        wrap(wording.text(row.label), width - 108 if above else _NAMES, TEXT_SIZE), first, LEADING
    )
    middle = name[-1].y + 11 if above else (first.y + name[-1].y) / 2 - 3
    share = _share(row, left, room, middle, wording)
    end = max(name[-1].y + 3, middle + 6)
    return [*name, *share, *_mark(row.mark, first.y, width)], end + 5


def _share(row: _ShareRow, left: float, room: float, middle: float, wording: Wording) -> list[Primitive]:
    figure = row.figure
    if figure is None:
        return [
            Label(left, middle + 3, wording._("no figure published in 2012"), SMALL_SIZE, palette.GREY_TEXT)
        ]
    shown = wording.text(figure.shown)
    axis = Line(left, middle, left + room, middle, palette.GREY_LINE, 0.8)
    if row.band:
        start, end = (left + room * edge / 100 for edge in row.band)
        band = Rectangle(start, middle - 4, end - start, 8, palette.ACCENT)
        return [axis, band, *_shown(shown, end, middle)]
    x = left + room * (figure.share or 0) / 100
    return [axis, Dot(x, middle, 4, palette.ACCENT), *_shown(shown, x + 4, middle)]


def _shown(shown: str, right: float, middle: float) -> list[Primitive]:
    label = Label(right + 4, middle + 3.2, shown, TEXT_SIZE, palette.INK, strong=True)
    box = label.box
    # The paper behind the figure interrupts the axis.
    return [Rectangle(box[0] - 2, middle - 5, box[2] - box[0] + 4, 10, palette.PAPER), label]


def _mark(mark: str, baseline: float, width: float) -> list[Primitive]:
    if not mark:
        return []
    x, y = 9.0, baseline - 3.2
    diamond = Polygon(((x, y - 4.5), (x + 4.5, y), (x, y + 4.5), (x - 4.5, y)), palette.INK)
    return [diamond, Label(width - 4, baseline, mark, SMALL_SIZE, palette.INK, "end", strong=True)]


def _finding(rows: tuple[_ShareRow, ...], wording: Wording) -> str:
    with_share = [row for row in rows if row.figure and row.figure.share]
    largest = max(with_share, key=lambda row: (row.figure and row.figure.share) or 0)
    figure = largest.figure
    shown = wording.text(figure.shown) if figure else ""
    return wording._("%(label)s: %(share)s in 2012") % {"label": wording.text(largest.label), "share": shown}


def _table(rows: tuple[_ShareRow, ...], wording: Wording) -> DataTable:
    _ = wording._
    header = (_("Answer"), _("Share in 2012"), _("Confidence"), _("Yours"))
    return DataTable(
        header,
        tuple(
            (
                wording.text(row.label),
                wording.text(row.figure.shown) if row.figure else _("no figure published in 2012"),
                row.figure.confidence if row.figure else "",
                row.mark,
            )
            for row in rows
        ),
    )
