"""Sharing: the links of an assessment, listed, made and withdrawn by an owner."""

from collections.abc import Iterable
from datetime import date, datetime

from flask import Blueprint, redirect, session, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import sharing
from app.storage.assessments.sharing import LinkWithHistory, TooManyLinksError
from app.storage.plan import plans
from app.storage.pulse import pulses
from app.storage.rounds import beginning
from app.storage.sealing import codes
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import API_ROLES, API_WRITER, CONTRIBUTOR, OWNER, PULSE_VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem, sentences_by_control
from app.web.request import database, language
from app.web.request.clock import utc_today
from app.web.request.language import translate as _
from app.web.request.services import services
from app.web.sharing import link_view
from app.web.sharing.forms import WithdrawLinkForm, link_form
from app.web.sharing.link_view import LinkView

bp = Blueprint("sharing", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)

# The sealed cookie keeps the code of a new link until its owner leaves the page.
_MADE = "made"


@bp.get("/sharing")
def links(id: str) -> ResponseReturnValue:
    """List the links with what each opens, when it was last used, and a button to withdraw it."""
    session.pop(_MADE, None)
    return _list(access.opened(id), [])


@bp.route("/sharing/new", methods=["GET", "POST"])
def make(id: str) -> ResponseReturnValue:
    """Ask for whom a link is, and make it."""
    opened = access.opened(id)
    organisation = opened.load().assessment.profile.organisation
    form_class = link_form("".join(domain.letter for domain in opened.questionnaire.domains))
    form = form_class.from_request_or_blank()
    problems = list(form.problems())
    if form.is_valid:
        contributes = form.role.data == CONTRIBUTOR
        scores = contributes and bool(form.scores.data)
        letters = form.chosen_letters if contributes else ""
        named = organisation if form.shown.data else ""
        link = Link(codes.new_id(), form.name.data or "", form.role.data or "", utc_today(), letters, scores)
        try:
            code = sharing.create_link(database.writing(), services().vault, opened.key, link, named)
            if link.role == PULSE_VIEWER:
                pulses.keep_code(database.writing(), opened.key)
            if link.role == API_WRITER:
                plans.prepare_plan(database.writing(), opened.key)
        except TooManyLinksError:
            sentence = _("This assessment has had %(most)s links, and no more can be made.")
            problems = [Problem("", sentence % {"most": sharing.MAX_LINKS})]
        else:
            kept = {"name": link.name, "role": link.role, "domains": link.domains, "code": code}
            session[_MADE] = {"id": id, **kept}
            return redirect(url_for("sharing.made", id=id))
    page = access.render(
        "sharing/make.html",
        opened,
        form=form,
        organisation=organisation,
        questionnaire=opened.questionnaire,
        problems=problems,
        errors=sentences_by_control(problems),
    )
    return page, 422 if problems else 200


@bp.get("/sharing/made")
def made(id: str) -> ResponseReturnValue:
    """Show the code and the address of a new link, until its owner leaves the page."""
    opened = access.opened(id)
    link = session.get(_MADE)
    if not link or link["id"] != id:
        return redirect(url_for("sharing.links", id=id))
    # The code of an owner opens everything, so it stands in no address; that of a program opens no page.
    has_address = link["role"] not in (OWNER, *API_ROLES)
    address = url_for("share.ask", _external=True) + link["code"] if has_address else ""
    mail = _mail_text(opened, link, address) if address else ""
    page = "sharing/made_for_program.html" if link["role"] in API_ROLES else "sharing/made.html"
    return access.render(page, opened, link=link, share_address=address, mail=mail)


def _mail_text(opened: OpenAssessment, link: dict[str, str], address: str) -> str:
    questionnaire, variant = opened.questionnaire, opened.load().assessment.profile.variant
    view = link_view.with_domains(LinkView(link["role"], ""), link["domains"], questionnaire, variant)
    return link_view.mail_text(address, view, language.wording(questionnaire))


@bp.get("/sharing/withdraw")
def back_to_links(id: str) -> ResponseReturnValue:
    """Redirect to the links when the page of a refused withdrawal is reloaded or its language is switched."""
    return redirect(url_for("sharing.links", id=id))


@bp.post("/sharing/withdraw")
def withdraw(id: str) -> ResponseReturnValue:
    """Withdraw a link at once."""
    opened = access.opened(id)
    form = WithdrawLinkForm.from_request()
    if not form.is_valid:
        return _list(opened, list(form.problems())), 422
    sharing.revoke_link(database.writing(), opened.key, form.link.data or "")
    return redirect(url_for("sharing.links", id=id))


def last_use(shared: LinkWithHistory) -> date | None:
    """Return the UTC day on which a link's code was last entered or something was last saved with it."""
    days = [change.at.date() for change in shared.history.changes[-1:]]
    return max([*days, *filter(None, (shared.history.used_on,))], default=None)


def finished_on(shared: LinkWithHistory, began_at: datetime | None) -> date | None:
    """Return the UTC day on which a link’s holder finished; None if a round began since."""
    finished = shared.history.finished_at
    return None if finished and began_at and finished <= began_at else shared.history.finished_on


def _round_began_at(links: Iterable[LinkWithHistory]) -> datetime | None:
    """Return the minute at which the last new round began; None if none did."""
    changes = (change for each in links for change in each.history.changes)
    return max((each.at for each in changes if each.questions == (beginning.BEGUN,)), default=None)


def _list(opened: OpenAssessment, problems: list[Problem]) -> str:
    shared = sharing.list_links(database.reading(), opened.key)
    return access.render(
        "sharing/links.html",
        opened,
        own=opened.key.link_id,
        shared=shared,
        last_use=last_use,
        finished_on=finished_on,
        began_at=_round_began_at(shared),
        questionnaire=opened.questionnaire,
        problems=problems,
    )
