"""The published results of a staff pulse, and its address."""

from dataclasses import dataclass

from flask import url_for

from app.maturity.pulse.results import PulseResult, results
from app.storage.pulse import pulses
from app.storage.sealing.access_key import Key
from app.web.request import database
from app.web.request.services import questionnaire


@dataclass(frozen=True, slots=True)
class Shown:
    """What was published of a closed pulse, set beside the survey, and the version of its document."""

    result: PulseResult
    version: int


def shown(key: Key) -> Shown | None:
    """Give the results of the pulse; None while it is open, and without one that shows anything."""
    found = pulses.published(database.reading(), key)
    if found is None or found[0].is_open:
        return None
    told, asked = found[0], questionnaire()
    result = results(asked.opinions, told.published, told.grouping, asked.survey.n)
    return Shown(result, found[1]) if result.shown else None


def address(code: str) -> str:
    """Give the address that colleagues get, in the reader's language."""
    return url_for("respond.ask", _external=True) + code
