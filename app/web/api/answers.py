"""The answers, practice by practice: read with the mark of each, and replaced by a program that names it."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange import answer_json
from app.exchange.answer_json import AnswerReader
from app.exchange.faults import FaultCollector
from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.storage.assessments import assessments
from app.storage.database import locks
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ForbiddenError, RoundClosedError, VersionChangedError
from app.storage.sealing.roles import CONTRIBUTOR
from app.web.access import OpenAssessment
from app.web.api import json_body
from app.web.api.answering import json_answer, mark_of, require_precondition, require_state
from app.web.api.bearer import READS_ANSWERS, WRITES, with_code
from app.web.request import clock, database

bp = Blueprint("api_answers", __name__, url_prefix="/api/v1/assessment/answers")


@bp.get("")
@with_code(*READS_ANSWERS)
def answers(opened: OpenAssessment) -> ResponseReturnValue:
    """Send every answer that the code reads, with its mark, and whether it can be changed."""
    stored = opened.load()
    held = {each.id: _held(stored, each) for each in _asked(opened, stored)}
    marked = {id: {"answer": each, "etag": f'"{_mark(opened, id, each)}"'} for id, each in held.items()}
    content = {"closed": stored.is_closed, "answers": marked}
    return json_answer(content, mark_of(opened.id, "answers", content))


@bp.get("/<practice>")
@with_code(*READS_ANSWERS)
def answer(opened: OpenAssessment, practice: str) -> ResponseReturnValue:
    """Send one answer; it is empty while there is none."""
    stored = opened.load()
    held = _held(stored, _find(opened, stored, practice))
    return json_answer(held, _mark(opened, practice, held))


@bp.put("/<practice>")
@with_code(*WRITES)
def replace_answer(opened: OpenAssessment, practice: str) -> ResponseReturnValue:
    """Replace an answer that is as the program has seen it; an empty one clears it."""
    question = _find(opened, opened.load(), practice)
    if not opened.key.grant.may_answer(question.domain_letter):
        raise ForbiddenError(question.domain_letter)
    require_precondition()
    members = json_body.read_members()
    connection, key = database.writing(), opened.key
    locks.lock_assessment(connection, key.assessment_id)
    page = assessments.open_domain(connection, key, question.domain_letter)
    stored = page.stored
    if (stored.assessment.questionnaire_id, stored.assessment.version) != key.questionnaire:
        raise VersionChangedError
    given = _read(opened, stored, question, members)
    if stored.is_closed:
        raise RoundClosedError
    before = _held(stored, question)
    require_state(_mark(opened, practice, before), before)
    version = page.opened[0].version
    assessments.save_domain(connection, key, page, {practice: given}, expected_version=version)
    held = answer_json.as_dict(given)
    return json_answer(held, _mark(opened, practice, held))


def _asked(opened: OpenAssessment, stored: StoredAssessment) -> tuple[Question, ...]:
    """Return the questions that the variant asks and the code may read, in questionnaire order."""
    asked = opened.questionnaire.questions_in(stored.assessment.profile.variant)
    if opened.role != CONTRIBUTOR:
        return asked
    return tuple(each for each in asked if each.domain_letter in opened.key.grant.domains)


def _find(opened: OpenAssessment, stored: StoredAssessment, practice: str) -> Question:
    for question in _asked(opened, stored):
        if question.id == practice:
            return question
    raise NotFound


def _held(stored: StoredAssessment, question: Question) -> dict[str, object]:
    return answer_json.as_dict(stored.assessment.answer(question))


def _mark(opened: OpenAssessment, practice: str, held: dict[str, object]) -> str:
    return mark_of(opened.id, f"answer {practice}", held)


def _read(
    opened: OpenAssessment, stored: StoredAssessment, question: Question, members: dict[str, object]
) -> Answer:
    faults = FaultCollector()
    variant = stored.assessment.profile.variant
    reader = AnswerReader("", opened.questionnaire, variant, clock.latest_day(), faults, may_carry=False)
    # In a file a question without an answer is left out.
    read = reader.read({question.id: members}) if members else {}
    json_body.raise_faults(faults)
    return read.get(question.id, Answer())
