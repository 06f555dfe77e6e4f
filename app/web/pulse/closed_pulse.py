"""The published results of a staff pulse, and its address."""

from dataclasses import dataclass

from flask import url_for

from app.maturity.pulse.results import PulseResult, build_results
from app.maturity.questionnaire import Questionnaire
from app.storage.pulse import pulses
from app.storage.pulse.documents import PublishedPulse
from app.web.access import OpenAssessment
from app.web.request import database


@dataclass(frozen=True, slots=True)
class ClosedPulse:
    """What was published of a closed pulse, set beside the survey, and the version of its document."""

    result: PulseResult
    version: int


def load_closed_pulse(opened: OpenAssessment) -> ClosedPulse | None:
    """Return the results of the pulse; None without a pulse, while it is open, or if no question is shown."""
    published = pulses.read_published(database.reading(), opened.key)
    if published is None or published[0].is_open:
        return None
    pulse, version = published
    result = build_pulse_result(pulse, opened.questionnaire)
    return ClosedPulse(result, version) if result else None


def build_pulse_result(pulse: PublishedPulse, questionnaire: Questionnaire) -> PulseResult | None:
    """Return what was published of a closed pulse, set beside the survey; None if no question is shown."""
    questions = questionnaire.pulse_questions(policy=pulse.asks_policy)
    result = build_results(questions, pulse.questions, pulse.grouping, questionnaire.survey.sample_size)
    return result if result.shown_questions else None


def answer_url(code: str) -> str:
    """Return the address that colleagues get, in the reader's language."""
    return url_for("respond.ask", _external=True) + code
