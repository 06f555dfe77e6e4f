"""ciso-assistant.csv: the answers of one assessment for CISO Assistant’s import of an audit."""

import csv
import io
from collections.abc import Iterator

from app.exchange.ciso_assistant.library_yaml import practice_urn
from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording

# The program finds a column by this name, and skips a row without an x in the first.
COLUMNS = (
    *("assessable", "ref_id", "urn", "compliance_result", "requirement_progress", "score"),
    "observations",
)


def write(card: Scorecard, wording: Wording) -> bytes:
    """Write a row for each answer, separated by commas in both languages: the program takes nothing else."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for question in card.questionnaire.questions_in(card.assessment.profile.variant):
        answer = card.assessment.answer(question)
        if answer.is_given:
            rows.writerow(_row(question, answer, card, wording))
    return text.getvalue().encode()


def _row(question: Question, answer: Answer, card: Scorecard, wording: Wording) -> tuple[str, ...]:
    return (
        "x",
        question.id,
        practice_urn(card.questionnaire, question),
        _result(answer, card.assessment.target(question.domain_letter)),
        "in_review" if answer.carried else "done",
        # With a score, the program would keep both it and “not applicable”.
        str(answer.points) if answer.applies else "",
        "\n".join(_observations(question, answer, wording)),
    )


def _result(answer: Answer, target: int) -> str:
    if not answer.applies:
        return "not_applicable"
    if answer.points >= target:
        return "compliant"
    return "partially_compliant" if answer.points else "non_compliant"


def _observations(question: Question, answer: Answer, wording: Wording) -> Iterator[str]:
    """Yield the answer in words first: so no typed text can begin the cell as a formula."""
    _ = wording._
    yield wording.answer_words(answer)
    if not answer.applies and question.not_applicable:
        yield wording.text(question.not_applicable)
    if answer.comment:
        yield answer.comment
    if answer.evidence:
        yield wording.label_value(_("Evidence"), answer.evidence)
    if answer.evidence_date:
        yield wording.label_value(_("Date of the evidence"), answer.evidence_date.isoformat())
