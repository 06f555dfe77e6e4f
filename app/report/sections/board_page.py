"""The parts of the board’s page."""

from app.figures.domains import domain_finding
from app.figures.exposure import exposure_finding
from app.figures.overall_readiness import readiness_finding
from app.figures.overview import overview_bars
from app.figures.palette import ACCENT, GREY_TEXT, WARNING
from app.figures.roadmap import roadmap_finding
from app.maturity.questionnaire import Question
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.survey import FindingResult
from app.report.sections.board_texts import (
    decision_title,
    decisions_title,
    gate_today,
    gates_meaning,
    gates_title,
)
from app.report.sections.cover import completion_status, organisation_name, profile_words
from app.report.sections.domains import domains_title
from app.report.sections.facts import due_words, gain_words
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.columns import Columns, Stack
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.tagged.tags import LABEL, LISTED
from app.typesetting.text.style import GUTTER, WIDTH, Style

# The number of failing gates that have a line each; of the others only the ids are shown.
_GATES = 6

_EYEBROW = Style(10.4, 14, strong=True, colour=ACCENT, after=0)
_TITLE = Style(22, 26, strong=True, after=3)
_NAME = Style(12.4, 15.6, strong=True, after=1)
_FACTS = Style(8.8, 11.8, colour=GREY_TEXT, after=0)
_HEAD = Style(11.2, 14, strong=True, after=2)
_NUMBER = Style(44, 44, strong=True, colour=ACCENT, after=0)
_FINDING = Style(13, 16.4, strong=True, after=2)
_BESIDE = Style(8.8, 14.4, strong=True, after=0)
_TEXT = Style(8.8, 11.8, after=2)
_STRONG = Style(8.8, 11.8, strong=True, after=2)
_GATE = Style(8.8, 11.8, strong=True, after=0)
_SMALL = Style(7.6, 9.8, colour=GREY_TEXT, after=2)
_POINT = Style(10, 13, strong=True, after=1)
_RANK = Style(15, 15, strong=True, colour=ACCENT, after=0)
_FACT = Style(8.2, 10.8, after=0)
_OWNER = Style(8.2, 13, strong=True, after=0)
_FAILING = Style(8.2, 10.8, strong=True, colour=WARNING, after=0)

# Widths and offsets in points: the number, the heading before a finding, ranks, owners, and the columns.
_FIGURE = 82.0
_HEADING = 110.0
_RANKED = 24.0
_OWNED = 146.0
_POSITION, _CAPS = 240.0, 224.0
_SURVEY, _REST = 292.0, 172.0


def head(scorecard: Scorecard, wording: Wording, lines: int) -> Stack:
    """Return the organisation, the variant, the date and the profile."""
    _, profile = wording._, scorecard.assessment.profile
    variant = wording.text(scorecard.questionnaire.variants[profile.variant].name)
    known = " · ".join((variant, completion_status(scorecard, wording), *profile_words(profile, wording)))
    name = Paragraph(organisation_name(scorecard, wording), _NAME)
    blocks = (
        Paragraph(_("Board briefing"), _EYEBROW),
        Subheading("board", _("Social media policy readiness"), _TITLE, level=1),
        name,
        Paragraph(known, _FACTS),
    )
    return Stack(blocks, WIDTH).truncate_lines(lines)


def position(scorecard: Scorecard, wording: Wording, lines: int) -> Stack:
    """Return overall readiness as a number, and its level in words."""
    overall = scorecard.overall
    heading = Subheading("position", wording._("Position"), _HEAD)
    finding = Paragraph(readiness_finding(scorecard, wording), _FINDING)
    if overall.score is None or overall.level is None:
        return Stack((heading, finding), _POSITION).truncate_lines(lines)
    number = Paragraph(str(overall.score.rounded), _NUMBER)
    words = (finding, Paragraph(wording.text(wording.questionnaire.level_meanings[overall.level]), _TEXT))
    beside = Stack(words, _POSITION - _FIGURE, _FIGURE).truncate_lines(lines)
    return Stack((heading, Columns((Stack((number,), _FIGURE), beside))), _POSITION)


def failing_gates(scorecard: Scorecard, wording: Wording, lines: int) -> Stack:
    """Return the failing gates with their levels today."""
    gates = scorecard.overall.failing_gates
    listed = [_gate(gate, scorecard, wording) for gate in gates[:_GATES]]
    if gates[_GATES:]:
        listed.append(", ".join(gate.id for gate in gates[_GATES:]))
    blocks: list[Block] = [
        Subheading("caps", gates_title(scorecard, wording), _HEAD),
        Paragraph(gates_meaning(scorecard, wording), _TEXT),
    ]
    blocks += [Paragraph(each, _GATE, path=LISTED) for each in listed]
    return Stack(blocks, _CAPS, WIDTH - _CAPS).truncate_lines(lines)


def _gate(gate: Question, scorecard: Scorecard, wording: Wording) -> str:
    return wording.label_value(f"{gate.id} {wording.text(gate.name)}", gate_today(gate, scorecard, wording))


def domains(scorecard: Scorecard, wording: Wording, lines: int) -> Stack:
    """Return the bars of overall readiness and every domain, and the scores based on few questions."""
    _ = wording._
    heading = Stack((Subheading("domains", domains_title(wording), _HEAD),), _HEADING)
    finding = Paragraph(domain_finding(scorecard, wording), _BESIDE)
    beside = Stack((finding,), WIDTH - _HEADING, _HEADING).truncate_lines(lines)
    few = ", ".join(
        f"{each.domain.letter} "
        + _("%(count)s of %(asked)s") % {"count": each.applicable, "asked": each.asked}
        for each in scorecard.domains
        if each.rests_on_few_questions
    )
    sentence = _("Scores on fewer than half of the practices asked: %(domains)s")
    blocks = (
        Columns((heading, beside), after=2),
        ChartBlock(overview_bars(scorecard, wording), WIDTH, after=2),
        *([Paragraph(sentence % {"domains": few}, _SMALL)] if few else ()),
    )
    return Stack(blocks, WIDTH).truncate_lines(lines)


def decisions(scorecard: Scorecard, wording: Wording, lines: int) -> Stack:
    """Return the decisions, each with its reason, owner and day."""
    blocks: list[Block] = [Subheading("decisions", decisions_title(wording), _HEAD)]
    if not scorecard.decisions:
        blocks.append(Paragraph(roadmap_finding(scorecard, wording), _STRONG))
    for number, each in enumerate(scorecard.decisions):
        blocks.append(_decision(each, wording, lines, ruled=number > 0))
    return Stack(blocks, WIDTH).truncate_lines(lines)


def _decision(each: Recommendation, wording: Wording, lines: int, *, ruled: bool) -> Columns:
    words = (
        Paragraph(decision_title(each, wording), _POINT),
        Paragraph(wording.text(each.question.why), _TEXT),
    )
    facts = (
        Paragraph(wording.owner_name(each.question.owner), _OWNER),
        *([Paragraph(wording._("Failing gate"), _FAILING)] if each.gate else ()),
        Paragraph(due_words(each, wording), _FACT),
        Paragraph(gain_words(each, wording), _FACT),
    )
    stacks = (
        Stack((Paragraph(str(each.rank), _RANK, path=(LABEL,)),), _RANKED),
        Stack(words, WIDTH - _RANKED - _OWNED - GUTTER, _RANKED).truncate_lines(lines),
        Stack(facts, _OWNED, WIDTH - _OWNED).truncate_lines(lines),
    )
    return Columns(stacks, ruled=ruled, item=True, after=3)


def survey(scorecard: Scorecard, wording: Wording, lines: int) -> Stack:
    """Return the finding with the largest exposure, with base, source and confidence of its share."""
    _, findings = wording._, scorecard.survey.findings
    blocks: list[Block] = [
        Subheading("survey", _("The 2012 survey"), _HEAD),
        Paragraph(exposure_finding(scorecard, wording), _STRONG),
    ]
    if findings and findings[0].exposure.exact:
        blocks += _exposed(findings[0], wording)
    return Stack(blocks, _SURVEY).truncate_lines(lines)


def _exposed(largest: FindingResult, wording: Wording) -> tuple[Paragraph, Paragraph]:
    _, figure, survey = wording._, largest.finding.figure, wording.questionnaire.survey
    joined = _(
        "Share in 2012: %(share)s; your readiness on the subject: %(readiness)s of 100. Exposure joins what"
        " mattered then with what is missing today; neither measures the other."
    )
    values = {"share": wording.text(figure.shown), "readiness": largest.readiness.rounded}
    facts = _("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.") % {
        "base": wording.text(figure.base),
        "source": wording.text(figure.source),
        "confidence": f"{figure.confidence} ({wording.text(survey.confidence[figure.confidence])})",
    }
    return Paragraph(joined % values, _TEXT), Paragraph(f"{survey.title}, {survey.issuer}. {facts}", _SMALL)


def further_reading(wording: Wording, lines: int) -> Stack:
    """Return where to find the full scorecard and the method."""
    _ = wording._
    full = _("The full scorecard, offered beside this page, holds all answers, sums and recommendations.")
    method = _("How the scores are made: its section “Method and sources”.")
    blocks = (
        Subheading("rest", _("Where the rest is"), _HEAD),
        Paragraph(full, _TEXT),
        Paragraph(method, _TEXT),
    )
    return Stack(blocks, _REST, WIDTH - _REST).truncate_lines(lines)
