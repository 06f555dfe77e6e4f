"""A sentence for the next page: what opening a code did to the others in this browser, or what was saved."""

from collections.abc import Callable

from flask import session

from app.maturity.questionnaire import Questionnaire
from app.maturity.wizard import Progress
from app.translations import N_
from app.web.request.language import current
from app.web.request.language import translate as _

NOTICE = "notice"

# What happened, as the sealed cookie keeps it until the next page.
KEPT, REPLACED, CLOSED_OLDEST = "kept", "replaced", "closed_oldest"
SAVED, SAVED_DOMAIN, SAVED_CONFIRMED = "saved", "saved_domain", "saved_confirmed"
COMPLETED, NOW_INTERIM, BEGUN, UNDONE = "completed", "now_interim", "begun", "undone"
UNCHANGED, NOTHING_CHANGED = "unchanged", "nothing_changed"
ADDED, IN_PLAN, PLAN_UNCHANGED = "added", "in_plan", "plan_unchanged"
KEPT_QUOTES = "kept_quotes"
INVITATION_WITHDRAWN, PROGRAMME_CLOSED, PROGRAMME_OPEN = (
    *("invitation_withdrawn", "programme_closed", "programme_open"),
)
ACCEPTED, SUBMITTED, WITHDRAWN, LEFT = "accepted", "submitted", "withdrawn", "left"

_SENTENCES = {
    KEPT: N_(
        "This assessment is already open in this browser with more rights than the link or code that you"
        " have just opened gives, so nothing has changed. To see what that link shows, open it in a private"
        " window."
    ),
    REPLACED: N_(
        "This assessment was open in this browser with another link or code, which is closed here now. To"
        " use both, open one of them in a private window."
    ),
    CLOSED_OLDEST: N_(
        "No more assessments can be open in one browser, so the one that you opened first is closed here."
        " Its code opens it again."
    ),
    SAVED: N_("Your changes are saved."),
    UNCHANGED: N_("Nothing was changed."),
    SAVED_DOMAIN: N_("Saved. %(domain)s: %(answered)s of %(asked)s answered."),
    NOTHING_CHANGED: N_("Nothing was changed. %(domain)s: %(answered)s of %(asked)s answered."),
    ADDED: N_("Added to the plan."),
    IN_PLAN: N_("Nothing was added: what you ticked is in the plan already."),
    PLAN_UNCHANGED: N_("The plan is as it was."),
    KEPT_QUOTES: N_("Saved. What you kept of the policy is in the evidence of its practices."),
    SAVED_CONFIRMED: N_("Saved. %(domain)s: %(answered)s of %(asked)s confirmed or answered."),
    INVITATION_WITHDRAWN: N_("The invitation is withdrawn."),
    PROGRAMME_CLOSED: N_("The programme is closed."),
    PROGRAMME_OPEN: N_("The programme is open."),
    ACCEPTED: N_("You have accepted the invitation."),
    SUBMITTED: N_("Submitted. The coordinator can read it now."),
    WITHDRAWN: N_("What you had submitted is deleted from the programme."),
    LEFT: N_("You have left the programme. What you had submitted is deleted from it."),
    BEGUN: N_("A new round has begun with last time’s answers. Confirm each of them, or change it."),
    UNDONE: N_("The new round is undone: the last round is closed again, as it was."),
    COMPLETED: N_(
        "The assessment is complete. The answers, results and files of this round are kept as they are today."
    ),
    NOW_INTERIM: N_("The results are interim now, until you complete the assessment again."),
}


def kind_of_change(*, changed: bool) -> str:
    """Return what to say of a save that changed something, or nothing."""
    return SAVED if changed else UNCHANGED


def kind_of_save(before: int, after: int) -> str:
    """Return what to say of a save that took a document from one version to another, or left it as it was."""
    return kind_of_change(changed=after != before)


def leave(kind: str) -> None:
    """Leave a notice for the next page of any assessment."""
    session[NOTICE] = kind


def leave_saved(id: str, *kinds: str, letter: str = "", progress: Progress | None = None) -> None:
    """Leave a notice about a save for the next page of an assessment, in one or several sentences.

    ``letter`` and ``progress`` are the domain that was saved, and how many of its questions are answered.
    """
    counts = [progress.answered, progress.asked] if progress else [0, 0]
    session[NOTICE] = {"id": id, "kinds": kinds, "letter": letter, "counts": counts}


def take(id: str, questionnaire: Callable[[], Questionnaire]) -> str:
    """Return the notice for an assessment in the reader's language, and forget it; empty if there is none.

    A notice about another assessment, whose page was left meanwhile, is forgotten too.
    """
    left = session.pop(NOTICE) if NOTICE in session else ""
    if isinstance(left, str):
        return _(_SENTENCES[left]) if left in _SENTENCES else ""
    if left["id"] != id:
        return ""
    text = " ".join(_(_SENTENCES[kind]) for kind in left["kinds"])
    if not left["letter"]:
        return text
    domain = questionnaire().domain(left["letter"]).name.in_(current())
    answered, asked = left["counts"]
    return text % {"domain": domain, "answered": answered, "asked": asked}
