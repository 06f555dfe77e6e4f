"""Write the documents of a plan as bytes, and read them.

Each part of a plan, which is a domain or the actions without a practice, has two documents: one with the
actions but for their notes, and one with the notes. An action is held with its place in the whole plan.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.maturity.plan.action import Action
from app.maturity.plan.plan import Plan
from app.storage.sealing.documents import PLAN_ACTIONS_PREFIX, PLAN_NOTES_PREFIX

# The part of the actions without a practice. No domain has it as its letter.
FREE = "free"

_EMPTY = b"{}"


def part_of(action: Action) -> str:
    """Return the part that holds an action: the letter with which its practice’s id begins, or ``FREE``."""
    return action.practice[0] if action.practice else FREE


def actions_document(part: str) -> str:
    """Return the name of the document with a part’s actions."""
    return f"{PLAN_ACTIONS_PREFIX}{part}"


def notes_document(part: str) -> str:
    """Return the name of the document with a part’s notes."""
    return f"{PLAN_NOTES_PREFIX}{part}"


def empty_documents(parts: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the documents of parts without an action, by their names."""
    return {name: _EMPTY for part in parts for name in (actions_document(part), notes_document(part))}


def write_part(part: str, plan: Plan, places: Mapping[str, int]) -> dict[str, bytes]:
    """Return the bytes of the two documents of a part, by their names; places are those in the whole plan."""
    held = [action for action in plan if part_of(action) == part]
    actions = {action.id: _action(action) | {"place": places[action.id]} for action in held}
    return {actions_document(part): _bytes(actions), notes_document(part): _bytes(notes_of(held))}


def read_places(contents: Mapping[str, bytes]) -> dict[str, int]:
    """Return the place of each action in documents, by its id."""
    actions = (json.loads(each) for name, each in contents.items() if name.startswith(PLAN_ACTIONS_PREFIX))
    return {id: fields["place"] for part in actions for id, fields in part.items()}


def read_plan(contents: Mapping[str, bytes]) -> Plan:
    """Return the actions in documents, by their names; an action whose note may not be read has none."""
    notes: dict[str, str] = {}
    stored: dict[str, dict[str, Any]] = {}
    for name, content in contents.items():
        if name.startswith(PLAN_ACTIONS_PREFIX):
            stored |= json.loads(content)
        elif name.startswith(PLAN_NOTES_PREFIX):
            notes |= json.loads(content)
    actions = sorted(stored.items(), key=lambda item: item[1].pop("place"))
    return tuple(_read_action(id, notes.get(id, ""), **fields) for id, fields in actions)


def notes_of(actions: Iterable[Action]) -> dict[str, str]:
    """Return the notes of actions by their ids; an empty note is left out."""
    return {action.id: action.note for action in actions if action.note}


def list_without_notes(plan: Plan) -> list[dict[str, Any]]:
    """Return the actions of a closed round, in their order, to be written as JSON."""
    return [{"id": action.id, **_action(action)} for action in plan]


def read_list(stored: Iterable[Mapping[str, Any]], notes: Mapping[str, str]) -> Plan:
    """Return the plan of a closed round, with the notes of its actions by their ids."""
    return tuple(_read_action(note=notes.get(fields["id"], ""), **fields) for fields in stored)


def _action(action: Action) -> dict[str, Any]:
    fields = {
        "title": action.title,
        "lang": action.lang,
        "practice": action.practice,
        "person": action.person,
        "due": action.due.isoformat() if action.due else None,
        "state": action.state,
        "done_on": action.done_on.isoformat() if action.done_on else None,
        "revision": action.revision,
    }
    return {name: value for name, value in fields.items() if value}


def _read_action(id: str, note: str, **fields: Any) -> Action:  # noqa: ANN401  # any field of an action
    action = Action(id, note=note, **fields)
    return replace(action, due=_day(fields.get("due")), done_on=_day(fields.get("done_on")))


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
