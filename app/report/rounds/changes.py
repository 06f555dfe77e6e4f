"""What changed since the last round, and the trend of all rounds: a chapter of the scorecard."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.figures.chart import DataTable
from app.figures.palette import GREY_TEXT
from app.figures.rounds.trend import trend_chart
from app.maturity.plan.action import TITLE_LIMIT
from app.maturity.rounds.history import RoundHistory
from app.report.rounds.change_words import ChangeWords, describe_change
from app.report.rounds.trend_words import describe_trend, trend_reading
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.tags import CAPTION as CAPTIONED
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.printable import printable
from app.typesetting.text.style import BODY, CAPTION, LEAD, SMALL, WIDTH, Style

_MEASURES = (160.0, 62.0, 46.0, 106.0, 106.0)
_MOVED = (196.0, 92.0, 92.0, 100.0)
_ROUND, _OVERALL = 156.0, 54.0
_READING = replace(SMALL, keep_with_next=True)
_PAIR = Style(9.5, 12.8, after=2)


def changes(history: RoundHistory, wording: Wording) -> list[Block]:
    """Return the changes like for like, what moved them, and with two rounds their trend."""
    words = describe_change(history, wording)
    return [*(_changes(words, wording) if words else ()), *_trend(history, wording)]


def _changes(words: ChangeWords, wording: Wording) -> Iterator[Block]:
    _ = wording._
    yield SectionHeading("changes", _("What changed"), wording_only=True)
    yield Paragraph(words.finding, LEAD)
    yield Paragraph(f"{words.compared} {words.arithmetic}", BODY)
    yield Paragraph(_("Like for like"), CAPTION, path=(CAPTIONED,))
    yield _table(words.measures, _MEASURES, numbers=(1, 2))
    yield from _pairs(words.notes)
    yield Subheading("changes-moved", _("Practice by practice"), wording_only=True)
    yield Paragraph(words.moved_lead, BODY)
    if words.moved.rows:
        yield _table(words.moved, _MOVED)
    if words.done:
        yield Subheading("changes-done", _("Actions done since the earlier round"), wording_only=True)
        for each in words.done:
            foreign = each.language if each.language != wording.language else None
            title = Span(printable(each.title, TITLE_LIMIT), language=foreign)
            yield Paragraph([title, Span(f"  {each.facts}", colour=GREY_TEXT)], _PAIR, path=LISTED)
    if words.not_compared:
        yield Subheading("changes-left-out", _("Not compared"), wording_only=True)
        yield from _pairs(words.not_compared)


def _trend(history: RoundHistory, wording: Wording) -> Iterator[Block]:
    trend, words = history.trend, describe_trend(history, wording)
    if trend is None or words is None:
        return
    chart = trend_chart(trend, words, wording)
    columns = len(chart.table.header) - 2
    domain = (WIDTH - _ROUND - _OVERALL) / columns
    widths = (_ROUND, _OVERALL, *(domain,) * columns)
    yield Subheading("trend", wording._("Trend"), wording_only=True)
    yield Paragraph(words.finding, LEAD)
    yield Paragraph(trend_reading(wording), _READING, wording_only=True)
    yield ChartBlock(chart, WIDTH, after=4)
    yield _table(chart.table, widths, numbers=range(1, len(widths)))


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[Paragraph]:
    for name, names in pairs:
        yield Paragraph([Span(name, strong=True), Span(f"  {names}")], _PAIR, path=LISTED)


def _table(table: DataTable, widths: Sequence[float], numbers: Sequence[int] = ()) -> TableBlock:
    columns = tuple(
        Column(heading, width, "end" if place in numbers else "start")
        for place, (heading, width) in enumerate(zip(table.header, widths, strict=True))
    )
    return TableBlock(columns, table.rows)
