"""The questions to look at after an assessment was moved to another version of the questionnaire."""

from itertools import groupby

from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.versions.upgrade import reworded_questions
from app.storage.sealing.documents import StoredAssessment
from app.web.request.services import versions


def questions_to_review(questionnaire: Questionnaire, stored: StoredAssessment) -> list[list[Question]]:
    """Return the questions that changed in wording after they were answered, until completion, by domain."""
    if not stored.moved_from or stored.complete:
        return []
    try:
        before = versions().find(stored.assessment.questionnaire_id, stored.moved_from)
    except UnknownVersionError:
        return []
    reworded = reworded_questions(stored.assessment, before, questionnaire)
    return [list(each) for _letter, each in groupby(reworded, key=lambda question: question.domain_letter)]
