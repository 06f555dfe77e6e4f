"""The files of a programme: its invitations, a letter for each, and the comparison in every form."""

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange.file_name import file_name
from app.exchange.programme import comparison_csv, comparison_json, comparison_xlsx, invitations_csv
from app.maturity.programme.invitation import IssuedInvitation
from app.report.programme.invitation_letters import MOST_LETTERS, render_letters
from app.report.programme.programme_report import render_programme_report
from app.storage.programme import invitations as stored_invitations
from app.storage.programme.invitations import NOT_BEGUN
from app.web.programme import programme_access
from app.web.programme.loading import load_comparison
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.programme.programme_access import OpenProgramme
from app.web.request import clock, database, language, rate_limits
from app.web.request.files import file_response

bp = Blueprint("programme_files", __name__, url_prefix=f"{PROGRAMME_PREFIX}/files")
language.localise(bp)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/invitations.csv")
def invitations(id: str) -> ResponseReturnValue:
    """Send every organisation with its state, and with its link as long as the link opens something."""
    opened = programme_access.opened(id)
    content = invitations_csv.write(_issued(opened), opened.wording)
    return _send(opened, content, "text/csv", "invitations", "csv")


@bp.get("/letters-<int:part>.pdf")
def letters(id: str, part: int) -> ResponseReturnValue:
    """Send a letter for each invitation of a part of those that are not used yet."""
    opened = programme_access.opened(id)
    unused = [each for each in _issued(opened) if each.address]
    chosen = unused[(part - 1) * MOST_LETTERS : part * MOST_LETTERS] if part else []
    if not chosen:
        raise NotFound
    rate_limits.hit_pdf_limit(id)
    terms, closes_on = opened.terms, opened.days.closes_on
    content = render_letters(
        chosen, opened.wording, name=terms.name, contact=terms.contact, closes_on=closes_on
    )
    return _send(opened, content, "application/pdf", f"letters-{part}", "pdf")


@bp.get("/comparison.xlsx")
def workbook(id: str) -> ResponseReturnValue:
    """Send the comparison as a workbook."""
    opened = programme_access.opened(id)
    rate_limits.hit_pdf_limit(id)
    content = comparison_xlsx.write(load_comparison(opened), clock.utc_today(), opened.wording)
    return _send(opened, content, _XLSX, "comparison", "xlsx")


@bp.get("/comparison.csv")
def table(id: str) -> ResponseReturnValue:
    """Send the organisations with their scores as a CSV."""
    opened = programme_access.opened(id)
    return _send(opened, comparison_csv.write(load_comparison(opened)), "text/csv", "comparison", "csv")


@bp.get("/comparison.json")
def data(id: str) -> ResponseReturnValue:
    """Send every number of the comparison."""
    opened = programme_access.opened(id)
    content = comparison_json.write(load_comparison(opened))
    return _send(opened, content, "application/json", "comparison", "json")


@bp.get("/report.pdf")
def report(id: str) -> ResponseReturnValue:
    """Send the report of the programme."""
    opened = programme_access.opened(id)
    rate_limits.hit_pdf_limit(id)
    content = render_programme_report(load_comparison(opened), clock.utc_today(), opened.wording)
    return _send(opened, content, "application/pdf", "report", "pdf")


def _issued(opened: OpenProgramme) -> list[IssuedInvitation]:
    ask = url_for("invitation.ask", _external=True)
    issued = [
        IssuedInvitation(
            each.label, each.state, each.state_on, f"{ask}{each.token}" if each.state == NOT_BEGUN else ""
        )
        for each in stored_invitations.list_invitations(database.reading(), opened.key)
    ]
    database.release()
    return issued


def _send(opened: OpenProgramme, content: bytes, kind: str, what: str, extension: str) -> Response:
    named = f"{what}-{language.current()}"
    return file_response(content, kind, file_name(opened.terms.name, clock.utc_today(), named, extension))
