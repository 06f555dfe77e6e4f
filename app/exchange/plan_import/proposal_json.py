"""What a file proposes, as the page carries it from the comparison to the confirmation: nothing is stored.

It is read as strictly as a file: the page’s form passes through the browser.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from app.exchange import readers
from app.exchange.faults import FaultCollector, FaultyAssessmentError
from app.exchange.readers import ABSENT
from app.maturity.plan.action import STATES
from app.maturity.plan.plan import ACTION_LIMIT, ActionFields, fields_of
from app.maturity.plan.proposal import PlanChange, ProposedAction
from app.maturity.text import LANGUAGES, Language

_TOP = ("language", "actions")
KEYS = ("id", "revision", "seen", "title", "person", "due", "state", "note")


@dataclass(frozen=True, slots=True)
class SeenProposal:
    """What a file proposes of an action, and the revision beside which a person saw it."""

    proposed: ProposedAction
    seen: int | None


def write(changes: Iterable[PlanChange], language: Language) -> str:
    """Return changes as JSON, each with the revision of the action that the page shows."""
    actions = [_as_dict(change) for change in changes]
    return json.dumps({"language": language, "actions": actions}, ensure_ascii=False, separators=(",", ":"))


def _as_dict(change: PlanChange) -> dict[str, object]:
    fields = fields_of(change.after)
    return {
        "id": change.proposed.id,
        "revision": change.proposed.revision,
        "seen": change.before.revision if change.before else None,
        "title": fields.title,
        "person": fields.person,
        "due": fields.due and fields.due.isoformat(),
        "state": fields.state,
        "note": fields.note,
    }


def read(text: str) -> tuple[SeenProposal, ...]:
    """Return what ``write`` wrote, or raise ValueError."""
    faults = FaultCollector()
    try:
        document = readers.read_object(json.loads(text), "", faults, required=_TOP, known=_TOP)
        language = readers.read_one_of(document.get("language", ABSENT), "language", faults, LANGUAGES)
        listed = readers.read_list(document.get("actions", ABSENT), "actions", faults, 2 * ACTION_LIMIT)
        found = tuple(
            _read(each, where, "fr" if language == "fr" else "en", faults) for where, each in listed
        )
        faults.raise_if_any()
    except (FaultyAssessmentError, RecursionError) as error:
        raise ValueError("not what the page held") from error
    if not found:
        raise ValueError("no page proposes nothing")
    return found


def _read(value: object, where: str, language: Language, faults: FaultCollector) -> SeenProposal:
    members = readers.read_object(value, where, faults, required=KEYS, known=KEYS)
    texts = {
        key: readers.read_text(members.get(key, ABSENT), where, faults) for key in ("title", "person", "note")
    }
    state = readers.read_one_of(members.get("state", ABSENT), where, faults, STATES)
    due = ABSENT if members.get("due") is None else members["due"]
    fields = ActionFields(
        texts["title"],
        texts["person"],
        readers.read_day(due, where, faults),
        next((each for each in STATES if each == state), "to_do"),
        texts["note"],
    )
    id = readers.read_text(members["id"], where, faults) if members.get("id") is not None else None
    revision, seen = (_number(members.get(key), where, faults) for key in ("revision", "seen"))
    return SeenProposal(ProposedAction(fields, language, id, revision), seen)


def _number(value: object, where: str, faults: FaultCollector) -> int | None:
    if value is None or (type(value) is int and value >= 0):
        return value
    faults.add(where, "not a revision")
    return None
