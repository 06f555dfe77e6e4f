"""Where the sector’s priorities of 2012 meet the gaps of today’s practice.

A bar is an exposure, in points of its own. Neither the published share nor the readiness is drawn: on one
axis they would invite a comparison that means nothing.
"""

from collections.abc import Callable

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Primitive, Rectangle
from app.figures.labels import stack_lines
from app.figures.text_metrics import wrap
from app.figures.typography import FULL_WIDTH
from app.maturity.scorecard import Scorecard
from app.maturity.survey import FindingResult
from app.maturity.text import Language
from app.translations.numerals import format_points, join_items, label_value

_SIZE = 9.2
_SMALL = 7.8
_LEADING = 10.6
_BAR = 9.0
_AIR = 9.0

# The largest exposure there can be is the largest share, so charts of two organisations share one scale.
_FULL = 70.0


def exposure_bars(
    scorecard: Scorecard, language: Language, _: Callable[[str], str], *, width: float = FULL_WIDTH
) -> Chart:
    """Draw the findings by exposure, largest first; under 480 units wide the words stand above the bars."""
    primitives: list[Primitive] = []
    top = 4.0
    for each in scorecard.survey.findings:
        drawn, top = _row(each, top, width, language, _)
        primitives.extend(drawn)
    table = exposure_table(scorecard, language, _)
    rows = join_items((label_value(row[0], row[4], _) for row in table.rows), _)
    explained = _("Bars of exposure in points, largest first.")
    description = f"{explained} {rows}."
    title = exposure_finding(scorecard, language, _)
    return Chart(width, top, tuple(primitives), title, description, table)


def _row(
    each: FindingResult, top: float, width: float, language: Language, _: Callable[[str], str]
) -> tuple[list[Primitive], float]:
    above = width < FULL_WIDTH
    left, room = (6.0, width - 14) if above else (232.0, width - 300)
    first = Label(6, top + 10, "", _SIZE, palette.INK)
    name = stack_lines(
        wrap(each.finding.label.in_(language), width - 80 if above else 214, _SIZE), first, _LEADING
    )
    share = _("share in 2012: %(share)s") % {"share": each.finding.figure.shown.in_(language)}
    note = Label(6, name[-1].y + _LEADING, share, _SMALL, palette.GREY_TEXT)
    bar = note.y + 5 if above else (top + note.y - _BAR) / 2 + 2
    length = max(room * float(each.exposure.exact) / _FULL, 1.5)
    words = format_points(each.exposure.rounded, _)
    value = Label(width - 6, first.y, words, _SIZE, palette.INK, "end", strong=True)
    beside = Label(left + length + 6, bar + 8.2, words, _SIZE, palette.INK, strong=True)
    return [
        *name,
        note,
        Line(left, bar - 3, left, bar + _BAR + 3, palette.GREY_MARK, 0.8),
        Rectangle(left, bar, length, _BAR, palette.ACCENT),
        value if above else beside,
    ], max(note.y + 2, bar + _BAR) + _AIR


def exposure_finding(scorecard: Scorecard, language: Language, _: Callable[[str], str]) -> str:
    """Say in a sentence where the exposure is largest."""
    findings = scorecard.survey.findings
    if not findings:
        return _("No answered practice speaks to a finding of the survey yet")
    largest = findings[0]
    if not largest.exposure.exact:
        return _("No exposure is left on any finding of the survey")
    return _("Largest exposure: %(finding)s, %(points)s") % {
        "finding": largest.finding.label.in_(language),
        "points": format_points(largest.exposure.rounded, _),
    }


def exposure_table(scorecard: Scorecard, language: Language, _: Callable[[str], str]) -> DataTable:
    """List every finding with its published share in words, the readiness on it, and the exposure."""
    header = (
        _("Finding"),
        _("Share in 2012"),
        _("Readiness"),
        _("Exact readiness"),
        _("Exposure"),
        _("Exact exposure"),
        _("Practices"),
    )
    rows = (
        (
            each.finding.label.in_(language),
            each.finding.figure.shown.in_(language),
            str(each.readiness.rounded),
            str(each.readiness.exact),
            str(each.exposure.rounded),
            str(each.exposure.exact),
            " ".join(each.practices),
        )
        for each in scorecard.survey.findings
    )
    return DataTable(header, tuple(rows))
