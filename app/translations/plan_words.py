"""The words for the actions of a plan: their states, their practice and its owner role."""

from app.maturity.plan.action import Action, State, is_no_longer_asked, owner_role, practice_of
from app.maturity.plan.progress import PlanProgress
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


def progress_words(progress: PlanProgress, wording: Wording) -> str:
    """Return how many actions are done, of all that are not dropped, and how many are dropped."""
    _ = wording._
    words = _("%(done)s of %(of)s actions done") % {"done": progress.done, "of": progress.of}
    if progress.of == 1:
        words = _("One action, done") if progress.done else _("One action, not done yet")
    if not progress.dropped:
        return words
    # Readers count the rows of the plan, and find more than are counted here.
    sentence = (
        _("%(progress)s; one dropped") if progress.dropped == 1 else _("%(progress)s; %(count)s dropped")
    )
    return sentence % {"progress": words, "count": progress.dropped}


def overdue_words(count: int, wording: Wording) -> str:
    """Return how many actions are overdue; empty for none."""
    _ = wording._
    if not count:
        return ""
    return _("one is overdue") if count == 1 else _("%(count)s are overdue") % {"count": count}
