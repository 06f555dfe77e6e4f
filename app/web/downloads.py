"""The files an assessment leaves the service as."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, scorecard_json
from app.report import scorecard as report
from app.report.attached import Attachments
from app.storage import assessments
from app.storage.documents import Stored
from app.translations import translator
from app.web import access, database, language, tasks
from app.web.results import scored
from app.web.services import questionnaire

bp = Blueprint("downloads", __name__, url_prefix=tasks.PATH)
language.speak(bp)


@bp.get("/scorecard.pdf")
def scorecard_pdf(id: str) -> ResponseReturnValue:
    """Send the scorecard to print and to keep."""
    reader = language.current()
    stored = _stored(id)
    card = scored(stored)
    answers = assessment_json.write(stored.assessment, questionnaire())
    files = Attachments(answers, scorecard_json.write(card).encode())
    content = report.render_scorecard(card, reader, translator(reader), attachments=files)
    return _file(content, "application/pdf", f"muster-scorecard-{reader}.pdf")


@bp.get("/scorecard.json")
def scorecard_file(id: str) -> ResponseReturnValue:
    """Send every number of the scorecard."""
    return _file(scorecard_json.write(scored(_stored(id))), "application/json", "scorecard.json")


@bp.get("/assessment.json")
def assessment_file(id: str) -> ResponseReturnValue:
    """Send the answers, to keep or to import again."""
    content = assessment_json.write(_stored(id).assessment, questionnaire())
    return _file(content, "application/json", "assessment.json")


def _stored(id: str) -> Stored:
    return assessments.load(database.reading(), access.key(id))


def _file(content: bytes | str, kind: str, name: str) -> Response:
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
