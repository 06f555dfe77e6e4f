"""The pages of the code, the tasks and the profile of an assessment."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from app.maturity import scoring, wizard
from app.maturity.rounds.round import Round
from app.storage.assessments import assessments, deletion, sharing
from app.storage.plan import plans
from app.storage.rounds import beginning
from app.storage.sealing.documents import PROFILE, StoredAssessment
from app.storage.sealing.roles import CONTRIBUTOR
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment.next_part import check_part, next_domain_part
from app.web.assessment.reworded import questions_to_review
from app.web.forms.profile import ProfileChangeForm, describe_profile
from app.web.plan.plan_view import PlanWords, describe_plan
from app.web.refused.closed_form import closed_profile
from app.web.request import clock, database, language, notice
from app.web.request.files import text_response
from app.web.request.language import ASSESSMENT_PREFIX
from app.web.request.language import translate as _
from app.web.request.services import services
from app.web.versioned_save import unsent, versioned_save

bp = Blueprint("tasks", __name__, url_prefix=ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/code")
def code(id: str) -> ResponseReturnValue:
    """Show the code, which cannot be recovered."""
    opened = access.opened(id)
    _id, version = opened.key.questionnaire
    return access.render(
        "assessment/show_code.html",
        opened,
        code=access.formatted_code(id),
        follows=version,
        newer=opened.newer_version,
    )


@bp.get("/code.txt")
def code_file(id: str) -> ResponseReturnValue:
    """Send the code as a text file."""
    access.opened(id)
    lines = (
        _("Check your social media policy readiness"),
        _("The code of your assessment:"),
        access.formatted_code(id),
        _("Enter it at this address, in any browser:"),
        url_for("start.enter_code", _external=True),
        _("Nobody can recover a lost code. Keep this file where nobody else can read it."),
    )
    return text_response(lines, f"muster-code-{id[:4]}.txt")


@bp.get("/")
def tasks(id: str) -> ResponseReturnValue:
    """List the domains with their progress, and with the links that may answer them."""
    opened = access.opened(id, CONTRIBUTOR)
    stored = opened.load()
    if opened.role == CONTRIBUTOR:
        return _contributor_tasks(opened, stored)
    questionnaire, assessment = opened.questionnaire, stored.assessment
    days = services().config.retention_days
    progress = {d.letter: wizard.progress(questionnaire, assessment, d.letter) for d in questionnaire.domains}
    following = next_domain_part(id, questionnaire.domains, progress) or check_part(id)
    return access.render(
        "assessment/tasks.html",
        opened,
        assessment=assessment,
        questionnaire=questionnaire,
        following=None if stored.is_closed else following,
        progress=progress,
        whole=wizard.progress(questionnaire, assessment),
        complete=stored.complete,
        is_closed=stored.is_closed,
        begun_on=stored.begun_on,
        undoable=_undoable(opened, stored),
        newer=opened.newer_version,
        look_again=questions_to_review(questionnaire, stored),
        answerers=sharing.contributors_by_domain(database.reading(), opened.key),
        has_entries=bool(assessment.opinions) or any(not a.is_blank for a in assessment.answers.values()),
        due_on=deletion.purge_day(database.reading(), id, days) if days else None,
        plan=_plan_words(opened),
    )


def _undoable(opened: OpenAssessment, stored: StoredAssessment) -> Round | None:
    """Return the round that is closed again if the new one is undone; None if that cannot be done."""
    given = stored.assessment.answers.values()
    # Most pages need not open the last round.
    if stored.begun_on is None or any(answer.is_confirmed for answer in given):
        return None
    return beginning.find_undoable(database.reading(), opened.key, opened.versions, stored)


def _contributor_tasks(opened: OpenAssessment, stored: StoredAssessment) -> str:
    """List the domains that a contributor may answer, and their scores if the link shows them."""
    questionnaire, assessment, grant = opened.questionnaire, stored.assessment, opened.key.grant
    domains = [domain for domain in questionnaire.domains if grant.may_read(domain.letter)]
    progress = {d.letter: wizard.progress(questionnaire, assessment, d.letter) for d in domains}
    scores = {d.letter: scoring.domain_score(d, questionnaire, assessment) for d in domains if grant.scores}
    return access.render(
        "assessment/contributor_tasks.html",
        opened,
        assessment=assessment,
        questionnaire=questionnaire,
        domains=domains,
        following=next_domain_part(opened.id, domains, progress),
        progress=progress,
        scores=scores,
        plan=_plan_words(opened),
        is_closed=stored.is_closed,
        begun_on=stored.begun_on,
    )


def _plan_words(opened: OpenAssessment) -> PlanWords | None:
    plan = plans.load_plan(database.reading(), opened.key).plan
    return describe_plan(plan, language.wording(opened.questionnaire), clock.now())


@bp.route("/profile", methods=["GET", "POST"])
def profile(id: str) -> ResponseReturnValue:
    """Change who the organisation is, or the variant."""
    opened = access.opened(id)
    stored = opened.load()
    if request.method == "GET" and stored.is_closed:
        return closed_profile(opened, stored)
    form, result = ProfileChangeForm(obj=stored.assessment.profile), unsent(stored, PROFILE)
    if request.method == "POST":
        form = ProfileChangeForm.from_request()
        changed = form.apply_to(stored.assessment.profile)

        def save(connection: Connection, expected: int) -> int:
            return assessments.save_profile(connection, opened.key, changed, expected_version=expected)

        result = versioned_save(form, stored, PROFILE, save)
        if result.is_saved:
            ends = stored.complete and changed.variant != stored.assessment.profile.variant
            kind = notice.kind_of_save(stored.versions[PROFILE], result.version)
            notice.leave_saved(id, kind, *((notice.NOW_INTERIM,) if ends else ()))
            return redirect(url_for("tasks.tasks", id=id))
    theirs = result.conflict.assessment.profile if result.conflict else None
    page = access.render(
        "assessment/profile.html",
        opened,
        form=form,
        problems=result.problems,
        saved=result.saved_sentence,
        version=result.version,
        theirs=describe_profile(theirs, opened.questionnaire) if theirs else None,
        questionnaire=opened.questionnaire,
    )
    return page, result.status
