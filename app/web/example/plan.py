"""The invented plan of the worked example."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.maturity.outlook.next_step import next_steps
from app.maturity.plan.action import Action, checked
from app.maturity.plan.plan import Plan, recommended_action
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language

_FILE = Path(__file__).parent / "plan.toml"


def read_plan(card: Scorecard, reader: Language) -> Plan:
    """Return the plan in a language; what a scorecard no longer recommends is left out.

    The scorecard must be complete: its day is that from which due days are counted.
    """
    if card.completed_on is None:
        return ()
    steps = {each.recommendation.question.id: each for each in next_steps(card, card.completed_on)}
    written = tomllib.loads(_FILE.read_text("utf-8"))["action"]
    plan = []
    for fields in written:
        practice = fields.get("practice")
        if practice is None:
            action = Action(fields["id"], fields["title"][reader], reader, due=fields["due"])
        elif practice in steps:
            action = recommended_action(fields["id"], steps[practice], reader)
        else:
            continue
        plan.append(checked(_filled(action, fields, reader)))
    return tuple(plan)


def _filled(action: Action, fields: Mapping[str, Any], reader: Language) -> Action:
    return replace(
        action,
        state=fields["state"],
        person=fields.get("person", {}).get(reader, ""),
        note=fields.get("note", {}).get(reader, ""),
        done_on=fields.get("done_on"),
    )
