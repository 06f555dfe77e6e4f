"""Every answer with its comment and evidence, and the questions that do not apply or are open."""

from collections.abc import Iterator

from app.figures.palette import GREY_TEXT, INK, WARNING
from app.maturity.answers import COMMENT_LIMIT, Answer
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.translations.answer_words import statement_words
from app.translations.dates import format_day
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.bidi import base_level
from app.typesetting.text.printable import printable
from app.typesetting.text.style import INDENT, LEAD, RAIL_TEXT, Style

_ANSWER = Style(9.5, 12.8, after=1)
_NOTE = Style(9.5, 12.8, indent=INDENT, after=4)
_OLD = Style(9.5, 12.8, indent=INDENT, strong=True, colour=WARNING, after=4)


def answers(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the answers by domain, in questionnaire order."""
    _ = wording._
    variant = scorecard.assessment.profile.variant
    counts = {"answered": scorecard.answered, "asked": scorecard.asked}
    lead = _("%(answered)s of %(asked)s practices answered") % counts
    blocks: list[Block] = [
        SectionHeading("answers", wording._("Answers and evidence"), wording_only=True),
        Paragraph(lead, LEAD),
    ]
    for each in scorecard.domains:
        questions = scorecard.questionnaire.questions_in(variant, each.domain.letter)
        title = f"{each.domain.letter}  {wording.text(each.domain.name)}"
        blocks.append(Subheading(f"answers-{each.domain.letter}", title, wording_only=True))
        for question in questions:
            blocks.extend(_answer_with_notes(question, scorecard, wording))
    return blocks


def possible_answers(question: Question, wording: Wording) -> Iterator[Block]:
    """Yield what stands in the section for each answer that a question can have, without notes."""
    for choice in (None, *question.choices):
        yield _answer(question, Answer(choice), wording, keep_with_next=False)


def _answer_with_notes(question: Question, scorecard: Scorecard, wording: Wording) -> Iterator[Block]:
    answer = scorecard.assessment.answer(question)
    notes = list(_notes(question, answer, scorecard, wording))
    yield _answer(question, answer, wording, keep_with_next=bool(notes))
    yield from notes


def _answer(question: Question, answer: Answer, wording: Wording, *, keep_with_next: bool) -> SideBySide:
    name, statement = wording.text(question.name), statement_words(question, answer, wording)
    main = Paragraph([Span(f"{name}\n", strong=True), Span(statement)], _ANSWER, path=(), wording_only=True)
    return SideBySide(
        [_choice(question, answer, wording)],
        [main],
        ruled=False,
        after=3,
        keep_with_next=keep_with_next,
        item=True,
    )


def _choice(question: Question, answer: Answer, wording: Wording) -> Paragraph:
    _ = wording._
    words, colour = f"{answer.points} {wording.level_name(answer.points)}", INK
    if not answer.is_given:
        words, colour = _("Not answered"), WARNING
    elif answer.is_unknown:
        words, colour = _("We don’t know"), WARNING
    elif not answer.applies:
        words, colour = _("Not applicable"), GREY_TEXT
    gate = [Span("\n" + _("Must-have"))] if question.gate else []
    number = Span(f"{question.id}  ", strong=True, colour=INK)
    return Paragraph([number, Span(words, strong=True, colour=colour), *gate], RAIL_TEXT, wording_only=True)


def _notes(question: Question, answer: Answer, scorecard: Scorecard, wording: Wording) -> Iterator[Block]:
    _ = wording._
    if comment := printable(answer.comment, COMMENT_LIMIT):
        label = _("Comment")
        yield _typed(label, comment)
    evidence = printable(answer.evidence, COMMENT_LIMIT)
    if evidence or answer.evidence_date:
        yield _typed(_evidence(answer, wording), evidence)
    if question in scorecard.outdated_evidence:
        yield Paragraph(_("Evidence older than 12 months"), _OLD, within=LISTED)


def _typed(label: str, words: str) -> Paragraph:
    # Text from right to left begins at the right margin, so it gets a line of its own.
    between = "\n" if base_level(words) else "  "
    return Paragraph([Span(f"{label}{between}", strong=True), Span(words)], _NOTE, within=LISTED)


def _evidence(answer: Answer, wording: Wording) -> str:
    if answer.evidence_date is None:
        return wording._("Evidence")
    return wording._("Evidence of %(day)s") % {"day": format_day(answer.evidence_date, wording.language)}
