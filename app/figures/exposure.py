"""Exposure: what mattered to the sector in 2012 and is missing in practice today.

A bar is an exposure in points. Neither the published share nor the readiness is drawn: on one axis readers
would compare them, and the comparison has no meaning.
"""

from math import ceil

from app.figures import palette
from app.figures.chart import Chart, DataTable, Label, Line, Primitive, Rectangle
from app.figures.labels import stack_lines
from app.figures.text_metrics import wrap
from app.figures.typography import BAR_HEIGHT, FULL_WIDTH, LEADING, SMALL_SIZE, TEXT_SIZE
from app.maturity.scorecard import Scorecard
from app.maturity.survey import FindingResult, Survey
from app.translations.wording import Wording

_AIR = 9.0


def exposure_bars(scorecard: Scorecard, wording: Wording, *, width: float = FULL_WIDTH) -> Chart:
    """Build a bar per finding, largest exposure first; in a narrow chart the words are above the bars."""
    primitives: list[Primitive] = []
    top = 4.0
    for each in scorecard.survey.findings:
        drawn, top = _row(each, top, width, wording)
        primitives.extend(drawn)
    table = exposure_table(scorecard, wording)
    rows = wording.join_items(wording.label_value(row[0], row[4]) for row in table.rows)
    explained = wording._("Bars of exposure in points, largest first.")
    description = f"{explained} {rows}."
    title = exposure_finding(scorecard, wording)
    return Chart(width, top, tuple(primitives), title, description, table)


def _row(each: FindingResult, top: float, width: float, wording: Wording) -> tuple[list[Primitive], float]:
    above = width < FULL_WIDTH
    left, room = (6.0, width - 14) if above else (232.0, width - 300)
    first = Label(6, top + 10, "", TEXT_SIZE, palette.INK)
    name = stack_lines(
        wrap(wording.text(each.finding.label), width - 80 if above else 214, TEXT_SIZE), first, LEADING
    )
    share = wording._("share in 2012: %(share)s") % {"share": wording.text(each.finding.figure.shown)}
    note = Label(6, name[-1].y + LEADING, share, SMALL_SIZE, palette.GREY_TEXT)
    bar = note.y + 5 if above else (top + note.y - BAR_HEIGHT) / 2 + 2
    length = max(room * float(each.exposure.exact) / _full_scale(wording.questionnaire.survey), 1.5)
    words = wording.format_points(each.exposure.rounded)
    value = Label(width - 6, first.y, words, TEXT_SIZE, palette.INK, "end", strong=True)
    beside = Label(left + length + 6, bar + 8.2, words, TEXT_SIZE, palette.INK, strong=True)
    return [
        *name,
        note,
        Line(left, bar - 3, left, bar + BAR_HEIGHT + 3, palette.GREY_MARK, 0.8),
        Rectangle(left, bar, length, BAR_HEIGHT, palette.ACCENT),
        value if above else beside,
    ], max(note.y + 2, bar + BAR_HEIGHT) + _AIR


def _full_scale(survey: Survey) -> int:
    """Return the points at the end of the scale, the same for every organisation.

    No exposure exceeds the largest share; the scale ends at the next multiple of ten.
    """
    return 10 * ceil(max(finding.share for finding in survey.findings) / 10)


def exposure_finding(scorecard: Scorecard, wording: Wording) -> str:
    """Return a sentence on the finding with the largest exposure."""
    _ = wording._
    findings = scorecard.survey.findings
    if not findings:
        return _("None of the practices answered so far is about a finding of the survey")
    largest = findings[0]
    if not largest.exposure.exact:
        return _("No exposure is left on any finding of the survey")
    return _("Largest exposure: “%(finding)s”, %(points)s") % {
        "finding": wording.text(largest.finding.label),
        "points": wording.format_points(largest.exposure.rounded),
    }


def exposure_table(scorecard: Scorecard, wording: Wording) -> DataTable:
    """Build a table of the findings: the published share in words, readiness and exposure."""
    _ = wording._
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
            wording.text(each.finding.label),
            wording.text(each.finding.figure.shown),
            str(each.readiness.rounded),
            str(each.readiness.exact),
            str(each.exposure.rounded),
            str(each.exposure.exact),
            " ".join(each.practices),
        )
        for each in scorecard.survey.findings
    )
    return DataTable(header, tuple(rows))
