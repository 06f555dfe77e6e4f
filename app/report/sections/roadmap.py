"""The roadmap: the recommendations by the days within which they are due."""

from collections.abc import Iterator

from app.figures.roadmap import horizon, roadmap_finding, roadmap_overview
from app.maturity.recommendation import HORIZONS, Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import GATE_MINIMUM
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, RichText
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import BODY, LEAD, WIDTH


def roadmap(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the chart, and a table of owners and practices for each horizon."""
    _ = wording._
    blocks: list[Block] = [
        SectionHeading("roadmap", wording._("Roadmap"), wording_only=True),
        Paragraph(roadmap_finding(scorecard, wording), LEAD),
    ]
    if not scorecard.recommendations:
        return blocks
    first, second, last = HORIZONS
    rule = _(
        "Within %(first)s days: the must-haves that are still missing and what takes days. By day %(second)s:"
        " what takes weeks. By day %(last)s: what takes months. No practice is due before one that it builds"
        " on, as long as that one is below %(level)s. A dark tag is a must-have that is still missing."
    ) % {"first": first, "second": second, "last": last, "level": wording.level_name(GATE_MINIMUM)}
    blocks += [
        ChartBlock(roadmap_overview(scorecard, wording), WIDTH, keep_with_next=True),
        Paragraph(rule, BODY, wording_only=True),
    ]
    for days, due in scorecard.roadmap.items():
        blocks.extend(_horizon(days, due, wording))
    return blocks


def _horizon(days: int, due: tuple[Recommendation, ...], wording: Wording) -> Iterator[Block]:
    _ = wording._
    yield Subheading(f"day-{days}", horizon(days, wording), wording_only=True)
    if not due:
        yield Paragraph(_("Nothing is due."))
        return
    owners = dict.fromkeys(each.question.owner for each in due)
    columns = (Column(_("Owner"), 150), Column(_("Actions (rank)"), 330))
    yield TableBlock(columns, tuple(_row(owner, due, wording) for owner in owners))


def _row(owner: str, due: tuple[Recommendation, ...], wording: Wording) -> tuple[RichText, ...]:
    practices = [_practice(each, wording) for each in due if each.question.owner == owner]
    return wording.owner_name(owner), "\n".join(practices)


def _practice(each: Recommendation, wording: Wording) -> str:
    name = f"{each.question.id}  {wording.text(each.question.name)} ({each.rank})"
    must_have = wording._("must-have")
    return f"{name}, {must_have}" if each.gate else name
