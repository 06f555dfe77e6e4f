"""The page of a domain, which asks its questions and stores their answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection
from werkzeug.exceptions import NotFound

from app.maturity import wizard
from app.maturity.answers import NO_ANSWER, Answer
from app.maturity.errors import UnknownQuestionError
from app.maturity.plan.progress import done_days
from app.maturity.questionnaire import Domain, Questionnaire
from app.maturity.wizard import Progress
from app.storage.assessments import assessments
from app.storage.assessments.assessments import EditableDomain
from app.storage.plan import plans
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.roles import CONTRIBUTOR
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment import fragment_cache
from app.web.assessment.practice_form import CONFIRM, CONTINUE, PracticeForm, practice_form
from app.web.assessment.practice_view import PracticeView, stored_views, submitted_views
from app.web.forms.base import Problem, question_label, sentences_by_control
from app.web.refused.closed_form import closed_domain
from app.web.refused.submitted import SubmittedField, describe_fields, submitted_fields
from app.web.request import database, language, notice
from app.web.request.language import address
from app.web.request.language import translate as _
from app.web.versioned_save import SaveResult, versioned_save

bp = Blueprint("practices", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/<string(length=1):letter>", methods=["GET", "POST"])
def domain(id: str, letter: str) -> ResponseReturnValue:
    """Ask one domain's questions, and store the answers."""
    opened = access.opened(id, CONTRIBUTOR)
    domain = _domain(opened.questionnaire, letter)
    if request.method == "POST":
        return _save(opened, domain, assessments.open_domain(database.reading(), opened.key, letter))
    stored = assessments.load_domain(database.reading(), opened.key, letter)
    if stored.is_closed:
        return closed_domain(opened, stored, domain)
    variant = stored.assessment.profile.variant
    asked = opened.questionnaire.questions_in(variant, letter)
    views = stored_views(asked, stored.assessment.answers, stored.begun_on)
    return _page(opened, domain, stored, views, version=stored.versions[letter])


def _domain(questionnaire: Questionnaire, letter: str) -> Domain:
    try:
        return questionnaire.domain(letter)
    except UnknownQuestionError:
        raise NotFound from None


def _save(opened: OpenAssessment, domain: Domain, page: EditableDomain) -> ResponseReturnValue:
    """Store the valid answers, show the form again if there is a problem, and else go on."""
    stored = page.stored
    variant = stored.assessment.profile.variant
    form = practice_form(opened.questionnaire.questions_in(variant, domain.letter)).from_request()
    answers = {**stored.assessment.answers, **form.answers(stored.assessment.answers)}

    def save(connection: Connection, expected: int) -> int:
        return assessments.save_domain(connection, opened.key, page, answers, expected_version=expected)

    result = versioned_save(form, stored, domain.letter, save)
    if result.conflict is not None:
        theirs = result.conflict
        views = submitted_views(form, theirs.assessment.answers, {}, theirs.begun_on, conflict=True)
        beyond = _beyond(opened, form)
        return _page(opened, domain, theirs, views, version=result.version, conflict=True, beyond=beyond), 409
    problems = list(result.problems)
    if form.may_be_stored and form.action.data in (CONTINUE, CONFIRM):
        problems += form.blanks(answers)
    if problems:
        views = submitted_views(form, answers, sentences_by_control(problems), stored.begun_on)
        unsaved = bool(result.problems)
        shown = _page(
            opened,
            domain,
            stored,
            views,
            version=result.version,
            problems=problems,
            unsaved=unsaved,
            saved=_saved_sentence(form, result, answers),
        )
        return shown, 422
    before = stored.versions[domain.letter]
    progress = Progress.of(form.questions, answers)
    # Without an answer, “Saved” would be said of nothing.
    nothing = result.version == before and not progress.answered
    saved = notice.SAVED_CONFIRMED if stored.begun_on else notice.SAVED_DOMAIN
    kinds = [notice.NOTHING_CHANGED if nothing else saved]
    if result.version != before and page.completed_version == before:
        kinds.append(notice.NOW_INTERIM)
    notice.leave_saved(opened.id, *kinds, letter=domain.letter, progress=progress)
    if form.action.data in (CONTINUE, CONFIRM):
        return redirect(_next_page(opened, domain.letter))
    return redirect(address("tasks.tasks", id=opened.id))


def _saved_sentence(form: PracticeForm, result: SaveResult, answers: Mapping[str, Answer]) -> str:
    """Return what of the page is saved: a question with a fault in any of its controls is not, whole."""
    if result.is_refused:
        return result.saved_sentence
    if not form.invalid_questions:
        given = [answers.get(question.id, NO_ANSWER) for question in form.questions]
        if any(each.is_given for each in given):
            return _("Your answers on this page are saved.")
        if all(each.is_blank for each in given):
            return _("No question on this page has an answer yet, so there is nothing to save.")
        return _("No question on this page has an answer yet. What you typed is saved.")
    named = _("; ").join(question_label(question) for question in form.invalid_questions)
    sentence = _(
        "Not saved yet: %(questions)s (answer, comment and evidence). Everything else on this page is saved."
    )
    return sentence % {"questions": named}


def _beyond(opened: OpenAssessment, form: PracticeForm) -> list[SubmittedField]:
    """Return the text typed for questions that a newer version of the questionnaire no longer asks."""
    unasked = frozenset(form.unexpected_fields())
    fields = ((name, value) for name, value in submitted_fields() if name in unasked)
    return describe_fields(fields, opened.questionnaire)


def _next_page(opened: OpenAssessment, letter: str) -> str:
    following = wizard.next_domain(opened.questionnaire, letter)
    while following is not None and not opened.key.grant.may_read(following.letter):
        following = wizard.next_domain(opened.questionnaire, following.letter)
    if following is None:
        return address("tasks.tasks" if opened.role == CONTRIBUTOR else "opinions.opinions", id=opened.id)
    return address("practices.domain", id=opened.id, letter=following.letter)


def _place(opened: OpenAssessment, domain: Domain) -> dict[str, int]:
    """Return which of the domains that the link may answer this is, counted from 1, and how many they are."""
    readable = [
        each.letter for each in opened.questionnaire.domains if opened.key.grant.may_read(each.letter)
    ]
    return {"n": readable.index(domain.letter) + 1, "m": len(readable)}


def _done_days(opened: OpenAssessment, stored: StoredAssessment) -> dict[str, date]:
    """Return when actions were marked done, by practice, since the round that the answers are from."""
    if stored.carried_from is None:
        return {}
    return done_days(plans.load_plan(database.reading(), opened.key).plan, stored.carried_from)


def _page(
    opened: OpenAssessment,
    domain: Domain,
    stored: StoredAssessment,
    views: list[PracticeView],
    *,
    version: int,
    problems: list[Problem] | None = None,
    conflict: bool = False,
    unsaved: bool = False,
    saved: str = "",
    beyond: Sequence[SubmittedField] = (),
) -> str:
    questionnaire, variant = opened.questionnaire, stored.assessment.profile.variant
    return access.render(
        "assessment/practices.html",
        opened,
        domain=domain,
        questionnaire=questionnaire,
        views=views,
        version=version,
        problems=problems or [],
        conflict=conflict,
        unsaved=unsaved or conflict,
        saved=saved,
        beyond=beyond,
        fieldset=partial(fragment_cache.fieldset, questionnaire, variant),
        notes=partial(fragment_cache.notes, questionnaire, variant),
        place=_place(opened, domain),
        left_out=len(domain.questions) > len(views),
        carried=[view for view in views if view.carried],
        done=_done_days(opened, stored),
    )
