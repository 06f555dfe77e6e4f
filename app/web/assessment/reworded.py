"""What is left to do after an assessment was moved to another version of the questionnaire."""

from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Question
from app.maturity.versions.upgrade import reworded_questions
from app.storage.sealing.documents import StoredAssessment
from app.web.request.services import questionnaire, versions


def questions_to_review(stored: StoredAssessment) -> tuple[Question, ...]:
    """List the questions that a move worded otherwise after they were answered, until completion."""
    if not stored.moved_from or stored.complete:
        return ()
    try:
        before = versions().find(stored.assessment.questionnaire_id, stored.moved_from)
    except UnknownVersionError:
        return ()
    return reworded_questions(stored.assessment, before, questionnaire())
