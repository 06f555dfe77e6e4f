"""The sums of the recommendations and of the survey’s findings."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from app.figures.exposure import exposure_bars
from app.maturity.level import Level
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.survey import FindingResult
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import BODY, CAPTION, SMALL, WIDTH


def recommendation_sums(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the priority and the gain of each recommendation."""
    _ = wording._
    if not scorecard.recommendations:
        return []
    days, weeks, months = sorted(scorecard.questionnaire.efforts)
    rule = _(
        "Must-haves that are still missing come first, then the foundations below %(level)s,"
        " then all others; within each of these three by priority, the largest first. Among"
        " the others, no practice comes before one that it builds on while that one is below"
        " %(level)s. Priority = steps × importance ÷ effort. Importance is 1 plus the largest"
        " 2012 share on the subject, or 1 if there is none. Effort is %(days)s (days),"
        " %(weeks)s (weeks) or %(months)s (months). Gain = steps × 100 ÷ (%(highest)s × the"
        " applicable answered practices of the domain × the domains with a score)."
    )
    numbers = {"level": wording.level_name(Level.DEFINED), "highest": max(Level)}
    efforts = {"days": days, "weeks": weeks, "months": months}
    columns = (
        Column(_("Rank and practice"), 78),
        Column(_("Importance"), 116),
        Column(_("Priority"), 134),
        Column(_("Gain"), 152),
    )
    rows = tuple(_recommendation(each, wording) for each in scorecard.recommendations)
    return [
        Subheading("rank-sums", _("The order of the recommendations"), wording_only=True),
        Paragraph(rule % (numbers | efforts), BODY, wording_only=True),
        TableBlock(columns, rows),
    ]


def _recommendation(each: Recommendation, wording: Wording) -> tuple[str, str, str, str]:
    importance = wording.format_fraction(each.importance)
    if each.importance_terms:
        importance = f"{each.importance_terms} = {importance}"
    priority = f"{each.steps} × {each.importance} ÷ {each.effort}"
    gain = f"{each.steps} × 100 ÷ ({max(Level)} × {each.applicable} × {each.scored_domains})"
    return (
        f"{each.rank}  {each.question.id}",
        importance,
        f"{priority} = {wording.format_fraction(each.priority)}",
        f"{gain} = {wording.format_fraction(each.gain)}",
    )


def findings_sums(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the readiness on each finding of the survey and its exposure, and the weighted readiness."""
    _, view = wording._, scorecard.survey
    if view.weighted is None:
        return []
    meaning = _(
        "The readiness on a finding is the score of the practices on its subject. Its"
        " exposure is share × (100 − readiness) ÷ 100: large where a subject mattered in 2012"
        " and is not yet covered by your practice. For a share that was published only in"
        " words, the calculation uses a number that we chose; it is in section 3.1 of the"
        " method, a page of this service."
    )
    weighted = _(
        "Survey-weighted readiness, the mean over %(found)s of %(of)s findings weighted by their shares:"
        " %(exact)s, shown as %(rounded)s."
    ) % {
        "found": len(view.findings),
        "of": view.finding_count,
        "exact": wording.format_fraction(view.weighted.exact),
        "rounded": view.weighted.rounded,
    }
    chart = exposure_bars(scorecard, wording)
    columns = (
        Column(_("Finding"), 170),
        Column(_("Practices"), 60),
        Column(_("Readiness"), 120),
        Column(_("Exposure"), 130),
    )
    return [
        Subheading("finding-sums", _("The findings of the 2012 survey"), wording_only=True),
        Paragraph(meaning, replace(BODY, keep_with_next=True), wording_only=True),
        TableBlock(columns, tuple(_findings(scorecard, wording)), keep_whole=True, after=6),
        Paragraph(weighted, SMALL),
        Paragraph(chart.title, CAPTION),
        ChartBlock(chart, WIDTH),
    ]


def _findings(scorecard: Scorecard, wording: Wording) -> Iterator[tuple[str, ...]]:
    for each in scorecard.survey.findings:
        count = Level.PROVEN * len(each.practices)
        readiness = f"100 × {each.points} ÷ {count} = {wording.format_fraction(each.readiness.exact)}"
        name, practices = wording.text(each.finding.label), ", ".join(each.practices)
        yield name, practices, readiness, _exposure(each, wording)


def _exposure(each: FindingResult, wording: Wording) -> str:
    exact = each.exposure.exact
    if each.finding.figure.working:
        return wording.format_fraction(exact)
    missing: Fraction = 100 - each.readiness.exact
    return f"{each.finding.share} × {missing} ÷ 100 = {wording.format_fraction(exact)}"
