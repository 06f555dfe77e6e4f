"""What colleagues answered independently: where they disagree, with their marks and comments."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.figures.palette import WARNING
from app.figures.voices import voice_marks
from app.maturity.answers import COMMENT_LIMIT
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import LEAST_SPREAD, Given, QuestionVoices, Voices
from app.maturity.voices.voice import ROLE_NAME_LIMIT, VoiceRole
from app.translations.voice_words import (
    agreement_words,
    choice_words,
    disputed_words,
    role_words,
    roles_words,
    said_words,
)
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.bidi import base_level
from app.typesetting.text.printable import printable, printable_line
from app.typesetting.text.style import BODY, FACTS, LEAD, WIDTH, Style

_COLUMNS = (190.0, 170.0, 120.0)
_COMMENT = Style(9.5, 12.8, after=3)
_LAST_COMMENT = Style(9.5, 12.8, after=8)


def voice_chapter(heard: Voices, scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the practices in disagreement, each with marks and comments, then the others."""
    _ = wording._
    said = printable_voices(heard)
    blocks: list[Block] = [
        SectionHeading("voices", _("Independent answers"), wording_only=True),
        Paragraph(disputed_words(said, wording), LEAD),
        Paragraph(_who_answered(said, wording), BODY),
        Paragraph(reading_note(wording), BODY, wording_only=True),
    ]
    if agreement := agreement_words(said.agreement, wording):
        blocks.append(Paragraph([Span(agreement, strong=True)], BODY))
    for each in said.disputed:
        blocks += _disputed(each, scorecard, wording)
    if said.undisputed:
        blocks += _undisputed(said.undisputed, scorecard, wording)
    return blocks


def printable_voices(heard: Voices) -> Voices:
    """Return voices with the names of roles on one line, without characters that no font has."""
    return replace(
        heard,
        roles=tuple(_printable_role(role) for role in heard.roles),
        questions=tuple(
            replace(
                each, heard=tuple(replace(given, role=_printable_role(given.role)) for given in each.heard)
            )
            for each in heard.questions
        ),
    )


def _printable_role(role: VoiceRole) -> VoiceRole:
    return replace(role, name=printable_line(role.name, ROLE_NAME_LIMIT))


def _who_answered(heard: Voices, wording: Wording) -> str:
    _ = wording._
    sentence = _(
        "Colleagues answered the questions independently, each for a role and without seeing anybody"
        " else’s answers. Their answers change no score. These answers count: %(roles)s."
    )
    return sentence % {"roles": roles_words(heard, wording)}


def reading_note(wording: Wording) -> str:
    """Return what is called a disagreement, and how the practices are ordered."""
    sentence = wording._(
        "Colleagues disagree where the highest level given is at least %(spread)s above the lowest, where"
        " one gave a level and another said “We don’t know” or “Not applicable”, or where one said “We"
        " don’t know” and another “Not applicable”. Must-haves come first, then the widest difference. The"
        " proposed answer is the lowest level given: the highest statement that everybody could prove."
    )
    return sentence % {"spread": wording.number_word(LEAST_SPREAD)}


def _disputed(said: QuestionVoices, scorecard: Scorecard, wording: Wording) -> Iterator[Block]:
    title = f"{said.question.id}  {wording.text(said.question.name)}"
    yield Subheading(f"voices-{said.question.id}", title, wording_only=True)
    yield Paragraph([*gate_mark(said.question, wording), Span(said_words(said, wording))], FACTS)
    yield ChartBlock(voice_marks(said, wording), WIDTH, after=4, keep_with_next=True)
    yield Paragraph(_settled(said, scorecard, wording), replace(FACTS, keep_with_next=False, after=4))
    yield from voice_comments(said.comments, wording)


def gate_mark(question: Question, wording: Wording) -> list[Span]:
    """Return the mark of a must-have, with the space after it; nothing for another practice."""
    return [Span(f"{wording._('Must-have')}  ", strong=True, colour=WARNING)] if question.gate else []


def _settled(said: QuestionVoices, scorecard: Scorecard, wording: Wording) -> str:
    """Return the proposed answer, and the organisation’s."""
    _ = wording._
    own = wording.answer_words(scorecard.assessment.answer(said.question))
    proposed = wording.label_value(_("Proposed answer"), choice_words(said.proposed, wording))
    return f"{proposed} · {wording.label_value(_('The organisation’s answer'), own)}"


def voice_comments(comments: Iterable[Given], wording: Wording) -> Iterator[Paragraph]:
    """Yield each comment after the role that made it."""
    given = tuple(comments)
    for number, each in enumerate(given, start=1):
        words = printable(each.answer.comment, COMMENT_LIMIT)
        # Text from right to left begins at the right margin, so it gets a line of its own.
        between = "\n" if base_level(words) else "  "
        role = Span(f"{role_words(each.role, wording)}{between}", strong=True)
        yield Paragraph([role, Span(words)], _LAST_COMMENT if number == len(given) else _COMMENT)


def _undisputed(said: tuple[QuestionVoices, ...], scorecard: Scorecard, wording: Wording) -> Iterator[Block]:
    _ = wording._
    yield Subheading("voices-without", _("Practices without disagreement"), wording_only=True)
    headings = (_("Practice"), _("What colleagues answered"), _("The organisation’s answer"))
    rows = tuple(
        (
            f"{each.question.id}  {wording.text(each.question.name)}",
            said_words(each, wording),
            wording.answer_words(scorecard.assessment.answer(each.question)),
        )
        for each in said
    )
    columns = tuple(Column(heading, width) for heading, width in zip(headings, _COLUMNS, strict=True))
    yield TableBlock(columns, rows)
    for each in said:
        if each.comments:
            title = f"{each.question.id}  {wording.text(each.question.name)}"
            yield Paragraph([Span(title, strong=True)], replace(FACTS, before=4))
            yield from voice_comments(each.comments, wording)
