"""The files of the present results and of closed rounds, in the language that the request asks for."""

from collections.abc import Callable, Mapping
from functools import partial

from flask import Blueprint, Response, make_response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.questionnaire import Questionnaire
from app.web.access import OpenAssessment
from app.web.api.answering import json_answer, mark_of
from app.web.api.bearer import READS_RESULTS, with_code
from app.web.api.rounds import find_round
from app.web.request import language
from app.web.results.downloads.files import FILES
from app.web.results.present_results import PresentResults
from app.web.results.shown_results import ShownResults

bp = Blueprint("api_exports", __name__, url_prefix="/api/v1/assessment")

_FOLDER, _ROLE = "files/", "<owner>"
# Two have addresses of their own, with an ETag; one is for the owner’s meeting, and not always there.
_LEFT_OUT = frozenset({"assessment.json", "scorecard.json", "meeting.pdf"})


@bp.get("/exports")
@with_code(*READS_RESULTS)
def exports(opened: OpenAssessment) -> ResponseReturnValue:
    """Send the names of the files."""
    content = {"exports": list(_files(opened.questionnaire))}
    return json_answer(content, mark_of(opened.id, "exports", content))


@bp.get("/exports/<name>")
@with_code(*READS_RESULTS)
def export(opened: OpenAssessment, name: str) -> ResponseReturnValue:
    """Send a file of the present results."""
    return _send(PresentResults(opened), name)


@bp.get("/rounds/<int:number>/exports/<name>")
@with_code(*READS_RESULTS)
def export_of_round(opened: OpenAssessment, number: int, name: str) -> ResponseReturnValue:
    """Send a file of a closed round."""
    return _send(find_round(opened, number), name)


def export_names(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the names of the files, one for each role where a file is for one."""
    return tuple(_files(questionnaire))


def _files(questionnaire: Questionnaire) -> Mapping[str, Callable[[ShownResults], ResponseReturnValue]]:
    found: dict[str, Callable[[ShownResults], ResponseReturnValue]] = {}
    for address, send in FILES.items():
        name = address.removeprefix(_FOLDER)
        if _ROLE in name:
            found |= {name.replace(_ROLE, each): partial(send, owner=each) for each in questionnaire.owners}
        elif name not in _LEFT_OUT:
            found[name] = send
    return found


def _send(shown: ShownResults, name: str) -> Response:
    send = _files(shown.questionnaire).get(name)
    if send is None:
        raise NotFound
    response = make_response(send(shown))
    response.headers["Content-Language"] = language.current()
    return response
