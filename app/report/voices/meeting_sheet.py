"""The sheet for a meeting: the practices in disagreement, each a block to settle around a table."""

from collections.abc import Iterator

from app.figures.palette import ACCENT
from app.figures.voices import voice_marks
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import QuestionVoices, Voices
from app.report.metadata import build_scorecard_metadata
from app.report.sections.cover import organisation_name
from app.report.voices.voice_chapter import gate_mark, printable_voices, reading_note, voice_comments
from app.translations.voice_words import (
    agreement_words,
    choice_words,
    disputed_words,
    role_words,
    roles_words,
    said_words,
)
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.checkbox import Checkbox, WritingLines
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.together import Together
from app.typesetting.text.style import BODY, FACTS, LEAD, SECTION, WIDTH, Style

_NAME = Style(12.4, 15.6, strong=True, colour=ACCENT, after=2)
_MARK = Style(15, 18, strong=True, colour=ACCENT, after=1)
_QUESTION = Style(10.4, 14, strong=True, after=2)
# Room for a sentence or two on why.
_LINES = 4


def render_meeting_sheet(scorecard: Scorecard, heard: Voices, wording: Wording) -> bytes:
    """Return the practices in disagreement as a PDF to write on; equal content always gives equal bytes.

    No file is attached: the sheet goes to everybody at the table.
    """
    title = wording._("Independent answers: what to settle")
    metadata = build_scorecard_metadata("meeting", scorecard, wording, title, None)
    said = printable_voices(heard)
    return build_pdf(metadata, lambda _pages: [[*_blocks(scorecard, said, title, wording)]])


def _blocks(scorecard: Scorecard, said: Voices, title: str, wording: Wording) -> Iterator[Block]:
    _ = wording._
    yield Paragraph(organisation_name(scorecard, wording), _NAME)
    yield Subheading("meeting", title, SECTION, level=1)
    yield Paragraph(disputed_words(said, wording), LEAD)
    roles = _("These answers count: %(roles)s.") % {"roles": roles_words(said, wording)}
    yield Paragraph(
        " ".join(each for each in (roles, agreement_words(said.agreement, wording)) if each), BODY
    )
    yield Paragraph(reading_note(wording), BODY, wording_only=True)
    if said.disputed:
        how = _(
            "For each practice, tick the answer that you agree on and write down why. Then enter it in the"
            " assessment."
        )
        yield Paragraph([Span(how, strong=True)], BODY)
        yield WritingLines(_("Date"), 1)
        yield WritingLines(_("People present"), 1, after=10)
    for each in said.disputed:
        yield Together((*_practice(each, wording),))


def _practice(said: QuestionVoices, wording: Wording) -> Iterator[Block]:
    question = said.question
    main = [
        Paragraph(wording.text(question.name), _QUESTION),
        Paragraph(wording.text(question.text), _QUESTION),
        Paragraph([*gate_mark(question, wording), Span(said_words(said, wording))], FACTS),
    ]
    yield SideBySide([Paragraph(question.id, _MARK)], main, after=2, level=2)
    yield ChartBlock(voice_marks(said, wording), WIDTH, after=4)
    yield from voice_comments(said.comments, wording)
    yield from _choices(said, wording)
    yield WritingLines(wording._("Reason"), _LINES, above=True, before=4, after=8)


def _choices(said: QuestionVoices, wording: Wording) -> Iterator[Checkbox]:
    """Yield a box for each answer, with its statement and the roles that gave it."""
    _, question = wording._, said.question
    for level, statement in enumerate(question.levels):
        words = [
            Span(f"{wording.level_name(level)}  ", strong=True),
            Span(wording.text(statement)),
            *_roles(said, str(level), wording),
        ]
        yield _box(words, str(level))
    yield _box([Span(choice_words(UNKNOWN, wording)), *_roles(said, UNKNOWN, wording)], "?")
    if question.not_applicable:
        reason = {"reason": wording.text(question.not_applicable)}
        words = [Span(_("Not applicable: “%(reason)s”") % reason), *_roles(said, NOT_APPLICABLE, wording)]
        yield _box(words, "–")


def _box(words: list[Span], mark: str) -> Checkbox:
    # A practice that fills more than a page can be split anywhere between its answers.
    return Checkbox(words, mark, keep_with_next=False)


def _roles(said: QuestionVoices, choice: str, wording: Wording) -> Iterator[Span]:
    """Yield the roles that gave an answer, on a line of their own, and whether it is the proposed one."""
    roles = [role_words(each.role, wording) for each in said.given if each.answer.choice == choice]
    if roles:
        proposed = [wording._("proposed answer")] if choice == said.proposed else []
        yield Span("\n" + " · ".join([wording.join_names(roles), *proposed]), strong=True, colour=ACCENT)
