"""The sheet of answers: each with its statement, comment and evidence."""

from collections.abc import Iterator

from app.exchange.sheet_text import cut_lines
from app.exchange.workbook.book import MOST_LINES, Book, Cell
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.translations.answer_words import statement_words
from app.translations.wording import Wording

_TYPED = 42
_WIDTHS = [8, 20, 10, 13, 34, _TYPED, _TYPED, 11, 14]
# The domain and the practice stay in sight.
_FROZEN = 2


def add_answer_sheet(book: Book, card: Scorecard, wording: Wording) -> None:
    """Add the answers in questionnaire order.

    A comment or an evidence that is longer than the highest row goes on in a row below, which repeats
    everything else, so that a filter finds both and paper shows all of it.
    """
    _ = wording._
    headings = (
        _("Domain"),
        _("Practice"),
        _("Kind"),
        _("Answer"),
        _("What it says"),
        _("Comment"),
        _("Evidence"),
        _("Date of the evidence"),
        _("Remarks"),
    )
    sheet = book.add_sheet(_("Answers"), _WIDTHS, frozen_columns=_FROZEN)
    variant = card.assessment.profile.variant
    rows = (row for each in card.questionnaire.questions_in(variant) for row in _rows(each, card, wording))
    book.write_table(sheet, "Answers", headings, rows, _WIDTHS)


def _rows(question: Question, card: Scorecard, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    answer = card.assessment.answer(question)
    first = (
        question.domain_letter,
        f"{question.id} {wording.text(question.name)}",
        wording._("Must-have") if question.gate else "",
        wording.answer_words(answer),
        statement_words(question, answer, wording),
    )
    comments, evidence = (cut_lines(text, _TYPED, MOST_LINES) for text in (answer.comment, answer.evidence))
    for place in range(max(len(comments), len(evidence))):
        typed = (each[place] if place < len(each) else "" for each in (comments, evidence))
        yield *first, *typed, answer.evidence_date or "", _to_note(question, card, wording)


def _to_note(question: Question, card: Scorecard, wording: Wording) -> str:
    _ = wording._
    notes = []
    if card.assessment.answer(question).carried:
        notes.append(_("From the last round, not yet confirmed"))
    if question in card.outdated_evidence:
        notes.append(_("Evidence older than 12 months"))
    return "\n".join(notes)
