"""A pulse's address: its questions, for colleagues who stay unknown.

Opening it changes nothing, as mail scanners do. That somebody answered is noted in the browser's own sealed
cookie, which ends with the browser: it notices a second answer and hinders nobody who means one. Each page
has a mark of its own, sealed with the answer: a double click, which is faster than a cookie, counts once.
"""

import secrets

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.figures import pulse_words
from app.maturity.pulse.counting import NO_GROUP
from app.storage.pulse import pulses
from app.storage.pulse.pulses import PulseFullError, PulseLookup
from app.web.forms.base import Problem
from app.web.pulse.forms import PulseForm, pulse_form
from app.web.request import database, language, rate_limits, request_log
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import ANSWERED
from app.web.request.services import questionnaire, services

bp = Blueprint("respond", __name__, url_prefix="/p/<any(en, fr):language>")
language.localise(bp)

# The latest only.
_REMEMBERED = 8


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Ask the questions, or thank whoever has just answered them."""
    if not language.code_from_path():
        return redirect(url_for("pages.start"))
    asked = _find_pulse()
    if asked is None or not asked.is_open:
        return _closed(asked)
    if _is_answered(asked) and "another" not in request.args:
        return render_template("pulse/thanks.html", again=f"{language.own_address()}?another=yes")
    return _page(asked, _form_of(asked)())


@bp.post("/")
def answer() -> ResponseReturnValue:
    """Take an answer, once from each browser unless somebody says to be another person."""
    asked = _find_pulse()
    if asked is None or not asked.is_open:
        return _closed(asked)
    form = _form_of(asked).from_request()
    problems = tuple(form.problems()) or form.blank() or _repeated(asked, form)
    if problems:
        return _page(asked, form, problems), 422
    rate_limits.hit(rate_limits.PULSE)
    try:
        vault, code = services().vault, language.code_from_path()
        taken = pulses.add_answer(database.writing(), vault, code, form.pulse_answer, form.page.data or "")
    except PulseFullError:
        full = _("This pulse has as many answers as it can take. Thank you for wanting to answer.")
        return _page(asked, form, (Problem("", full),)), 409
    if not taken:
        return _closed(asked)
    session[ANSWERED] = [*_answered(asked), asked.browser_mark][-_REMEMBERED:]
    return redirect(language.own_address())


def _find_pulse() -> PulseLookup | None:
    found = pulses.find(database.reading(), services().vault, language.code_from_path())
    if found is None:
        request_log.record_event("code_refused")
        rate_limits.hit(rate_limits.PULSE)
    else:
        g.asked = found.questionnaire
    return found


def _form_of(asked: PulseLookup) -> type[PulseForm]:
    return pulse_form(questionnaire().opinions, asked.grouping)


def _answered(asked: PulseLookup) -> list[str]:
    return [mark for mark in session.get(ANSWERED, []) if mark != asked.browser_mark]


def _is_answered(asked: PulseLookup) -> bool:
    return asked.browser_mark in session.get(ANSWERED, [])


def _repeated(asked: PulseLookup, form: PulseForm) -> tuple[Problem, ...]:
    if not _is_answered(asked) or form.is_another_person:
        return ()
    sentence = _(
        "An answer was already sent from this browser. If it was yours, you are done, and thank you. If you"
        " are another person at the same device, tick the box and send yours."
    )
    return (Problem("another", sentence),)


def _closed(asked: PulseLookup | None) -> ResponseReturnValue:
    """Say that nothing can be answered here, for the moment or any more."""
    status = 404 if asked is None else 409 if request.method == "POST" else 200
    return render_template("pulse/no_pulse.html", known=asked is not None), status


def _page(asked: PulseLookup, form: PulseForm, problems: tuple[Problem, ...] = ()) -> str:
    named = pulse_words.group_names(_)
    return render_template(
        "pulse/questions.html",
        form=form,
        mark=secrets.token_hex(8),
        given={question.id: tuple(request.form.getlist(question.id)) for question in form.questions},
        group=request.form.get("group", ""),
        groups=tuple((each, named[each], "") for each in (*form.groups, NO_GROUP)),
        is_answered=_is_answered(asked),
        survey=questionnaire().survey,
        problems=problems,
        errors={problem.control: problem.sentence for problem in problems},
    )
