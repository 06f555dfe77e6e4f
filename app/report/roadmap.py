"""The roadmap: the recommendations by the day they are due."""

from collections.abc import Iterator

from app.figures.roadmap import horizon, roadmap_finding, roadmap_overview
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.block import Block
from app.report.figure import Figure
from app.report.grid import Column, Grid
from app.report.heading import Part, Section
from app.report.prose import Prose, Span, Words
from app.report.style import LEAD, SMALL, WIDTH
from app.report.voice import Voice


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("roadmap", voice._("Roadmap"))


def roadmap(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Show what is due in 30, 90 and 180 days."""
    _ = voice._
    blocks: list[Block] = [section(voice), Prose(roadmap_finding(scorecard, _), LEAD)]
    if not scorecard.recommendations:
        return blocks
    rule = _(
        "The first 30 days hold the failing gates and what takes days; by day 90 what takes weeks; by day 180"
        " what takes months. A dark tag is a failing gate."
    )
    blocks += [
        Figure(roadmap_overview(scorecard, voice.language, _), WIDTH, with_next=True),
        Prose(rule, SMALL),
    ]
    for days, due in scorecard.roadmap.items():
        blocks.extend(_horizon(days, due, voice))
    return blocks


def _horizon(days: int, due: tuple[Recommendation, ...], voice: Voice) -> Iterator[Block]:
    _ = voice._
    yield Part(f"day-{days}", horizon(days, _))
    if not due:
        yield Prose(_("Nothing."))
        return
    columns = (
        Column(_("Rank"), 34, "end"),
        Column(_("Practice"), 196),
        Column(_("Owner"), 150),
        Column(_("Effort"), 54),
        Column(_("Gain"), 46, "end"),
    )
    yield Grid(columns, tuple(_row(each, voice) for each in due), about=1)


def _row(each: Recommendation, voice: Voice) -> tuple[Words, ...]:
    name = [Span(f"{each.question.id}  ", strong=True), Span(voice.says(each.question.name))]
    if each.gate:
        gate = voice._("gate")
        name.append(Span(f" ({gate})"))
    owner, effort = voice.owner(each.question.owner), voice.effort(each.effort)
    return (str(each.rank), name, owner, effort, f"+{voice.decimal(each.gain)}")
