"""The 2012 survey: the sector’s priorities beside today’s practice, and opinions beside opinions."""

from app.figures.exposure import exposure_bars, exposure_finding
from app.maturity.scorecard import Scorecard
from app.report.sections.opinions import opinions
from app.report.sections.provenance import share_citations
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import CAPTION, FIGURE, LEAD, POINT, RAIL_TEXT, SMALL, WIDTH, Style


def survey(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the exposure on each finding, then the opinions."""
    _ = wording._
    return [
        SectionHeading("survey", wording._("The 2012 survey"), wording_only=True),
        Paragraph(exposure_finding(scorecard, wording), LEAD),
        Paragraph(_meaning(wording), Style(after=14), wording_only=True),
        *_weighted(scorecard, wording),
        *_exposure(scorecard, wording),
        *_provenance(scorecard, wording),
        Paragraph(wording.text(scorecard.questionnaire.survey.caution), SMALL, wording_only=True),
        Paragraph(wording.text(scorecard.questionnaire.survey.precision), SMALL, wording_only=True),
        *opinions(scorecard, wording),
    ]


def _meaning(wording: Wording) -> str:
    return wording._(
        "A share says how much a subject mattered to the survey’s respondents in 2012. Readiness says how far"
        " your own practice on it has come. One is an opinion and the other a practice, so neither is ever"
        " above or below the other. Exposure is large where a subject mattered in 2012 and your practice does"
        " not cover it yet."
    )


def _weighted(scorecard: Scorecard, wording: Wording) -> list[Block]:
    _, view = wording._, scorecard.survey
    if view.weighted is None:
        return []
    counts = {"found": len(view.findings), "of": view.finding_count}
    title = _("Survey-weighted readiness, over %(found)s of %(of)s findings") % counts
    meaning = _("Each finding’s readiness, weighted by its share.")
    words = [Paragraph(title, POINT), Paragraph(meaning, RAIL_TEXT)]
    return [
        SideBySide([Paragraph(str(view.weighted.rounded), FIGURE)], words, ruled=False, keep_with_next=False)
    ]


def _exposure(scorecard: Scorecard, wording: Wording) -> list[Block]:
    if not scorecard.survey.findings:
        return []
    chart = exposure_bars(scorecard, wording)
    table = chart.table.without(wording._("Exact readiness"), wording._("Exact exposure"))
    widths = (180.0, 90.0, 60.0, 60.0, 90.0)
    columns = tuple(
        Column(heading, width, "end" if place in (2, 3) else "start")
        for place, (heading, width) in enumerate(zip(table.header, widths, strict=True))
    )
    return [
        Subheading("exposure", wording._("Exposure, in points"), CAPTION, wording_only=True),
        ChartBlock(chart, WIDTH),
        TableBlock(columns, table.rows),
    ]


def _provenance(scorecard: Scorecard, wording: Wording) -> list[Block]:
    if not scorecard.survey.findings:
        return []
    words = wording._(
        "Each share has a number and, in brackets, how reliable it is. Its wording, base and"
        " source are under that number in “Sources”."
    )
    return [
        share_citations((each.finding.figure for each in scorecard.survey.findings), wording),
        Paragraph(words, SMALL, wording_only=True),
    ]
