"""The published results of a staff pulse, and its address."""

from dataclasses import dataclass

from flask import url_for

from app.maturity.pulse.results import PulseResult, build_results
from app.storage.pulse import pulses
from app.storage.sealing.access_key import AccessKey
from app.web.request import database
from app.web.request.services import questionnaire


@dataclass(frozen=True, slots=True)
class ClosedPulse:
    """What was published of a closed pulse, set beside the survey, and the version of its document."""

    result: PulseResult
    version: int


def load_closed_pulse(key: AccessKey) -> ClosedPulse | None:
    """Give the results of the pulse; None while it is open, and without one that shows anything."""
    found = pulses.read_published(database.reading(), key)
    if found is None or found[0].is_open:
        return None
    told, asked = found[0], questionnaire()
    result = build_results(asked.opinions, told.questions, told.grouping, asked.survey.sample_size)
    return ClosedPulse(result, found[1]) if result.shown_questions else None


def answer_url(code: str) -> str:
    """Give the address that colleagues get, in the reader's language."""
    return url_for("respond.ask", _external=True) + code
