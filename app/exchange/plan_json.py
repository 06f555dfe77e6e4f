"""The plan in an assessment.json: its actions, read and written."""

from collections.abc import Mapping
from datetime import date

from app.exchange import readers
from app.exchange.faults import FaultCollector, child_path
from app.exchange.readers import ABSENT
from app.maturity.clean_text import clean, clean_title
from app.maturity.errors import RefusedActionError
from app.maturity.plan.action import LIMITS, STATES, TITLE_LIMIT, Action, checked
from app.maturity.plan.plan import ACTION_LIMIT, ActionFields, Plan
from app.maturity.text import LANGUAGES, Language
from app.maturity.versions.versions import QuestionnaireVersions
from app.translations import N_

REQUIRED = ("id", "title", "lang", "state")
# What a person writes of an action, alone.
FIELD_KEYS = ("title", "lang", "person", "due", "state", "note")
REQUIRED_FIELDS = ("title", "lang", "state")
# The revision is absent until an action is changed; calendars and edited workbooks need it.
KEYS = ("id", "practice", "title", "lang", "person", "due", "state", "done_on", "note", "revision")

_SENTENCES = {
    ("id", "unknown"): N_("%(where)s must be 1 to 40 small letters, digits and hyphens."),
    ("title", "missing"): N_("%(where)s is empty."),
    ("due", "out_of_range"): N_("%(where)s is too far away: choose a date from 2000 to 2199."),
    ("note", "missing"): N_("%(where)s is empty: an action that is dropped needs its reason."),
    ("done_on", "missing"): N_("%(where)s is missing: an action that is done needs its date."),
    ("done_on", "unknown"): N_("%(where)s is for actions that are done."),
}


def read(value: object, versions: QuestionnaireVersions, latest: date, faults: FaultCollector) -> Plan:
    """Return the actions of a plan, and note every fault; no action may be done after ``latest``."""
    practices = {id for questionnaire in versions.known for id in questionnaire.ids}
    plan: dict[str, Action] = {}
    for where, each in readers.read_list(value, "plan", faults, ACTION_LIMIT):
        members = readers.read_object(each, where, faults, required=REQUIRED, known=KEYS)
        action = _action(members, where, latest, faults)
        if action.practice is not None and action.practice not in practices:
            faults.add(child_path(where, "practice"), N_("%(where)s is not a question of any version."))
        if action.id in plan:
            faults.add(child_path(where, "id"), N_("%(where)s occurs more than once."))
        plan[action.id] = action
    return tuple(plan.values())


def _action(members: dict[str, object], where: str, latest: date, faults: FaultCollector) -> Action:
    places = {key: child_path(where, key) for key in KEYS}
    given = {key: ABSENT if members.get(key) is None else members[key] for key in KEYS}
    language, fields = _fields(given, places, faults)
    action = Action(
        id=_text("id", given, places, faults),
        title=fields.title,
        lang=language,
        practice=_text("practice", given, places, faults) or None,
        person=fields.person,
        due=fields.due,
        state=fields.state,
        note=fields.note,
        done_on=readers.read_past_date(given["done_on"], places["done_on"], faults, latest),
        revision=_revision(given["revision"], places["revision"], faults),
    )
    # Of a key that is absent or wrong it is said already.
    if all(key in members for key in REQUIRED) and given["state"] in STATES and action.id:
        _note_rules(action, places, faults)
    return action


def read_fields(
    members: dict[str, object], faults: FaultCollector, *more: str
) -> tuple[Language, ActionFields]:
    """Return the fields of an action that a person writes, and the language of its title.

    Beside them the object may hold the keys ``more``. The rules of an action are not checked.
    """
    known = (*FIELD_KEYS, *more)
    readers.read_object(members, "", faults, required=REQUIRED_FIELDS, known=known)
    given = {key: members.get(key, ABSENT) for key in FIELD_KEYS}
    given["due"] = ABSENT if given["due"] is None else given["due"]
    return _fields(given, {key: key for key in FIELD_KEYS}, faults)


def _fields(
    given: Mapping[str, object], places: Mapping[str, str], faults: FaultCollector
) -> tuple[Language, ActionFields]:
    state = readers.read_one_of(given["state"], places["state"], faults, STATES)
    language = readers.read_one_of(given["lang"], places["lang"], faults, LANGUAGES)
    fields = ActionFields(
        title=_text("title", given, places, faults),
        person=_text("person", given, places, faults),
        due=readers.read_day(given["due"], places["due"], faults),
        state=next((each for each in STATES if each == state), "to_do"),
        note=_text("note", given, places, faults),
    )
    return "fr" if language == "fr" else "en", fields


def _text(key: str, given: Mapping[str, object], places: Mapping[str, str], faults: FaultCollector) -> str:
    found = readers.read_text(given[key], places[key], faults)
    cleaned = clean(found).replace("\t", " ") if key == "note" else clean_title(found)
    return readers.check_length(cleaned, places[key], faults, LIMITS.get(key, TITLE_LIMIT))


def _note_rules(action: Action, places: dict[str, str], faults: FaultCollector) -> None:
    try:
        checked(action)
    except RefusedActionError as error:
        note_refused(error, places, faults)


def note_refused(error: RefusedActionError, places: Mapping[str, str], faults: FaultCollector) -> None:
    """Note the rules that an action breaks, each at the place of its field."""
    for field, reason in error.faults.items():
        sentence = _SENTENCES.get((field, reason))
        if sentence:
            faults.add(places[field], sentence)


def _revision(value: object, where: str, faults: FaultCollector) -> int:
    if value is ABSENT:
        return 0
    if type(value) is int and 0 <= value < 1_000_000:
        return value
    sentence = N_("%(where)s must be a whole number from 0, not %(value)s.")
    faults.add(where, sentence, value=readers.quote(value))
    return 0


def as_list(plan: Plan) -> list[dict[str, object]]:
    """Return a plan as the file holds it."""
    return [_as_dict(action) for action in plan]


def _as_dict(action: Action) -> dict[str, object]:
    members: dict[str, object] = {
        "id": action.id,
        "practice": action.practice,
        "title": action.title,
        "lang": action.lang,
        "person": action.person,
        "due": action.due and action.due.isoformat(),
        "state": action.state,
        "done_on": action.done_on and action.done_on.isoformat(),
        "note": action.note,
    }
    return members | ({"revision": action.revision} if action.revision else {})
