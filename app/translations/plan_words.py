"""The words for the actions of a plan: their states, their practice and its owner role."""

from app.maturity.plan.action import Action, State, is_no_longer_asked, owner_role, practice_of
from app.maturity.text import N_
from app.translations.wording import Wording

STATE_NAMES: dict[State, str] = {
    "to_do": N_("To do"),
    "doing": N_("Doing"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}


def practice_words(action: Action, wording: Wording) -> str:
    """Return the id and the name of an action’s practice; empty for a free action."""
    if is_no_longer_asked(action, wording.questionnaire):
        return wording._("%(practice)s (no longer asked)") % {"practice": action.practice}
    practice = practice_of(action, wording.questionnaire)
    return f"{practice.id} {wording.text(practice.name)}" if practice else ""


def role_words(action: Action, wording: Wording) -> str:
    """Return the name of the role that owns an action’s practice; empty without one."""
    role = owner_role(action, wording.questionnaire)
    return wording.owner_name(role) if role else ""
