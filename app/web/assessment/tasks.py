"""The assessment's own pages: its code, its tasks, and its profile."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.maturity import scoring, wizard
from app.storage.assessments import assessments, deletion, sharing
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PROFILE, StoredAssessment
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.roles import CONTRIBUTOR
from app.web import access
from app.web.assessment.reworded import questions_to_review
from app.web.forms.profile import ProfileChangeForm
from app.web.request import database, language
from app.web.request.language import ASSESSMENT_PREFIX
from app.web.request.language import translate as _
from app.web.request.services import newer, questionnaire, services

bp = Blueprint("tasks", __name__, url_prefix=ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/code")
def code(id: str) -> ResponseReturnValue:
    """Show the code, which nobody can recover."""
    _id, follows = access.key(id).questionnaire
    return render_template(
        "assessment/show_code.html", id=id, code=access.formatted_code(id), follows=follows, newer=newer()
    )


@bp.get("/code.txt")
def code_file(id: str) -> ResponseReturnValue:
    """Send the code as a file to keep."""
    access.key(id)
    lines = (
        _("Check your social media policy readiness"),
        _("The code of your assessment:"),
        access.formatted_code(id),
        _("Enter it at this address, on any browser:"),
        url_for("start.enter_code", _external=True),
        _("Nobody can recover a lost code. Keep this file where nobody else can read it."),
    )
    headers = {"Content-Disposition": f'attachment; filename="muster-code-{id[:4]}.txt"'}
    return Response("\n\n".join(lines) + "\n", mimetype="text/plain", headers=headers)


@bp.get("/")
def tasks(id: str) -> ResponseReturnValue:
    """List the domains with how far each has come, and who answers it."""
    key = access.key(id, CONTRIBUTOR)
    stored = assessments.load(database.reading(), key)
    if key.role == CONTRIBUTOR:
        return _contributor_tasks(key, stored)
    asked, assessment = questionnaire(), stored.assessment
    days = services().config.retention_days
    return render_template(
        "assessment/tasks.html",
        id=id,
        assessment=assessment,
        questionnaire=asked,
        progress={d.letter: wizard.progress(asked, assessment, d.letter) for d in asked.domains},
        whole=wizard.progress(asked, assessment),
        complete=stored.complete,
        newer=newer(),
        look_again=questions_to_review(stored),
        answerers=sharing.contributors_by_domain(database.reading(), key),
        due_on=deletion.purge_day(database.reading(), id, days) if days else None,
    )


def _contributor_tasks(key: AccessKey, stored: StoredAssessment) -> str:
    """List the domains that a contributor was given, and their scores if its owner allows it."""
    asked, assessment = questionnaire(), stored.assessment
    domains = [domain for domain in asked.domains if key.grant.may_read(domain.letter)]
    scores = {d.letter: scoring.domain_score(d, asked, assessment) for d in domains if key.grant.scores}
    return render_template(
        "assessment/contributor_tasks.html",
        id=key.assessment_id,
        assessment=assessment,
        questionnaire=asked,
        domains=domains,
        progress={d.letter: wizard.progress(asked, assessment, d.letter) for d in domains},
        scores=scores,
    )


@bp.route("/profile", methods=["GET", "POST"])
def profile(id: str) -> ResponseReturnValue:
    """Change who the organisation is, or the variant."""
    key = access.key(id)
    stored = assessments.load(database.reading(), key)
    version, status, theirs = stored.versions[PROFILE], 200, None
    form = ProfileChangeForm(obj=stored.assessment.profile)
    if request.method == "POST":
        form, status = ProfileChangeForm.from_request(), 422
        version = form.version_to_show(version)
        if form.may_be_stored:
            try:
                if form.is_outdated(stored.versions[PROFILE]):
                    raise ConflictError(PROFILE, stored)
                changed = form.apply_to(stored.assessment.profile)
                version = assessments.save_profile(
                    database.writing(), key, changed, expected_version=form.expected_version
                )
                if form.is_valid:
                    return redirect(url_for("tasks.tasks", id=id))
            except ConflictError as error:
                version, status, theirs = error.version, 409, error.stored.assessment.profile
    page = render_template(
        "assessment/profile.html",
        id=id,
        form=form,
        problems=list(form.problems()) if status == 422 else [],
        version=version,
        theirs=theirs,
        questionnaire=questionnaire(),
    )
    return page, status
