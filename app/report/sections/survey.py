"""The 2012 survey: what the sector cared about beside the practice on it, and opinions beside opinions."""

from app.figures.exposure import exposure_bars, exposure_finding
from app.maturity.scorecard import Scorecard
from app.report.sections.opinions import opinions
from app.report.sections.provenance import shares
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose
from app.typesetting.layout.side_by_side import Beside
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.text.style import CAPTION, FIGURE, LEAD, POINT, RAIL_TEXT, SMALL, WIDTH, Style


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("survey", voice._("The 2012 survey"))


def survey(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Show where the sector’s priorities meet today’s gaps, then the opinions."""
    _ = voice._
    return [
        section(voice),
        Prose(exposure_finding(scorecard, voice.language, _), LEAD),
        Prose(_meaning(voice), Style(after=14)),
        *_weighted(scorecard, voice),
        *_exposure(scorecard, voice),
        *_provenance(scorecard, voice),
        Prose(voice.says(scorecard.questionnaire.survey.caution), SMALL),
        Prose(voice.says(scorecard.questionnaire.survey.precision), SMALL),
        *opinions(scorecard, voice),
    ]


def _meaning(voice: Voice) -> str:
    return voice._(
        "A share says how much a subject mattered to the survey’s respondents in 2012. Readiness says how far"
        " your own practice on it has come. One is an opinion and the other a practice, so neither is ever"
        " above or below the other; exposure joins them: share × (100 − readiness) ÷ 100."
    )


def _weighted(scorecard: Scorecard, voice: Voice) -> list[Block]:
    _, view = voice._, scorecard.survey
    if view.weighted is None:
        return []
    counts = {"found": len(view.findings), "of": view.of}
    title = _("Survey-weighted readiness, over %(found)s of %(of)s findings") % counts
    exact = _("Exactly %(exact)s of 100: each finding’s readiness, weighed by its share.")
    words = [Prose(title, POINT), Prose(exact % {"exact": view.weighted.exact}, RAIL_TEXT)]
    return [Beside([Prose(str(view.weighted.rounded), FIGURE)], words, ruled=False, with_next=False)]


def _exposure(scorecard: Scorecard, voice: Voice) -> list[Block]:
    if not scorecard.survey.findings:
        return []
    chart = exposure_bars(scorecard, voice.language, voice._)
    widths = (150.0, 70.0, 50.0, 50.0, 50.0, 54.0, 56.0)
    columns = tuple(
        Column(heading, width, "end" if 2 <= place <= 5 else "start")
        for place, (heading, width) in enumerate(zip(chart.table.header, widths, strict=True))
    )
    return [
        Part("exposure", voice._("Exposure, in points"), CAPTION),
        Figure(chart, WIDTH),
        Grid(columns, chart.table.rows),
    ]


def _provenance(scorecard: Scorecard, voice: Voice) -> list[Block]:
    if not scorecard.survey.findings:
        return []
    words = voice._(
        "Each share stands with its number and, in brackets, how sure it is. Its wording, base and source are"
        " under that number in “Method and sources”."
    )
    return [shares((each.finding.figure for each in scorecard.survey.findings), voice), Prose(words, SMALL)]
