"""What is left to do after an assessment was moved to another version of the questionnaire."""

from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Question
from app.maturity.versions.upgrade import look_again
from app.storage.sealing.documents import Stored
from app.web.request.services import questionnaire, versions


def worth_another_look(stored: Stored) -> tuple[Question, ...]:
    """List the questions that a move worded otherwise after they were answered, until Complete is pressed."""
    if not stored.moved_from or stored.complete:
        return ()
    try:
        before = versions().named(stored.assessment.questionnaire, stored.moved_from)
    except UnknownVersionError:
        return ()
    return look_again(stored.assessment, before, questionnaire())
