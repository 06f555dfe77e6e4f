"""The recommendations in rank order, each on one page: where it stands, where to, what to do and why."""

from collections.abc import Iterator

from app.figures.roadmap import roadmap_finding
from app.maturity.questionnaire import Guidance, Question
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import GATE_MINIMUM
from app.report.sections.citation import link_to_guidance
from app.report.sections.facts import recommendation_facts
from app.translations.advice_words import order_reasons
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.labelled_row import Entry, LabelledRow
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.together import Together
from app.typesetting.text.style import BODY, LEAD, MAIN_TITLE, NUMBERED, RANK

_BULLET = "•"


def recommendations(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return every practice below its target, in rank order."""
    _ = wording._
    heading = SectionHeading("recommendations", _("Recommendations"), wording_only=True)
    ranked = scorecard.recommendations
    if not ranked:
        return [heading, Paragraph(roadmap_finding(scorecard, wording), LEAD)]
    lead = _("Practices below their target: %(count)s. The first: “%(first)s”") % {
        "count": len(ranked),
        "first": wording.text(ranked[0].question.name),
    }
    order = _(
        "Must-haves that are still missing come first, then the foundations that are still weak. After these"
        " come all others, the largest priority first; each waits for those that it builds on while they"
        " are below %(level)s."
        " The gain is the points of overall readiness that reaching the target adds. The sums are in the"
        " last part. What to read in each guidance document is under its number in “Sources”."
    ) % {"level": wording.level_name(GATE_MINIMUM)}
    return [
        heading,
        Paragraph(lead, LEAD),
        Paragraph(order, BODY, wording_only=True),
        *(_recommendation(each, scorecard, wording) for each in ranked),
    ]


def possible_recommendations(question: Question, wording: Wording) -> Iterator[Block]:
    """Yield the wording of a practice’s recommendation from each level, without its numbers."""
    yield SideBySide([Paragraph("", RANK)], [practice_title(question, wording)], level=2, indent=NUMBERED)
    for level in range(len(question.levels)):
        yield _today(question, level, wording)
        yield _target(question, level, wording)
    yield _unknown(wording)
    yield _steps(question, 0, len(question.actions), wording)
    yield _row(wording._("Why"), wording.text(question.why))
    yield from _proofs(question, wording)


def _recommendation(each: Recommendation, scorecard: Scorecard, wording: Wording) -> Together:
    question = each.question
    head = SideBySide(
        [Paragraph(str(each.rank), RANK)],
        [practice_title(question, wording), recommendation_facts(each, scorecard, wording)],
        level=2,
        after=2,
        indent=NUMBERED,
    )
    return Together(
        (
            head,
            _today_of(each, wording),
            _target(question, each.target, wording),
            _steps(question, each.level, each.target, wording),
            _why(each, wording),
            *_proofs(question, wording),
        )
    )


def task_rows(each: Recommendation, wording: Wording) -> tuple[Block, ...]:
    """Return today’s statement, the steps to the target, the reason and the evidence to keep."""
    evidence, *_guidance = _proofs(each.question, wording)
    return (
        _today_of(each, wording),
        _steps(each.question, each.level, each.target, wording),
        _why(each, wording),
        evidence,
    )


def _today_of(each: Recommendation, wording: Wording) -> LabelledRow:
    return _unknown(wording) if each.answer.is_unknown else _today(each.question, each.level, wording)


def practice_title(question: Question, wording: Wording) -> Paragraph:
    """Return the id and the name of a practice, the heading of its recommendation."""
    return Paragraph(f"{question.id}  {wording.text(question.name)}", MAIN_TITLE, wording_only=True)


def _unknown(wording: Wording) -> LabelledRow:
    _ = wording._
    words = _("Nobody knew the answer, so it counts as level 0. Find out first.")
    return _row(_("Answer"), [Span(_("We don’t know") + ". ", strong=True), Span(words)])


def _today(question: Question, level: int, wording: Wording) -> LabelledRow:
    return _row(wording._("Level"), _statement(question, level, wording))


def _target(question: Question, level: int, wording: Wording) -> LabelledRow:
    return _row(wording._("Target"), _statement(question, level, wording))


def _statement(question: Question, level: int, wording: Wording) -> list[Span]:
    name = f"{level} {wording.level_name(level)}. "
    return [Span(name, strong=True), Span(wording.text(question.levels[level]))]


def _steps(question: Question, level: int, target: int, wording: Wording) -> LabelledRow:
    steps = enumerate(question.actions[level:target], start=1)
    return LabelledRow(
        wording._("Next steps"), [Entry(wording.text(step), f"{number}.") for number, step in steps]
    )


def _why(each: Recommendation, wording: Wording) -> LabelledRow:
    """Return the reason for the practice, and what it builds on."""
    why = wording.text(each.question.why)
    if not each.requirements:
        return _row(wording._("Why"), why)
    # What is still to be done depends on the answers, so it is not kept for the next document.
    words = " ".join((why, *order_reasons(each, wording)))
    return LabelledRow(wording._("Why"), [Entry(words, kept=False)])


def _proofs(question: Question, wording: Wording) -> Iterator[LabelledRow]:
    """Yield the evidence and the guidance, which no answer changes."""
    _ = wording._
    yield LabelledRow(
        _("Evidence to keep"), [Entry(wording.text(each), _BULLET) for each in question.evidence]
    )
    if question.guidance:
        cited = (wording.questionnaire.guidance[id] for id in question.guidance)
        yield LabelledRow(_("Guidance"), [Entry(_title(each, wording), _BULLET) for each in cited])


def _title(guidance: Guidance, wording: Wording) -> list[Span]:
    """Return a document’s title, number and issuer; what to read in it stands once, in the sources."""
    return [link_to_guidance(guidance, wording), Span(f", {wording.text(guidance.issuer)}")]


def _row(label: str, words: RichText) -> LabelledRow:
    return LabelledRow(label, [Entry(words)])
