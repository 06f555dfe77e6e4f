"""The answer that a closed pulse suggests to the practice that it is evidence for; the owner decides."""

from dataclasses import dataclass

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from app.maturity.answers import Answer, Assessment, with_answer
from app.maturity.level import Level
from app.maturity.pulse.suggestion import is_above, suggest_level
from app.maturity.questionnaire import Question
from app.storage.assessments import assessments
from app.storage.pulse import pulses
from app.storage.pulse.documents import PublishedPulse
from app.storage.sealing.errors import ConflictError
from app.web.access import OpenAssessment
from app.web.request import clock, database


@dataclass(frozen=True, slots=True)
class SuggestedAnswer:
    """The practice, the level that the pulse supports, and the answer today."""

    question: Question
    level: Level
    answer: Answer

    @property
    def is_higher(self) -> bool:
        """Return whether the suggestion is above the answer."""
        return is_above(self.level, self.answer)


def suggest(
    opened: OpenAssessment, published: PublishedPulse | None, assessment: Assessment
) -> SuggestedAnswer | None:
    """Return the suggestion of a closed pulse.

    It is None while the pulse is open, if its closing was not described, if the practice is not asked, and if
    the pulse supports no level.
    """
    questionnaire = opened.questionnaire
    if published is None or published.is_open or published.closing is None:
        return None
    asked = questionnaire.questions_in(assessment.profile.variant)
    question = next((each for each in asked if each.id == questionnaire.pulse_practice), None)
    if question is None:
        return None
    level = suggest_level(published.closing, published.questions, clock.utc_today())
    return SuggestedAnswer(question, level, assessment.answer(question)) if level else None


def adopt(opened: OpenAssessment) -> ResponseReturnValue:
    """Save the suggested level as the answer, unless the answer is as high already; show its question."""
    stored, own = opened.load(), pulses.read_for_owner(database.reading(), opened.key)
    suggestion = suggest(opened, own.published if own else None, stored.assessment)
    if suggestion is None or not suggestion.is_higher:
        return redirect(url_for("pulse.pulse", id=opened.id))
    question = suggestion.question
    letter = question.domain_letter
    answer = with_answer(stored.assessment, question, str(int(suggestion.level))).answer(question)
    version = stored.versions[letter]
    try:
        assessments.save_answers(
            database.writing(), opened.key, letter, {question.id: answer}, expected_version=version
        )
    except ConflictError:
        # Somebody changed the domain at the same moment: the page shows the answer as it is now.
        return redirect(url_for("pulse.pulse", id=opened.id))
    return redirect(url_for("practices.domain", id=opened.id, letter=letter, _anchor=question.id))
