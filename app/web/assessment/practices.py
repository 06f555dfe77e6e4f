"""The page of a domain: its questions asked, and its answers stored."""

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity import wizard
from app.maturity.errors import UnknownQuestionError
from app.maturity.questionnaire import Domain
from app.storage.assessments import assessments
from app.storage.assessments.assessments import Page
from app.storage.sealing.access_key import Key
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.roles import CONTRIBUTOR
from app.web import access
from app.web.assessment import fragment_cache
from app.web.assessment.practice_form import PracticeForm, practice_form
from app.web.assessment.practice_view import PracticeView, stored_views, typed_views
from app.web.forms.base import Problem
from app.web.refused.submitted import Typed, shown, typed
from app.web.request import database, language
from app.web.request.language import address
from app.web.request.services import questionnaire

bp = Blueprint("practices", __name__, url_prefix=language.PATH)
language.speak(bp)


@bp.route("/<string(length=1):letter>", methods=["GET", "POST"])
def domain(id: str, letter: str) -> ResponseReturnValue:
    """Ask one domain's questions, and store the answers."""
    key = access.key(id, CONTRIBUTOR)
    asked = _domain(letter)
    if request.method == "POST":
        return _save(id, asked, key, assessments.open_page(database.reading(), key, letter))
    stored = assessments.load_page(database.reading(), key, letter)
    questions = questionnaire().asked(stored.assessment.profile.variant, letter)
    views = stored_views(questions, stored.assessment.answers)
    return _page(id, asked, views, version=stored.versions[letter])


def _domain(letter: str) -> Domain:
    try:
        return questionnaire().domain(letter)
    except UnknownQuestionError:
        raise NotFound from None


def _save(id: str, domain: Domain, key: Key, page: Page) -> ResponseReturnValue:
    """Store what is sound, show again what is not, and go on if nothing has to be mended."""
    stored = page.stored
    version_now = stored.versions[domain.letter]
    form = practice_form(questionnaire().asked(stored.assessment.profile.variant, domain.letter)).sent()
    version = form.seen(version_now)
    answers = {**stored.assessment.answers, **form.answers(stored.assessment.answers)}
    problems = list(form.problems())
    if form.may_be_stored:
        try:
            if form.is_behind(version_now):
                raise ConflictError(domain.letter, stored)
            version = assessments.save_page(
                database.writing(), key, page, answers, expected_version=form.expected
            )
        except ConflictError as error:
            views = typed_views(form, error.stored.assessment.answers, {}, conflict=True)
            return _page(id, domain, views, version=error.version, conflict=True, beyond=_beyond(form)), 409
        if form.action.data == "continue":
            problems += form.blanks(answers)
    if problems:
        errors = {problem.control: problem.sentence for problem in problems}
        views = typed_views(form, answers, errors)
        return _page(id, domain, views, version=version, problems=problems), 422
    return redirect(
        _next_page(key, domain.letter) if form.action.data == "continue" else address("tasks.tasks", id=id)
    )


def _beyond(form: PracticeForm) -> list[Typed]:
    """Tell what was typed for questions that a newer version of the questionnaire no longer asks."""
    unasked = frozenset(form.strangers())
    return shown((name, value) for name, value in typed() if name in unasked)


def _next_page(key: Key, letter: str) -> str:
    id, following = key.assessment_id, wizard.next_domain(questionnaire(), letter)
    while following is not None and not key.reader.may_read(following.letter):
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
    beyond: Sequence[Typed] = (),
) -> str:
    return render_template(
        "practices/domain.html",
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
