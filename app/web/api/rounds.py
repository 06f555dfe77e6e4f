"""The closed rounds: their list with what each printed, and the assessment and scorecard of each."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange.rounds.entries import round_entry
from app.storage.rounds import rounds as stored_rounds
from app.storage.rounds.rounds import NoSuchRoundError
from app.web.access import OpenAssessment
from app.web.api.answering import json_answer, mark, mark_of
from app.web.api.bearer import READS_ALL, READS_RESULTS, with_code
from app.web.request import database
from app.web.results.downloads.files import assessment_file, scorecard_file
from app.web.rounds.open_round import OpenRound

bp = Blueprint("api_rounds", __name__, url_prefix="/api/v1/assessment/rounds")


@bp.get("")
@with_code(*READS_RESULTS)
def rounds(opened: OpenAssessment) -> ResponseReturnValue:
    """Send the closed rounds in the order of their numbers."""
    listed = stored_rounds.list_rounds(database.reading(), opened.key)
    content = {"rounds": [round_entry(each) for each in listed]}
    return json_answer(content, mark_of(opened.id, "rounds", content))


@bp.get("/<int:number>/assessment")
@with_code(*READS_ALL)
def assessment(opened: OpenAssessment, number: int) -> ResponseReturnValue:
    """Send what assessment.json of a round holds."""
    content = assessment_file(find_round(opened, number)).get_data()
    return json_answer(content, mark(opened.id, f"assessment {number}", content))


@bp.get("/<int:number>/scorecard")
@with_code(*READS_RESULTS)
def scorecard(opened: OpenAssessment, number: int) -> ResponseReturnValue:
    """Send what scorecard.json of a round holds."""
    content = scorecard_file(find_round(opened, number)).get_data()
    return json_answer(content, mark(opened.id, f"scorecard {number}", content))


def find_round(opened: OpenAssessment, number: int) -> OpenRound:
    """Return a closed round, or raise NotFound."""
    try:
        return OpenRound(opened, stored_rounds.load_round(database.reading(), opened.key, number))
    except NoSuchRoundError:
        raise NotFound from None
