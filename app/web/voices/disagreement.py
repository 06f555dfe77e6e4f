"""Where colleagues disagree: every question in order, and the form that settles one."""

from functools import partial

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection
from werkzeug.exceptions import NotFound

from app.maturity.answers import NO_ANSWER
from app.maturity.questionnaire import Question
from app.maturity.voices.disagreement import QuestionVoices, Voices
from app.storage.assessments import assessments
from app.storage.assessments.assessments import EditableDomain
from app.storage.sealing.documents import StoredAssessment
from app.storage.voices.voices import load_voices
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment import fragment_cache
from app.web.assessment.practice_view import PracticeView, stored_views
from app.web.forms.base import Problem, sentences_by_control
from app.web.request import database, language, notice
from app.web.results.shown_voices import voices_of
from app.web.rounds.open_round import open_round
from app.web.versioned_save import versioned_save
from app.web.voices import heard_view
from app.web.voices.settle_form import NEXT, SettleForm, settle_form

bp = Blueprint("disagreement", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/voices/disagreement")
def disagreement(id: str) -> ResponseReturnValue:
    """Show every question as colleagues answered it, those in disagreement first."""
    opened = access.opened(id)
    heard = load_voices(database.reading(), opened.key).heard
    stored = opened.load()
    voices = voices_of(opened.questionnaire, stored.assessment, heard)
    if voices is None:
        return redirect(url_for("voices.voices", id=id))
    view = heard_view.describe(voices, stored.assessment, language.wording(opened.questionnaire))
    return access.render("voices/disagreement.html", opened, view=view, round=None)


@bp.get("/rounds/<int:number>/voices")
def of_round(id: str, number: int) -> ResponseReturnValue:
    """Show the same for a closed round, as it was then."""
    opened = access.opened(id)
    shown = open_round(id, number)
    if shown.voices is None:
        raise NotFound
    view = heard_view.describe(shown.voices, shown.assessment, language.wording(shown.questionnaire))
    values = {"view": view, **shown.frame}
    return access.render("voices/disagreement.html", opened, **values)


@bp.route("/voices/disagreement/<question>", methods=["GET", "POST"])
def settle(id: str, question: str) -> ResponseReturnValue:
    """Show one question as colleagues answered it, and store the organisation’s answer."""
    opened = access.opened(id)
    heard = load_voices(database.reading(), opened.key).heard
    profile = opened.load().assessment
    voices = voices_of(opened.questionnaire, profile, heard)
    said = next((each for each in voices.questions if each.question.id == question), None) if voices else None
    if voices is None or said is None or not said.heard:
        raise NotFound
    page = assessments.open_domain(database.reading(), opened.key, said.question.domain_letter)
    if request.method == "POST":
        return _save(opened, voices, said, page)
    if page.stored.is_closed:
        return redirect(url_for("disagreement.disagreement", id=id))
    letter = said.question.domain_letter
    [view] = stored_views((said.question,), page.stored.assessment.answers, None)
    return _page(opened, voices, said, page.stored, view, version=page.stored.versions[letter])


def _save(
    opened: OpenAssessment, voices: Voices, said: QuestionVoices, page: EditableDomain
) -> ResponseReturnValue:
    """Store the answer, show the form again if there is a problem, and else go on."""
    question, stored = said.question, page.stored
    letter = question.domain_letter
    form = settle_form(question).from_request()
    answer = form.answer(stored.assessment.answers)
    blank = tuple(form.blank(answer))

    def save(connection: Connection, expected: int) -> int:
        if blank:
            return expected
        given = {question.id: answer}
        return assessments.save_domain(connection, opened.key, page, given, expected_version=expected)

    result = versioned_save(form, stored, letter, save)
    if result.conflict is not None:
        view = _submitted(form, question, result.conflict, {}, conflict=True)
        shown = _page(opened, voices, said, result.conflict, view, version=result.version, conflict=True)
        return shown, 409
    problems = (*result.problems, *blank)
    if problems:
        view = _submitted(form, question, stored, sentences_by_control(problems))
        return _page(opened, voices, said, stored, view, version=result.version, problems=problems), 422
    notice.leave_saved(opened.id, notice.kind_of_save(stored.versions[letter], result.version))
    following = _next_question(voices, question) if form.action.data == NEXT else None
    if following:
        return redirect(url_for("disagreement.settle", id=opened.id, question=following.id))
    return redirect(url_for("disagreement.disagreement", id=opened.id, _anchor=question.id))


def _submitted(
    form: SettleForm,
    question: Question,
    stored: StoredAssessment,
    errors: dict[str, str],
    *,
    conflict: bool = False,
) -> PracticeView:
    given = stored.assessment.answers.get(question.id, NO_ANSWER)
    choice, comment, _evidence, _day = form.answers_field.inputs[question.id]
    return PracticeView(
        question,
        choice or "",
        comment or "",
        "",
        "",
        errors,
        theirs=given if conflict else None,
    )


def _next_question(voices: Voices, question: Question) -> Question | None:
    """Return the next question in disagreement, or None after the last."""
    ids = [each.question.id for each in voices.disputed]
    following = voices.disputed[ids.index(question.id) + 1 :] if question.id in ids else ()
    return following[0].question if following else None


def _page(
    opened: OpenAssessment,
    voices: Voices,
    said: QuestionVoices,
    stored: StoredAssessment,
    view: PracticeView,
    *,
    version: int,
    problems: tuple[Problem, ...] = (),
    conflict: bool = False,
) -> str:
    questionnaire, variant = opened.questionnaire, stored.assessment.profile.variant
    wording = language.wording(questionnaire)
    return access.render(
        "voices/settle.html",
        opened,
        heard=heard_view.describe_question(said, stored.assessment, wording),
        view=view,
        following=_next_question(voices, said.question),
        questionnaire=questionnaire,
        fieldset=partial(fragment_cache.fieldset, questionnaire, variant),
        version=version,
        problems=problems,
        conflict=conflict,
    )
