"""A programme for its coordinators: the organisations, invitations, the end, and what was submitted."""

from datetime import date

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.exchange import readers
from app.exchange.faults import FaultCollector, FileFault
from app.exchange.programme import labels_csv, submission_json
from app.exchange.programme.labels_csv import FaultyLabelsError, LabelList
from app.exchange.readers import ABSENT
from app.maturity.clean_text import clean_line
from app.maturity.programme.programme import MAX_INVITATIONS, Organisation
from app.storage.programme import invitations as stored_invitations
from app.storage.programme import programmes
from app.storage.programme.errors import ProgrammeClosedError, TooManyInvitationsError
from app.storage.programme.programme_key import ProgrammeKey
from app.web import whole_programme
from app.web.api import json_body
from app.web.api.answering import json_answer, mark_of
from app.web.api.bearer import with_programme_code
from app.web.refused import problem
from app.web.refused.problem import ProblemError
from app.web.request import database, language, rate_limits
from app.web.request.language import translate as _
from app.web.request.services import versions
from app.web.request.sizes import LARGEST_LABELS

bp = Blueprint("api_programme", __name__, url_prefix="/api/v1/programme")

_LABELS = "labels"


@bp.get("")
@with_programme_code
def programme(key: ProgrammeKey) -> ResponseReturnValue:
    """Send the programme with each organisation, its state and the day of it."""
    listed = whole_programme.load_organisations(database.reading(), key)
    content = {**_terms(key), "organisations": [_organisation(each) for each in listed]}
    return json_answer(content, mark_of(key.programme_id, "programme", content))


@bp.post("/invitations")
@with_programme_code
def invite(key: ProgrammeKey) -> ResponseReturnValue:
    """Invite organisations, unless they are invited already, and send the address of each invitation."""
    members = json_body.read_members(LARGEST_LABELS)
    rate_limits.hit(rate_limits.IMPORT)
    faults = FaultCollector()
    readers.read_object(members, "", faults, required=(_LABELS,), known=(_LABELS,))
    given = readers.read_list(members.get(_LABELS, ABSENT), _LABELS, faults, MAX_INVITATIONS)
    labels = [clean_line(readers.read_text(each, where, faults)) for where, each in given]
    json_body.raise_faults(faults)
    found = _new_labels(key, labels)
    try:
        made = stored_invitations.invite(database.writing(), key, found.labels)
    except ProgrammeClosedError:
        raise ProblemError(problem.PROGRAMME_CLOSED) from None
    except TooManyInvitationsError:
        # Somebody else invited at the same moment.
        raise ProblemError(problem.PROGRAMME_FULL, {"limit": MAX_INVITATIONS}) from None
    ask = url_for("invitation.ask", language=language.current(), _external=True)
    content = {
        "invitations": [{"id": each.id, "label": each.label, "address": ask + each.token} for each in made],
        "left_out": [fault.text(_) for fault in found.left_out],
    }
    return json_answer(content, mark_of(key.programme_id, "invited", content), 201)


@bp.post("/close")
@with_programme_code
def close(key: ProgrammeKey) -> ResponseReturnValue:
    """Close the programme today; one that is closed stays as it is."""
    if key.days.closed_on is None:
        programmes.close(database.writing(), key)
    content = {**_terms(key), "open": False, "closed_on": _day(key.days.closed_on or key.today)}
    return json_answer(content, mark_of(key.programme_id, "terms", content))


@bp.get("/submissions")
@with_programme_code
def submissions(key: ProgrammeKey) -> ResponseReturnValue:
    """Send what every organisation submitted, without comments, and how many cannot be opened."""
    questionnaire = versions().find(key.terms.questionnaire_id, key.terms.version)
    loaded = whole_programme.load_programme(database.reading(), key, questionnaire)
    database.release()
    content = {
        "submissions": [
            {
                "organisation": each.invitation_id,
                "label": each.label,
                "submission": submission_json.as_dict(submission),
            }
            for each in loaded.organisations
            for submission in each.submissions
        ],
        "unreadable": sum(each.unreadable for each in loaded.organisations),
    }
    return json_answer(content, mark_of(key.programme_id, "submissions", content))


def _new_labels(key: ProgrammeKey, labels: list[str]) -> LabelList:
    listed = stored_invitations.list_invitations(database.reading(), key)
    try:
        return labels_csv.read_pasted(
            "\n".join(labels), [each.label for each in listed], MAX_INVITATIONS - len(listed)
        )
    except FaultyLabelsError as error:
        raise json_body.refuse_faults(_placed(fault) for fault in error.faults) from None


def _placed(fault: FileFault) -> FileFault:
    """Return the fault of a line of a pasted list at its place in the list of the body."""
    line = fault.values.get("line")
    return FileFault(
        f"{_LABELS}[{line - 1}]" if isinstance(line, int) else _LABELS, fault.sentence, fault.values
    )


def _terms(key: ProgrammeKey) -> dict[str, object]:
    terms, days = key.terms, key.days
    return {
        "id": key.programme_id,
        "name": terms.name,
        "questionnaire": {"id": terms.questionnaire_id, "version": terms.version},
        "variant": terms.variant,
        "created_on": _day(days.created_on),
        "closes_on": _day(days.closes_on),
        "closed_on": _day(days.closed_on),
        "open": key.is_open,
    }


def _organisation(each: Organisation) -> dict[str, object]:
    return {"id": each.invitation_id, "label": each.label, "state": each.state, "day": _day(each.day)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
