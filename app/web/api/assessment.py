"""The assessment and its scorecard, as the downloads hold them."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.web.access import OpenAssessment
from app.web.api.answering import json_answer, mark
from app.web.api.bearer import READS_ALL, READS_RESULTS, with_code
from app.web.results.downloads.files import assessment_file, scorecard_file
from app.web.results.present_results import PresentResults

bp = Blueprint("api_assessment", __name__, url_prefix="/api/v1/assessment")


@bp.get("")
@with_code(*READS_ALL)
def assessment(opened: OpenAssessment) -> ResponseReturnValue:
    """Send what assessment.json holds."""
    content = assessment_file(PresentResults(opened)).get_data()
    return json_answer(content, mark(opened.id, "assessment", content))


@bp.get("/scorecard")
@with_code(*READS_RESULTS)
def scorecard(opened: OpenAssessment) -> ResponseReturnValue:
    """Send what scorecard.json holds."""
    content = scorecard_file(PresentResults(opened)).get_data()
    return json_answer(content, mark(opened.id, "scorecard", content))
