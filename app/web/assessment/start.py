"""The pages on which an assessment is begun, opened by its code or imported, and the sign-out."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.exchange.faults import FaultyAssessmentError
from app.exchange.importing import imported_file
from app.maturity.answers import Assessment
from app.storage.assessments import creation
from app.storage.sealing import access_key
from app.storage.sealing.roles import API_ROLES
from app.web import access
from app.web.assessment.import_form import ImportForm
from app.web.assessment.imported import create_from
from app.web.forms.base import ButtonForm, Problem
from app.web.forms.profile import ProfileForm
from app.web.forms.sign_in import CodeForm
from app.web.request import clock, database, language, rate_limits
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import SHORT_IDLE_MINUTES
from app.web.request.services import newest_questionnaire, services, versions
from app.web.request.sizes import LARGEST_UPLOAD

bp = Blueprint("start", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)


@bp.route("/start", methods=["GET", "POST"])
def begin() -> ResponseReturnValue:
    """Ask for the profile and the variant; then create the assessment and show its code."""
    questionnaire = newest_questionnaire()
    variant = "quick" if request.args.get("variant") == "quick" else "full"
    form = ProfileForm.from_request_or_blank(data={"variant": variant})
    if form.is_valid:
        rate_limits.hit(rate_limits.BEGIN)
        return _create(Assessment(questionnaire.id, questionnaire.version, form.profile))
    return _page("assessment/begin.html", tuple(form.problems()), form=form, questionnaire=questionnaire)


@bp.route("/code", methods=["GET", "POST"])
def enter_code() -> ResponseReturnValue:
    """Open an assessment by its code."""
    form = CodeForm.from_request_or_blank()
    if not form.is_valid:
        return _page("assessment/enter_code.html", tuple(form.problems()), form=form)
    key = access_key.unlock(database.reading(), services().vault, form.normalised_code, clock.now())
    if key is None:
        refused = access.refuse_code(_("No assessment has this code; check what you entered"))
        page, _status = _page("assessment/enter_code.html", (Problem("code", refused.sentence),), form=form)
        return page, refused.status, refused.headers
    if key.role in API_ROLES:
        sentence = _("This code is for a program and opens no page; ask the owner for a link of your own")
        return _page("assessment/enter_code.html", (Problem("code", sentence),), form=form)
    return access.open_by_code(key, form.normalised_code, form.idle_minutes)


@bp.route("/import", methods=["GET", "POST"])
def import_file() -> ResponseReturnValue:
    """Create an assessment from a file that another one was exported to."""
    request.max_content_length = LARGEST_UPLOAD
    form = ImportForm.from_request_or_blank()
    problems = tuple(form.problems())
    if form.is_valid:
        rate_limits.hit(rate_limits.IMPORT)
        content = form.file.data.stream.read(imported_file.MAX_BYTES + 1)
        try:
            file = imported_file.read(content, versions(), clock.latest_day())
            return _show_code(*create_from(file))
        except FaultyAssessmentError as error:
            problems = tuple(Problem("file", fault.text(_)) for fault in error.faults)
    return _page("assessment/import.html", problems, form=form)


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Forget every code in this browser."""
    if ButtonForm.from_request().is_genuine:
        access.forget_all_codes()
        response = redirect(url_for("start.signed_out"))
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
    return redirect(url_for("pages.start"))


@bp.get("/signed-out")
def signed_out() -> ResponseReturnValue:
    """Show that the browser is signed out."""
    return render_template("assessment/signed_out.html")


def _create(assessment: Assessment) -> ResponseReturnValue:
    followed = versions().for_assessment(assessment)
    created = creation.create(database.writing(), services().vault, followed, assessment, clock.utc_today())
    return _show_code(*created)


def _show_code(id: str, code: str) -> ResponseReturnValue:
    access.remember_code(id, code, SHORT_IDLE_MINUTES)
    return redirect(url_for("tasks.code", id=id))


def _page(template: str, problems: tuple[Problem, ...], **values: object) -> tuple[str, int]:
    return render_template(template, problems=problems, **values), 422 if problems else 200
