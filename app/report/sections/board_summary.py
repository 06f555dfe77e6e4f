"""The board’s summary in the scorecard: position, missing must-haves and decisions."""

from app.figures.overall_readiness import readiness_bar
from app.figures.readiness_words import (
    held_back,
    level_meaning,
    level_words,
    must_have_note,
    must_haves_title,
    overall_scale,
)
from app.figures.roadmap import roadmap_finding
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.sections.board_texts import gate_today, no_gate_missing
from app.report.sections.facts import recommendation_facts
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import (
    BODY,
    FIGURE,
    MAIN_BODY,
    MAIN_TITLE,
    NUMBERED,
    RANK,
    WIDTH,
    Style,
)


def board_summary(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return position, missing must-haves and decisions, which fit one page."""
    _ = wording._
    return [
        SectionHeading("summary", wording._("Board summary"), wording_only=True),
        *_position(scorecard, wording),
        Subheading("caps", must_haves_title(scorecard, wording)),
        *_gates(scorecard, wording),
        Subheading("decisions", _("Decisions for the board"), wording_only=True),
        *_decisions(scorecard, wording),
        Subheading("glance", _("At a glance"), wording_only=True),
        _glance(scorecard, wording),
    ]


def _position(scorecard: Scorecard, wording: Wording) -> list[Block]:
    _, overall = wording._, scorecard.overall
    level, lack = level_words(scorecard, wording), held_back(scorecard, wording)
    meaning, note = level_meaning(scorecard, wording), must_have_note(scorecard, wording)
    if overall.score is None or meaning is None:
        return [Paragraph(level, _LEVEL), Paragraph(lack, BODY)]
    scale = overall_scale(wording)
    words = [
        Paragraph([Span(f"{scale}. "), Span(level, strong=True)], _POSITION),
        Paragraph(meaning, BODY),
        Paragraph(f"{lack} {note}" if note else lack, BODY),
    ]
    number = [Paragraph(str(overall.score.rounded), FIGURE)]
    chart = readiness_bar(scorecard, wording)
    return [SideBySide(number, words, ruled=False, after=4), ChartBlock(chart, WIDTH, after=2)]


_LEVEL = Style(15, 19, strong=True, after=2)
_POSITION = Style(12, 15.6, after=2)
# With more failing gates only the names of their levels are shown, one close below another, so that the
# summary fits its page.
_FEW = 2
_GATE = Style(9.5, 12.8, after=2)
_GATE_BY_NAME = Style(9.5, 12.8, after=0)


def _gates(scorecard: Scorecard, wording: Wording) -> list[Block]:
    gates = scorecard.overall.failing_gates
    if not gates:
        return [Paragraph(no_gate_missing(wording))]
    in_full = len(gates) <= _FEW
    blocks: list[Block] = []
    for gate in gates:
        name = f"{gate.id} {wording.text(gate.name)}"
        today = gate_today(gate, scorecard, wording, in_full=in_full)
        blocks.append(
            Paragraph(
                [Span(name, strong=True), Span(f"  {today}")],
                _GATE if in_full else _GATE_BY_NAME,
                path=LISTED,
            )
        )
    return blocks


def _decisions(scorecard: Scorecard, wording: Wording) -> list[Block]:
    if not scorecard.decisions:
        return [Paragraph(roadmap_finding(scorecard, wording))]
    return [_decision(each, scorecard, wording) for each in scorecard.decisions]


def _decision(each: Recommendation, scorecard: Scorecard, wording: Wording) -> SideBySide:
    words = [
        Paragraph(f"{each.question.id}  {wording.text(each.question.name)}", MAIN_TITLE),
        Paragraph(wording.text(each.question.decision or each.actions[0]), MAIN_BODY),
        recommendation_facts(each, scorecard, wording),
    ]
    return SideBySide(
        [Paragraph(str(each.rank), RANK)], words, keep_with_next=False, item=True, indent=NUMBERED
    )


def _glance(scorecard: Scorecard, wording: Wording) -> TableBlock:
    _ = wording._
    rows = (
        (_("Practices below their target"), str(len(scorecard.recommendations)), _("see Recommendations")),
        (_("Answers “We don’t know”"), str(len(scorecard.unknown)), _("each counts as level 0: find out")),
        (_("Practices that do not apply"), str(len(scorecard.not_applicable)), _("not counted in any score")),
    )
    columns = (Column("", 190), Column("", 60, "end"), Column("", 230))
    return TableBlock(columns, rows)
