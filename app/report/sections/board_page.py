"""What the board’s page says, part by part."""

from app.figures.domains import domain_finding
from app.figures.exposure import exposure_finding
from app.figures.overall_readiness import position_finding
from app.figures.overview import standing_bars
from app.figures.palette import ACCENT, GREY_TEXT, WARNING
from app.figures.roadmap import roadmap_finding
from app.maturity.questionnaire import Question
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.survey import FindingResult
from app.report.sections.cover import organisation, status
from app.report.sections.facts import due, gain
from app.report.sections.profile import profile_words
from app.translations.numerals import named
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.columns import Columns, Stack
from app.typesetting.layout.heading import Part
from app.typesetting.layout.paragraph import Prose
from app.typesetting.tagged.tags import LABEL, LISTED
from app.typesetting.text.style import GUTTER, WIDTH, Style

# So many failing gates have a line each; of more the page gives the letters.
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

# Where the number ends, where what a heading finds begins, and how wide ranks and owners are.
_FIGURE = 82.0
_HEADING = 110.0
_RANKED = 24.0
_OWNED = 146.0
_POSITION, _CAPS = 240.0, 224.0
_SURVEY, _REST = 292.0, 172.0


def head(scorecard: Scorecard, voice: Voice, lines: int) -> Stack:
    """Say whose position it is and of which day, in at most so many lines a text."""
    _, profile = voice._, scorecard.assessment.profile
    variant = voice.says(scorecard.questionnaire.variants[profile.variant].name)
    known = " · ".join((variant, status(scorecard, voice), *profile_words(profile, voice)))
    name = Prose(organisation(scorecard, voice), _NAME, private=True)
    blocks = (
        Prose(_("Board briefing"), _EYEBROW),
        Part("board", _("Social media policy readiness"), _TITLE, level=1),
        name,
        Prose(known, _FACTS),
    )
    return Stack(blocks, WIDTH).clipped(lines)


def position(scorecard: Scorecard, voice: Voice, lines: int) -> Stack:
    """Give overall readiness as a number, and its level in words."""
    overall = scorecard.overall
    heading = Part("position", voice._("Position"), _HEAD)
    finding = Prose(position_finding(scorecard, voice.language, voice._), _FINDING)
    if overall.score is None or overall.level is None:
        return Stack((heading, finding), _POSITION).clipped(lines)
    number = Prose(str(overall.score.rounded), _NUMBER)
    words = (finding, Prose(voice.says(voice.questionnaire.ladder[overall.level]), _TEXT))
    beside = Stack(words, _POSITION - _FIGURE, _FIGURE).clipped(lines)
    return Stack((heading, Columns((Stack((number,), _FIGURE), beside))), _POSITION)


def caps(scorecard: Scorecard, voice: Voice, lines: int) -> Stack:
    """Name the failing gates with where they stand today."""
    _, gates = voice._, scorecard.overall.capped_by
    title = _("What caps the level")
    if not gates:
        meaning = _("Nothing: every gate that applies stands at Defined or above.")
    elif scorecard.overall.is_capped:
        meaning = _("While one of these gates stands below Defined, the overall level is held at Defined.")
    else:
        title = _("Gates that stand open")
        meaning = _("These gates are open. They lower nothing today; they would hold the level at Defined.")
    listed = [_gate(gate, scorecard, voice) for gate in gates[:_GATES]]
    if gates[_GATES:]:
        listed.append(", ".join(gate.id for gate in gates[_GATES:]))
    blocks: list[Block] = [Part("caps", title, _HEAD), Prose(meaning, _TEXT)]
    blocks += [Prose(each, _GATE, path=LISTED) for each in listed]
    return Stack(blocks, _CAPS, WIDTH - _CAPS).clipped(lines)


def _gate(gate: Question, scorecard: Scorecard, voice: Voice) -> str:
    answer = scorecard.assessment.answer(gate)
    today = voice.level(answer.points)
    if not answer.is_given:
        today = voice._("not answered")
    elif answer.is_unknown:
        today = voice._("We don’t know")
    return named(f"{gate.id} {voice.says(gate.name)}", today, voice._)


def domains(scorecard: Scorecard, voice: Voice, lines: int) -> Stack:
    """Draw overall readiness and the nine domains, and say which scores rest on little."""
    _, language = voice._, voice.language
    heading = Stack((Part("domains", _("The nine domains"), _HEAD),), _HEADING)
    finding = Prose(domain_finding(scorecard, language, _), _BESIDE)
    beside = Stack((finding,), WIDTH - _HEADING, _HEADING).clipped(lines)
    few = ", ".join(
        f"{each.domain.letter} "
        + _("%(count)s of %(asked)s") % {"count": each.applicable, "asked": each.asked}
        for each in scorecard.domains
        if each.rests_on_few
    )
    sentence = _("Scores on fewer than half of the practices asked: %(domains)s")
    blocks = (
        Columns((heading, beside), after=2),
        Figure(standing_bars(scorecard, language, _), WIDTH, after=2),
        *([Prose(sentence % {"domains": few}, _SMALL)] if few else ()),
    )
    return Stack(blocks, WIDTH).clipped(lines)


def decisions(scorecard: Scorecard, voice: Voice, lines: int) -> Stack:
    """Ask for the decisions, each with its reason, its owner and its day."""
    blocks: list[Block] = [Part("decisions", voice._("Decisions wanted of the board"), _HEAD)]
    if not scorecard.decisions:
        blocks.append(Prose(roadmap_finding(scorecard, voice._), _STRONG))
    for number, each in enumerate(scorecard.decisions):
        blocks.append(_decision(each, voice, lines, ruled=number > 0))
    return Stack(blocks, WIDTH).clipped(lines)


def _decision(each: Recommendation, voice: Voice, lines: int, *, ruled: bool) -> Columns:
    _ = voice._
    title = _("%(practice)s: from %(level)s to %(target)s") % {
        "practice": f"{each.question.id} {voice.says(each.question.name)}",
        "level": voice.level(each.level),
        "target": voice.level(each.target),
    }
    words = (Prose(title, _POINT), Prose(voice.says(each.question.why), _TEXT))
    facts = (
        Prose(voice.owner(each.question.owner), _OWNER),
        *([Prose(_("Failing gate"), _FAILING)] if each.gate else ()),
        Prose(due(each, voice), _FACT),
        Prose(gain(each, voice), _FACT),
    )
    stacks = (
        Stack((Prose(str(each.rank), _RANK, path=(LABEL,)),), _RANKED),
        Stack(words, WIDTH - _RANKED - _OWNED - GUTTER, _RANKED).clipped(lines),
        Stack(facts, _OWNED, WIDTH - _OWNED).clipped(lines),
    )
    return Columns(stacks, ruled=ruled, item=True, after=3)


def survey(scorecard: Scorecard, voice: Voice, lines: int) -> Stack:
    """Say where what mattered in 2012 meets what is missing today, and where the share comes from."""
    _, findings = voice._, scorecard.survey.findings
    blocks: list[Block] = [
        Part("survey", _("The 2012 survey"), _HEAD),
        Prose(exposure_finding(scorecard, voice.language, _), _STRONG),
    ]
    if findings and findings[0].exposure.exact:
        blocks += _exposed(findings[0], voice)
    return Stack(blocks, _SURVEY).clipped(lines)


def _exposed(largest: FindingResult, voice: Voice) -> tuple[Prose, Prose]:
    _, figure, whole = voice._, largest.finding.figure, voice.questionnaire.survey
    joined = _(
        "Share in 2012: %(share)s; your readiness on the subject: %(readiness)s of 100. Exposure joins what"
        " mattered then with what is missing today; neither measures the other."
    )
    said = {"share": voice.says(figure.shown), "readiness": largest.readiness.rounded}
    facts = _("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.") % {
        "base": voice.says(figure.base),
        "source": voice.says(figure.source),
        "confidence": f"{figure.confidence} ({voice.says(whole.confidence[figure.confidence])})",
    }
    return Prose(joined % said, _TEXT), Prose(f"{whole.title}, {whole.issuer}. {facts}", _SMALL)


def rest(voice: Voice, lines: int) -> Stack:
    """Say where the full scorecard and the method are."""
    _ = voice._
    full = _("The full scorecard, offered beside this page, holds all answers, sums and recommendations.")
    method = _("How the scores are made: its section “Method and sources”.")
    blocks = (Part("rest", _("Where the rest is"), _HEAD), Prose(full, _TEXT), Prose(method, _TEXT))
    return Stack(blocks, _REST, WIDTH - _REST).clipped(lines)
