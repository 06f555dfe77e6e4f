"""What a file proposes for a plan, compared with it: the changes, and which of them are outdated."""

from dataclasses import dataclass
from datetime import date

from app.maturity.plan.action import Action
from app.maturity.plan.plan import ActionFields, Plan, edit, fields_of, find, free_action
from app.maturity.text import Language

# Stands for the id of an action that is not made yet.
_NEW = "new"


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """What a file says of an action; ``id`` and ``revision`` are None for one that is new.

    ``language`` is that of a title that is new or changed.
    """

    fields: ActionFields
    language: Language
    id: str | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change of a plan: the action before, None for a new one, and after.

    It is outdated if the action was changed since the file was made: then the file does not show whether a
    person changed a field there, or it is as it was before.
    """

    before: Action | None
    after: Action
    proposed: ProposedAction
    is_outdated: bool = False

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """Return the names of the fields that differ, of a new action those that are not empty."""
        old, new = fields_of(self.before) if self.before else ActionFields(""), fields_of(self.after)
        names = ("title", "person", "due", "state", "note")
        return tuple(
            name
            for name in names
            if getattr(old, name) != getattr(new, name) or (name == "state" and self.before is None)
        )


def compare(plan: Plan, proposed: ProposedAction, today: date) -> PlanChange | None:
    """Return the change that is proposed, or None if the plan says so already.

    ``today`` is the day in UTC. An action without an id is none that the plan lacks if one of the same fields
    is there: so a file that is imported again adds nothing. Raises UnknownActionError, and
    RefusedActionError for fields that break a rule.
    """
    if proposed.id is None:
        after = free_action(_NEW, proposed.fields, proposed.language, today)
        if any(fields_of(each) == fields_of(after) for each in plan):
            return None
        return PlanChange(None, after, proposed)
    before = find(plan, proposed.id)
    after = edit(before, proposed.fields, proposed.language, today)
    if after == before:
        return None
    return PlanChange(before, after, proposed, is_outdated=proposed.revision != before.revision)
