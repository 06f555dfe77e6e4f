"""The owner’s page of independent answers: who is asked, and how far each is."""

from flask import Blueprint, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.voices.voice import LEAST_FINISHED, VOICE_ROLES, VoiceRole, are_shown
from app.report.address_code import draw_address_code
from app.storage.assessments import assessments
from app.storage.rounds import rounds
from app.storage.voices import voices as stored_voices
from app.storage.voices.errors import NoSuchVoiceError, TooManyVoicesError, VoiceStateError
from app.storage.voices.voices import MAX_VOICES, Invitation
from app.translations.voice_words import VOICE_ROLE_NAMES, role_words
from app.web import access
from app.web.access import OpenAssessment
from app.web.charts import draw_chart
from app.web.forms.base import Problem, sentences_by_control
from app.web.request import database, language
from app.web.request.language import translate as _
from app.web.request.services import services
from app.web.voices import invited
from app.web.voices.invite_form import CLOSE, VoicesForm, WithdrawVoiceForm, invite_form

bp = Blueprint("voices", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)

# The sealed cookie keeps the code of a new link until its owner leaves the page.
_MADE = "voice_made"


@bp.route("/voices", methods=["GET", "POST"])
def voices(id: str) -> ResponseReturnValue:
    """List the voices with how far each is; close or reopen them."""
    opened = access.opened(id)
    session.pop(_MADE, None)
    if request.method == "GET":
        return _list(opened, ())
    form = VoicesForm.from_request()
    problems = tuple(form.problems())
    if problems:
        return _list(opened, problems), 422
    try:
        stored_voices.set_closed(database.writing(), opened.key, closed=form.action.data == CLOSE)
    except VoiceStateError:
        # Another owner was faster: the page shows the voices as they are now.
        database.writing().rollback()
    return redirect(url_for("voices.voices", id=id))


@bp.route("/voices/new", methods=["GET", "POST"])
def invite(id: str) -> ResponseReturnValue:
    """Ask which colleague is asked what, and make the link."""
    opened = access.opened(id)
    stored = opened.load()
    profile = stored.assessment.profile
    form = invite_form(invited.asked_letters(opened.questionnaire, profile.variant)).from_request_or_blank()
    problems = list(form.problems())
    if form.is_valid:
        shown = profile.organisation if form.shown.data else ""
        invitation = Invitation(form.voice_role, form.chosen_letters, shown)
        try:
            code = stored_voices.invite(database.writing(), services().vault, opened.key, invitation)
        except TooManyVoicesError:
            sentence = _("At most %(most)s colleagues can be asked at once. Withdraw a link first.")
            problems = [Problem("", sentence % {"most": MAX_VOICES})]
        except VoiceStateError:
            problems = [Problem("", _("The independent answers are closed. Reopen them first."))]
        else:
            role = invitation.role
            kept = {"role": [role.id, role.name], "domains": invitation.domains, "code": code}
            session[_MADE] = {"id": id, **kept}
            return redirect(url_for("voices.made", id=id))
    wording = language.wording(opened.questionnaire)
    page = access.render(
        "voices/invite.html",
        opened,
        form=form,
        roles=tuple((each, wording._(VOICE_ROLE_NAMES[each]), "") for each in VOICE_ROLES),
        organisation=profile.organisation,
        questionnaire=opened.questionnaire,
        is_closed=stored.is_closed,
        problems=problems,
        errors=sentences_by_control(problems),
    )
    return page, 422 if problems else 200


@bp.get("/voices/made")
def made(id: str) -> ResponseReturnValue:
    """Show the link of a new voice, until its owner leaves the page."""
    opened = access.opened(id)
    link = session.get(_MADE)
    if not link or link["id"] != id:
        return redirect(url_for("voices.voices", id=id))
    address = url_for("own_link.ask", _external=True) + link["code"]
    wording, role = language.wording(opened.questionnaire), VoiceRole(*link["role"])
    variant = opened.load().assessment.profile.variant
    return access.render(
        "voices/made.html",
        opened,
        role_name=role_words(role, wording),
        share_address=address,
        picture=draw_chart(draw_address_code(address, wording)),
        mail=invited.mail_text(address, role, link["domains"], variant, wording),
    )


@bp.route("/voices/withdraw/<voice>", methods=["GET", "POST"])
def withdraw(id: str, voice: str) -> ResponseReturnValue:
    """Show what withdrawing deletes, and withdraw a voice after a tick."""
    opened = access.opened(id)
    present = stored_voices.load_voices(database.reading(), opened.key)
    variant = opened.load().assessment.profile.variant
    views = invited.describe_voices(present, variant, language.wording(opened.questionnaire))
    found = next((each for each in views if each.id == voice), None)
    if found is None:
        raise NotFound
    form = WithdrawVoiceForm.from_request_or_blank()
    problems = tuple(form.problems())
    if form.is_valid:
        try:
            stored_voices.withdraw(database.writing(), opened.key, voice)
        except NoSuchVoiceError:
            # Another owner was faster.
            database.writing().rollback()
        return redirect(url_for("voices.voices", id=id))
    page = access.render("voices/withdraw.html", opened, form=form, voice=found, problems=problems)
    return page, 422 if problems else 200


def _list(opened: OpenAssessment, problems: tuple[Problem, ...]) -> str:
    present = stored_voices.load_voices(database.reading(), opened.key)
    stored = assessments.load(database.reading(), opened.key)
    variant, wording = stored.assessment.profile.variant, language.wording(opened.questionnaire)
    heard = present.heard
    return access.render(
        "voices/voices.html",
        opened,
        voices=invited.describe_voices(present, variant, wording),
        closed=present.closed,
        shown=bool(heard.invited) and are_shown(heard.invited, closed=heard.closed),
        is_closed=stored.is_closed,
        rounds=rounds.list_with_voices(database.reading(), opened.key),
        reminder=invited.reminder_text(wording),
        least=LEAST_FINISHED,
        most=MAX_VOICES,
        problems=problems,
    )
