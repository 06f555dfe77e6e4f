"""The scorecard of an assessment that is sent along: nothing of it is stored."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, scorecard_json
from app.exchange.rounds.file_history import history_of_file
from app.maturity import scorecard
from app.web.api import json_body
from app.web.refused import problem
from app.web.refused.problem import ProblemError
from app.web.request import clock
from app.web.request.services import versions
from app.web.request.sizes import LARGEST_SCORED

bp = Blueprint("api_score", __name__, url_prefix="/api/v1")

# Of the four threads of a process; the others serve pages meanwhile.
_AT_ONCE = 2
_SECONDS_TO_WAIT = 1

_turns = threading.BoundedSemaphore(_AT_ONCE)


@bp.post("/score")
def score() -> ResponseReturnValue:
    """Send the scorecard of an assessment.json, which counts as completed as on the command line."""
    data = json_body.read_bytes(LARGEST_SCORED)
    with _turn():
        file = json_body.parse(
            lambda content: assessment_json.read_file(content, versions(), clock.latest_day()), data
        )
        card = scorecard.build(file.questionnaire, file.assessment, completed=True)
        content = scorecard_json.write(card, history_of_file(file, card))
    return Response(content, mimetype="application/json")


@contextmanager
def _turn() -> Iterator[None]:
    """Hold one of the turns, or raise ProblemError at once if all are taken."""
    if not _turns.acquire(blocking=False):
        raise ProblemError(problem.BUSY, headers={"Retry-After": str(_SECONDS_TO_WAIT)})
    try:
        yield
    finally:
        _turns.release()
