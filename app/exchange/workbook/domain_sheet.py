"""The sheet of domains: their scores and targets, as a table and as a chart."""

from app.exchange.workbook.book import Book, Cell
from app.figures.domains import domain_finding
from app.figures.palette import INK
from app.maturity.level import Level
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore
from app.translations.wording import Wording

_WIDTHS = [42, 9, 14, 14, 12, 14, 12]
_NAME, _SCORE, _TARGET = 0, 1, 4
_CHART = (620, 400)


def add_domain_sheet(book: Book, card: Scorecard, wording: Wording) -> None:
    """Add a row for each domain, and below them what the chart says, and the chart."""
    _ = wording._
    name = _("Domains")
    sheet = book.add_sheet(name, _WIDTHS, frozen_columns=1, upright=True)
    headings = (
        _("Domain"),
        _("Score"),
        _("Level"),
        _("Target"),
        _("Score of the target level"),
        _("Practices that count"),
        _("Practices asked"),
    )
    rows = (_row(each, card, wording) for each in card.domains)
    last = book.write_table(sheet, "Domains", headings, rows, _WIDTHS)
    finding = domain_finding(card, wording)
    book.write_finding(sheet, last + 2, f"{finding}.", _WIDTHS)
    if card.overall.score is None:
        return
    chart = book.workbook.add_chart({"type": "bar"})
    for column, look in (
        (_SCORE, {"fill": {"color": "#1D70B8"}, "data_labels": {"value": True}}),
        # An outline without a filling: told from the score without its colour too.
        (_TARGET, {"fill": {"none": True}, "border": {"color": INK, "width": 1}}),
    ):
        chart.add_series(
            {
                "name": [name, 0, column],
                "categories": [name, 1, _NAME, last, _NAME],
                "values": [name, 1, column, last, column],
                "gap": 60,
                **look,
            }
        )
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom"})
    # The first domain stands first, as in the table.
    chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"min": 0, "max": 100, "major_unit": 25, "label_position": "high"})
    book.add_chart(sheet, last + 3, chart, _CHART, finding)


def _row(each: DomainScore, card: Scorecard, wording: Wording) -> tuple[Cell, ...]:
    target = card.targets[each.domain.letter]
    return (
        f"{each.domain.letter} {wording.text(each.domain.name)}",
        each.score.rounded if each.score else "",
        "" if each.level is None else wording.level_name(each.level),
        wording.level_name(target),
        Level(target).points,
        each.applicable,
        each.asked,
    )
