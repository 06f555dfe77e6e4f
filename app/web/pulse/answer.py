"""The pulse's questions at its address, for colleagues who stay anonymous.

Opening the page changes nothing, because mail scanners open it too. The browser's own sealed cookie, which
ends with the browser, remembers that somebody answered: a second answer is noticed, and allowed to another
person. Each page has a mark of its own, sealed with the answer: a double click, which is faster than a
cookie, counts once.
"""

import secrets

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.figures import pulse_words
from app.maturity.pulse.counting import NO_GROUP
from app.maturity.questionnaire import Questionnaire
from app.storage.pulse import respondent
from app.storage.pulse.respondent import PulseFullError, PulseLookup
from app.web.forms.base import Problem, sentences_by_control
from app.web.pulse.forms import PulseForm, pulse_form
from app.web.request import database, language, rate_limits, request_log
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import ANSWERED
from app.web.request.services import services, versions

bp = Blueprint("respond", __name__, url_prefix="/p/<any(en, fr):language>")
language.localise(bp)

# A browser remembers the latest pulses that were answered in it.
_REMEMBERED = 8


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Ask the questions, or thank a person who has just answered them."""
    if not language.code_from_path():
        return redirect(url_for("pages.start"))
    pulse = _find_pulse()
    if pulse is None or not pulse.is_open:
        return _closed(pulse)
    if _is_answered(pulse) and "another" not in request.args:
        return render_template("pulse/thanks.html", again=f"{language.own_address()}?another=yes")
    return _page(pulse, _form_class(pulse)())


@bp.post("/")
def answer() -> ResponseReturnValue:
    """Store an answer, once from each browser unless another person at the same device sends it."""
    pulse = _find_pulse()
    if pulse is None or not pulse.is_open:
        return _closed(pulse)
    form = _form_class(pulse).from_request()
    problems = tuple(form.problems()) or form.blank() or _repeated(pulse, form)
    if problems:
        return _page(pulse, form, problems), 422
    rate_limits.hit(rate_limits.PULSE)
    try:
        vault, code = services().vault, language.code_from_path()
        is_stored = respondent.add_answer(
            database.writing(), vault, code, form.pulse_answer, form.page.data or ""
        )
    except PulseFullError:
        full = _("This pulse has as many answers as it can take. Thank you for wanting to answer.")
        return _page(pulse, form, (Problem("", full),)), 409
    if not is_stored:
        return _closed(pulse)
    session[ANSWERED] = [*_answered(pulse), pulse.browser_mark][-_REMEMBERED:]
    return redirect(language.own_address())


def _find_pulse() -> PulseLookup | None:
    pulse = respondent.find(database.reading(), services().vault, language.code_from_path())
    if pulse is None:
        request_log.record_event("code_refused")
        rate_limits.hit(rate_limits.PULSE)
    return pulse


def _questionnaire(pulse: PulseLookup) -> Questionnaire:
    # Looked up only to ask: a closed pulse needs no questionnaire, whose folder may be missing.
    return versions().find(*pulse.questionnaire)


def _form_class(pulse: PulseLookup) -> type[PulseForm]:
    questions = _questionnaire(pulse).pulse_questions(policy=pulse.terms.asks_policy)
    return pulse_form(questions, pulse.terms.grouping)


def _answered(pulse: PulseLookup) -> list[str]:
    return [mark for mark in session.get(ANSWERED, []) if mark != pulse.browser_mark]


def _is_answered(pulse: PulseLookup) -> bool:
    return pulse.browser_mark in session.get(ANSWERED, [])


def _repeated(pulse: PulseLookup, form: PulseForm) -> tuple[Problem, ...]:
    if not _is_answered(pulse) or form.is_another_person:
        return ()
    sentence = _(
        "An answer was already sent from this browser. If it was yours, you are done, and thank you. If you"
        " are another person at the same device, tick the box and send yours."
    )
    return (Problem("another", sentence),)


def _closed(pulse: PulseLookup | None) -> ResponseReturnValue:
    """Show that nothing can be answered here, for the moment or any more."""
    status = 404 if pulse is None else 409 if request.method == "POST" else 200
    return render_template("pulse/no_pulse.html", known=pulse is not None), status


def _page(pulse: PulseLookup, form: PulseForm, problems: tuple[Problem, ...] = ()) -> str:
    questionnaire = _questionnaire(pulse)
    names = pulse_words.group_names(language.wording(questionnaire))
    return render_template(
        "pulse/questions.html",
        form=form,
        mark=secrets.token_hex(8),
        given={question.id: tuple(request.form.getlist(question.id)) for question in form.questions},
        group=request.form.get("group", ""),
        groups=tuple((each, names[each], "") for each in (*form.groups, NO_GROUP)),
        is_answered=_is_answered(pulse),
        survey=questionnaire.survey,
        problems=problems,
        errors=sentences_by_control(problems),
    )
