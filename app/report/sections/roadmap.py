"""The roadmap: the recommendations by the day they are due."""

from collections.abc import Iterator

from app.figures.roadmap import horizon, roadmap_finding, roadmap_overview
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose, Words
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.text.style import LEAD, SMALL, WIDTH


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
    owners = dict.fromkeys(each.question.owner for each in due)
    columns = (Column(_("Owner"), 150), Column(_("Practices, each after its rank"), 330))
    yield Grid(columns, tuple(_row(owner, due, voice) for owner in owners))


def _row(owner: str, due: tuple[Recommendation, ...], voice: Voice) -> tuple[Words, ...]:
    practices = [_practice(each, voice) for each in due if each.question.owner == owner]
    return voice.owner(owner), "\n".join(practices)


def _practice(each: Recommendation, voice: Voice) -> str:
    name = f"{each.rank}  {each.question.id} {voice.says(each.question.name)}"
    gate = voice._("gate")
    return f"{name} ({gate})" if each.gate else name
