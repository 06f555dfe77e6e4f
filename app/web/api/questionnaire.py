"""The questionnaire with which new assessments begin: public, like the pages that ask its questions."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.exchange.questionnaire import questionnaire_json
from app.translations.wording_cache import wording_cache
from app.web.api.answering import json_answer, mark
from app.web.request.services import newest_questionnaire

bp = Blueprint("api_questionnaire", __name__, url_prefix="/api/v1/questionnaire")


@bp.get("")
def questionnaire() -> ResponseReturnValue:
    """Send the newest version."""
    newest = newest_questionnaire()
    return json_answer(_written(newest.version), mark("questionnaire", newest.id, newest.version))


@wording_cache
def _written(version: str) -> bytes:
    return questionnaire_json.write(newest_questionnaire())
