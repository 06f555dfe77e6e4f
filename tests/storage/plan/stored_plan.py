"""The plan of a stored assessment as one of its links opens it."""

from dataclasses import dataclass, replace
from typing import Any

from app.maturity.plan.action import Action
from app.maturity.plan.plan import ActionFields, Plan, fields_of
from app.storage.plan import plans
from app.storage.plan.plans import ActionEdit, NewAction, PlanChanges, SavedPlan, StoredPlan
from tests.maturity.plan.build import steps
from tests.storage.stored_assessment import SavedAssessment


@dataclass(frozen=True)
class PlanOf:
    """What tests do to a plan."""

    saved: SavedAssessment

    def load(self) -> StoredPlan:
        """Return the plan as far as the link may read it."""
        with self.saved.store.reading.connect() as connection:
            return plans.load_plan(connection, self.saved.key(connection))

    @property
    def plan(self) -> Plan:
        """Return the actions."""
        return self.load().plan

    def save(self, **changes: Any) -> SavedPlan:  # noqa: ANN401  # any field of the changes
        """Save changes of an English page."""
        with self.saved.store.writing.begin() as connection:
            return plans.save_plan(connection, self.saved.key(connection), PlanChanges("en", **changes))

    def ticks(self, *practices: str) -> SavedPlan:
        """Tick the recommendations of some practices."""
        return self.save(steps=tuple(steps()[each] for each in practices))

    def adds(self, *titles: str, practice: str | None = None) -> SavedPlan:
        """Add actions that no recommendation asks for."""
        return self.save(new=tuple(NewAction(ActionFields(title), practice) for title in titles))

    def edits(self, *seen: Action, **fields: Any) -> SavedPlan:  # noqa: ANN401  # any field of an action
        """Change the same fields of actions as the person saw them."""
        edits = (ActionEdit(each.id, each.revision, replace(fields_of(each), **fields)) for each in seen)
        return self.save(edits=tuple(edits))
