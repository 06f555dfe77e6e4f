"""The page of a domain: its questions asked, and its answers stored."""

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity import wizard
from app.maturity.errors import UnknownQuestionError
from app.maturity.questionnaire import Domain
from app.storage.assessments import assessments
from app.storage.assessments.assessments import EditableDomain
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.roles import CONTRIBUTOR
from app.web import access
from app.web.assessment import fragment_cache
from app.web.assessment.practice_form import PracticeForm, practice_form
from app.web.assessment.practice_view import PracticeView, stored_views, submitted_views
from app.web.forms.base import Problem
from app.web.refused.submitted import SubmittedField, describe_fields, submitted_fields
from app.web.request import database, language
from app.web.request.language import address
from app.web.request.services import questionnaire

bp = Blueprint("practices", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/<string(length=1):letter>", methods=["GET", "POST"])
def domain(id: str, letter: str) -> ResponseReturnValue:
    """Ask one domain's questions, and store the answers."""
    key = access.key(id, CONTRIBUTOR)
    asked = _domain(letter)
    if request.method == "POST":
        return _save(id, asked, key, assessments.open_domain(database.reading(), key, letter))
    stored = assessments.load_domain(database.reading(), key, letter)
    questions = questionnaire().questions_in(stored.assessment.profile.variant, letter)
    views = stored_views(questions, stored.assessment.answers)
    return _page(id, asked, views, version=stored.versions[letter])


def _domain(letter: str) -> Domain:
    try:
        return questionnaire().domain(letter)
    except UnknownQuestionError:
        raise NotFound from None


def _save(id: str, domain: Domain, key: AccessKey, page: EditableDomain) -> ResponseReturnValue:
    """Store what is sound, show again what is not, and go on if nothing has to be mended."""
    stored = page.stored
    version_now = stored.versions[domain.letter]
    form = practice_form(
        questionnaire().questions_in(stored.assessment.profile.variant, domain.letter)
    ).from_request()
    version = form.version_to_show(version_now)
    answers = {**stored.assessment.answers, **form.answers(stored.assessment.answers)}
    problems = list(form.problems())
    if form.may_be_stored:
        try:
            if form.is_outdated(version_now):
                raise ConflictError(domain.letter, stored)
            version = assessments.save_domain(
                database.writing(), key, page, answers, expected_version=form.expected_version
            )
        except ConflictError as error:
            views = submitted_views(form, error.stored.assessment.answers, {}, conflict=True)
            return _page(id, domain, views, version=error.version, conflict=True, beyond=_beyond(form)), 409
        if form.action.data == "continue":
            problems += form.blanks(answers)
    if problems:
        errors = {problem.control: problem.sentence for problem in problems}
        views = submitted_views(form, answers, errors)
        return _page(id, domain, views, version=version, problems=problems), 422
    return redirect(
        _next_page(key, domain.letter) if form.action.data == "continue" else address("tasks.tasks", id=id)
    )


def _beyond(form: PracticeForm) -> list[SubmittedField]:
    """Tell what was typed for questions that a newer version of the questionnaire no longer asks."""
    unasked = frozenset(form.unexpected_fields())
    return describe_fields((name, value) for name, value in submitted_fields() if name in unasked)


def _next_page(key: AccessKey, letter: str) -> str:
    id, following = key.assessment_id, wizard.next_domain(questionnaire(), letter)
    while following is not None and not key.grant.may_read(following.letter):
        following = wizard.next_domain(questionnaire(), following.letter)
    if following is None:
        return address("tasks.tasks" if key.role == CONTRIBUTOR else "opinions.opinions", id=id)
    return address("practices.domain", id=id, letter=following.letter)


def _page(
    id: str,
    domain: Domain,
    views: list[PracticeView],
    *,
    version: int,
    problems: list[Problem] | None = None,
    conflict: bool = False,
    beyond: Sequence[SubmittedField] = (),
) -> str:
    return render_template(
        "assessment/practices.html",
        id=id,
        domain=domain,
        questionnaire=questionnaire(),
        views=views,
        version=version,
        problems=problems or [],
        conflict=conflict,
        beyond=beyond,
        fieldset=fragment_cache.fieldset,
        notes=fragment_cache.notes,
    )
