"""A plan that a test stores beside the pages, as its owner."""

from flask import Flask

from app.maturity.plan.plan import ActionFields
from app.storage.plan import plans
from app.storage.plan.plans import NewAction, PlanChanges
from app.storage.sealing import access_key
from tests.web.respondent import Respondent


def add_actions(app: Flask, owner: Respondent, code: str, *actions: NewAction) -> None:
    """Store actions that no recommendation asks for."""
    running = app.extensions["muster"]
    with running.writing.begin() as connection:
        key = access_key.unlock_assessment(connection, running.vault, code, owner.id, running.clock())
        assert key is not None
        plans.save_plan(connection, key, PlanChanges("en", new=actions))


def new_action(title: str, practice: str | None = None, **fields: object) -> NewAction:
    """Return an action to be added."""
    return NewAction(ActionFields(title, **fields), practice)  # type: ignore[arg-type]  # the fields of an action
