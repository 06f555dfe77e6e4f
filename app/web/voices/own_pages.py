"""The pages of a voice: what it is asked, its domains one by one, its answers, and the end of its work."""

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection
from werkzeug.exceptions import NotFound

from app.maturity import wizard
from app.maturity.questionnaire import Domain
from app.maturity.wizard import Progress
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import VOICE
from app.storage.voices import own_answers
from app.storage.voices.errors import VoiceStateError
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment import fragment_cache
from app.web.assessment.next_part import NextPart
from app.web.assessment.practice_form import CONTINUE, PracticeForm
from app.web.assessment.practice_view import PracticeView, stored_views, submitted_views
from app.web.forms.base import Problem, sentences_by_control
from app.web.refused.submitted import describe_fields, submitted_fields
from app.web.request import database, language, notice
from app.web.request.language import address, current
from app.web.request.language import translate as _
from app.web.versioned_save import versioned_save
from app.web.voices import voice_view
from app.web.voices.voice_form import FINISH, FinishForm, voice_form
from app.web.voices.voice_view import VoiceView

bp = Blueprint("own_voice", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/voice")
def home(id: str) -> ResponseReturnValue:
    """Show what is asked and who sees it, and the domains with their progress."""
    opened = _opened(id)
    view = voice_view.prepare(opened.key, opened.questionnaire)
    progress = _progress(view)
    return access.render(
        "voices/own.html", opened, view=view, progress=progress, following=_next_part(id, view, progress)
    )


@bp.route("/voice/<string(length=1):letter>", methods=["GET", "POST"])
def domain(id: str, letter: str) -> ResponseReturnValue:
    """Ask one domain’s questions, and store the answers."""
    opened = _opened(id)
    view = voice_view.prepare(opened.key, opened.questionnaire)
    found = next((each for each in view.domains if each.letter == letter), None)
    if found is None:
        raise NotFound
    if request.method == "POST":
        return _save(opened, view, found)
    if not view.own.may_save:
        return redirect(url_for("own_voice.check", id=id))
    stored = view.own.as_assessment
    views = stored_views(view.asked(letter), stored.assessment.answers, None)
    return _page(opened, view, found, views, version=stored.versions[letter])


@bp.route("/voice/check", methods=["GET", "POST"])
def check(id: str) -> ResponseReturnValue:
    """Show every answer; the button says that the voice has finished, or that it goes on."""
    opened = _opened(id)
    view = voice_view.prepare(opened.key, opened.questionnaire)
    if request.method == "GET":
        return _check_page(opened, view, ())
    form = FinishForm.from_request()
    problems = tuple(form.problems())
    finished = form.action.data == FINISH
    if not problems and finished and not view.own.voice.has_begun:
        problems = (Problem("", _("Answer at least one question before you finish")),)
    if problems:
        return _check_page(opened, view, problems), 422
    try:
        own_answers.set_finished(database.writing(), opened.key, finished=finished)
    except VoiceStateError:
        # The owner has just closed: the page says so.
        database.writing().rollback()
    return redirect(url_for("own_voice.home", id=id))


def _opened(id: str) -> OpenAssessment:
    """Return the open assessment for a voice, and for nobody else: owners have pages of their own."""
    opened = access.opened(id, VOICE)
    if opened.role != VOICE:
        raise ForbiddenError
    return opened


def _save(opened: OpenAssessment, view: VoiceView, domain: Domain) -> ResponseReturnValue:
    """Store the valid answers, show the form again if there is a problem, and else go on."""
    if not view.own.may_save:
        return _not_saved(is_closed=view.own.stored.is_closed)
    letter, stored = domain.letter, view.own.as_assessment
    form = voice_form(view.asked(letter)).from_request()
    answers = {**stored.assessment.answers, **form.answers(stored.assessment.answers)}

    def save(connection: Connection, expected: int) -> int:
        given = {each.id: answers[each.id] for each in form.questions if each.id in answers}
        return own_answers.save_own(connection, opened.key, letter, given, expected_revision=expected)

    try:
        result = versioned_save(form, stored, letter, save)
    except VoiceStateError:
        database.writing().rollback()
        own = own_answers.load_own(database.reading(), opened.key)
        return _not_saved(is_closed=own.stored.is_closed)
    if result.conflict is not None:
        theirs = result.conflict
        views = submitted_views(form, theirs.assessment.answers, {}, None, conflict=True)
        return _page(opened, view, domain, views, version=result.version, conflict=True), 409
    problems = list(result.problems)
    if form.may_be_stored and form.action.data == CONTINUE:
        problems += form.blanks(answers)
    if problems:
        views = submitted_views(form, answers, sentences_by_control(problems), None)
        shown = _page(
            opened,
            view,
            domain,
            views,
            version=result.version,
            problems=problems,
            saved=result.saved_sentence,
        )
        return shown, 422
    _leave_notice(opened, stored, form, letter, changed=result.version != stored.versions[letter])
    if form.action.data == CONTINUE:
        return redirect(_next_page(opened, view, letter))
    return redirect(address("own_voice.home", id=opened.id))


def _leave_notice(
    opened: OpenAssessment, stored: StoredAssessment, form: PracticeForm, letter: str, *, changed: bool
) -> None:
    answers = {**stored.assessment.answers, **form.answers(stored.assessment.answers)}
    progress = Progress.of(form.questions, answers)
    kind = notice.SAVED_DOMAIN if changed or progress.answered else notice.NOTHING_CHANGED
    notice.leave_saved(opened.id, kind, letter=letter, progress=progress)


def _not_saved(*, is_closed: bool) -> ResponseReturnValue:
    """Keep what was typed although nothing can be saved any more."""
    sent = list(submitted_fields())
    closed = _(
        "The owner of the assessment has closed the independent answers. Nothing you typed is lost: it is"
        " below. Ask the owner to reopen them; then press the button on this page."
    )
    finished = _(
        "You have said that you have finished. Nothing you typed is lost: it is below. If you want to change"
        " your answers, open the page “Check your answers” in another tab and press “Change my answers”; then"
        " press the button on this page."
    )
    body = closed if is_closed else finished
    title = _("Nothing on this page was saved")
    page = render_template(
        "refused/resubmit.html", title=title, body=body, typed=sent, shown=describe_fields(sent)
    )
    return page, 409


def _progress(view: VoiceView) -> dict[str, Progress]:
    answers = view.own.as_assessment.assessment.answers
    return {each.letter: Progress.of(view.asked(each.letter), answers) for each in view.domains}


def _next_part(id: str, view: VoiceView, progress: dict[str, Progress]) -> NextPart | None:
    if not view.own.may_save:
        return None
    domain = wizard.first_unfinished(view.domains, progress)
    if domain is None:
        return NextPart(_("Check your answers"), address("own_voice.check", id=id))
    sentence = _("Go on with %(domain)s") if view.own.voice.has_begun else _("Start with %(domain)s")
    page = address("own_voice.domain", id=id, letter=domain.letter)
    return NextPart(sentence % {"domain": domain.name.in_(current())}, page)


def _next_page(opened: OpenAssessment, view: VoiceView, letter: str) -> str:
    letters = [each.letter for each in view.domains]
    following = letters[letters.index(letter) + 1 :]
    if not following:
        return address("own_voice.check", id=opened.id)
    return address("own_voice.domain", id=opened.id, letter=following[0])


def _check_page(opened: OpenAssessment, view: VoiceView, problems: tuple[Problem, ...]) -> str:
    assessment = view.own.as_assessment.assessment
    return access.render("voices/own_check.html", opened, view=view, assessment=assessment, problems=problems)


def _page(
    opened: OpenAssessment,
    view: VoiceView,
    domain: Domain,
    views: list[PracticeView],
    *,
    version: int,
    problems: list[Problem] | None = None,
    conflict: bool = False,
    saved: str = "",
) -> str:
    questionnaire, variant = opened.questionnaire, view.own.head.profile.variant
    letters = [each.letter for each in view.domains]
    return access.render(
        "voices/own_domain.html",
        opened,
        domain=domain,
        questionnaire=questionnaire,
        unsaved=conflict or bool(saved),
        views=views,
        version=version,
        problems=problems or [],
        conflict=conflict,
        saved=saved,
        fieldset=partial(fragment_cache.fieldset, questionnaire, variant),
        comment=fragment_cache.comment,
        place={"n": letters.index(domain.letter) + 1, "m": len(letters)},
        left_out=len(domain.questions) > len(views),
    )
