"""The files of a programme: its invitations, and the comparison in every form."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.exchange.file_name import file_name
from app.exchange.programme import invitations_csv
from app.maturity.programme.invitation import IssuedInvitation
from app.storage.programme import invitations as stored_invitations
from app.storage.programme.invitations import NOT_BEGUN
from app.web.programme import programme_access
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.programme.programme_access import OpenProgramme
from app.web.request import clock, database, language
from app.web.request.files import file_response

bp = Blueprint("programme_files", __name__, url_prefix=f"{PROGRAMME_PREFIX}/files")
language.localise(bp)


@bp.get("/invitations.csv")
def invitations(id: str) -> ResponseReturnValue:
    """Send every organisation with its state, and with its link as long as the link opens something."""
    opened = programme_access.opened(id)
    content = invitations_csv.write(_issued(opened), opened.wording)
    return file_response(content, "text/csv", _name(opened, "invitations", "csv"))


def _issued(opened: OpenProgramme) -> list[IssuedInvitation]:
    ask = url_for("invitation.ask", _external=True)
    return [
        IssuedInvitation(
            each.label, each.state, each.state_on, f"{ask}{each.token}" if each.state == NOT_BEGUN else ""
        )
        for each in stored_invitations.list_invitations(database.reading(), opened.key)
    ]


def _name(opened: OpenProgramme, what: str, extension: str) -> str:
    kind = f"{what}-{language.current()}"
    return file_name(opened.terms.name, clock.utc_today(), kind, extension)
