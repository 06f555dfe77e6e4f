"""The board’s page: the position, what caps it, and the decisions wanted."""

from app.figures.overall_readiness import overall_position, position_finding
from app.figures.roadmap import roadmap_finding
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.sections.facts import facts
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.layout.side_by_side import Beside
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import (
    BODY,
    FIGURE,
    MAIN_BODY,
    MAIN_TITLE,
    NUMBERED,
    RAIL_TEXT,
    RANK,
    WIDTH,
    Style,
)


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("summary", voice._("Board summary"))


def summary(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Put position, caps and decisions on one page."""
    _, overall = voice._, scorecard.overall
    open_gates = overall.capped_by and not overall.is_capped
    return [
        section(voice),
        *_position(scorecard, voice),
        Part("caps", _("Gates that stand open") if open_gates else _("What caps the level")),
        *_caps(scorecard, voice),
        Part("decisions", _("Decisions wanted of the board")),
        *_decisions(scorecard, voice),
        Part("glance", _("At a glance")),
        _glance(scorecard, voice),
    ]


def _position(scorecard: Scorecard, voice: Voice) -> list[Block]:
    _, overall = voice._, scorecard.overall
    finding = position_finding(scorecard, voice.language, _)
    if overall.score is None or overall.level is None:
        return [Prose(finding, _LEVEL)]
    exact = _("Overall readiness, the mean of the domain scores: exactly %(exact)s of 100.")
    words = [
        Prose(finding, _LEVEL),
        Prose(voice.says(voice.questionnaire.ladder[overall.level]), BODY),
        Prose(exact % {"exact": overall.score.exact}, RAIL_TEXT),
    ]
    number = [Prose(str(overall.score.rounded), FIGURE)]
    chart = overall_position(scorecard, voice.language, _)
    return [Beside(number, words, ruled=False, after=8), Figure(chart, WIDTH, after=2)]


_LEVEL = Style(15, 19, strong=True, after=4)
# Of more gates only the levels are said, or the summary would not stay on its page.
_FEW = 3
_GATE = Style(8.8, 11.8, after=2)


def _caps(scorecard: Scorecard, voice: Voice) -> list[Block]:
    _, gates = voice._, scorecard.overall.capped_by
    if not gates:
        return [Prose(_("Nothing: every gate that applies stands at Defined or above."))]
    if scorecard.overall.is_capped:
        meaning = _("While one of these gates stands below Defined, the overall level is held at Defined.")
    else:
        meaning = _("These gates are open. They lower nothing today; they would hold the level at Defined.")
    lines: list[Block] = [Prose(meaning)]
    for gate in gates:
        answer = scorecard.assessment.answer(gate)
        if not answer.is_given:
            today = _("not answered")
        elif answer.is_unknown:
            today = _("We don’t know")
        else:
            few = len(gates) <= _FEW
            today = voice.says(gate.levels[answer.points]) if few else voice.level(answer.points)
        name = f"{gate.id} {voice.says(gate.name)}"
        lines.append(Prose([Span(name, strong=True), Span(f"  {today}")], _GATE, path=LISTED))
    return lines


def _decisions(scorecard: Scorecard, voice: Voice) -> list[Block]:
    if not scorecard.decisions:
        return [Prose(roadmap_finding(scorecard, voice._))]
    return [_decision(each, voice) for each in scorecard.decisions]


def _decision(each: Recommendation, voice: Voice) -> Beside:
    _ = voice._
    title = _("%(practice)s: from %(level)s to %(target)s") % {
        "practice": f"{each.question.id} {voice.says(each.question.name)}",
        "level": voice.level(each.level),
        "target": voice.level(each.target),
    }
    words = [
        Prose(title, MAIN_TITLE),
        Prose(voice.says(each.steps[0]), MAIN_BODY),
        facts(each, voice),
    ]
    return Beside([Prose(str(each.rank), RANK)], words, with_next=False, item=True, indent=NUMBERED)


def _glance(scorecard: Scorecard, voice: Voice) -> Grid:
    _, weighted = voice._, scorecard.survey.weighted
    found = _("over %(found)s of %(of)s findings of 2012") % {
        "found": len(scorecard.survey.findings),
        "of": scorecard.survey.of,
    }
    rows = (
        (_("Survey-weighted readiness"), str(weighted.rounded) if weighted else "–", found),
        (_("Practices below their target"), str(len(scorecard.recommendations)), _("see Recommendations")),
        (_("Answers “We don’t know”"), str(len(scorecard.unknown)), _("each counts as level 0, to find out")),
        (_("Practices that do not apply"), str(len(scorecard.not_applicable)), _("left out of every sum")),
    )
    columns = (Column("", 190), Column("", 60, "end"), Column("", 230))
    return Grid(columns, rows)
