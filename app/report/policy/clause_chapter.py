"""The model clauses of the recommended practices, to be put into a policy."""

import re
from collections.abc import Iterator

from app.maturity.policy.clause import Clause
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.report.sections.recommendations import practice_title
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.labelled_row import Entry, LabelledRow
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.text.style import BODY, LEAD, NUMBERED, RANK

_BRACKETS = re.compile(r"(\[[^\[\]]+\])")
_BULLET = "•"


def clause_chapter(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the clauses of the recommended practices in rank order, or nothing if there are none."""
    _, bank = wording._, wording.questionnaire.policy.clauses
    ranked = [each for each in scorecard.recommendations if each.question.id in bank]
    if not ranked:
        return []
    notice = _(
        "None of these clauses is in force until your organisation approves it. They are not legal advice."
    )
    explained = _(
        "Each clause says what a policy can say for a recommended practice; the number is the rank of its"
        " recommendation. Words in [brackets] are to be replaced by yours. The draft policy and the"
        " amendment sheet, which you can download, explain them."
    )
    blocks: list[Block] = [
        SectionHeading("clauses", _("Model clauses"), wording_only=True),
        Paragraph(notice, LEAD, wording_only=True),
        Paragraph(_spans(explained), BODY, wording_only=True),
    ]
    for each in ranked:
        blocks.append(_head(str(each.rank), each.question, wording))
        blocks += possible_clauses(each.question, wording)
    return blocks


def possible_clauses(question: Question, wording: Wording) -> Iterator[Block]:
    """Yield the clauses of a practice, which no answer changes."""
    for clause in wording.questionnaire.policy.clauses.get(question.id, ()):
        yield from _clause(clause, wording)


def _head(rank: str, question: Question, wording: Wording) -> SideBySide:
    return SideBySide(
        [Paragraph(rank, RANK)], [practice_title(question, wording)], level=2, after=2, indent=NUMBERED
    )


def _clause(clause: Clause, wording: Wording) -> Iterator[LabelledRow]:
    _ = wording._
    numbered = enumerate(clause.paragraphs, start=1)
    level = f"{clause.supports} {wording.level_name(clause.supports)}"
    yield LabelledRow(
        _("%(title)s, for level %(level)s") % {"title": wording.text(clause.title), "level": level},
        [Entry(_spans(wording.text(paragraph)), f"{number}.") for number, paragraph in numbered],
        keep_with_next=True,
    )
    yield LabelledRow(
        _("Also to be done to reach the level"),
        [Entry(_spans(wording.text(step)), _BULLET) for step in clause.also],
    )


def _spans(words: str) -> list[Span]:
    """Return words with what is in brackets in bold."""
    parts = _BRACKETS.split(words)
    return [Span(part, strong=place % 2 == 1) for place, part in enumerate(parts) if part]
