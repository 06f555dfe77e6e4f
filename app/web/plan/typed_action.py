"""What a person types of an action: read, and its faults in sentences."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from app.maturity.errors import RefusedActionError
from app.maturity.plan import plan as plans
from app.maturity.plan.action import (
    FIRST_DUE,
    LAST_DUE,
    LIMITS,
    Action,
    State,
    checked,
)
from app.maturity.plan.plan import ActionFields, fields_of
from app.translations import N_
from app.translations.number_words import group_digits
from app.web.forms import typed_day
from app.web.request import clock
from app.web.request.language import current
from app.web.request.language import translate as _

# The fields of an action in the order of the pages.
FIELDS = ("title", "person", "due", "state", "note")
# What a contributor may change.
OF_CONTRIBUTORS = ("state", "note")

_SENTENCES = {
    ("title", "missing"): N_("Write what is to be done"),
    ("title", "too_long"): N_("Shorten the action to %(limit)s characters; it has %(length)s"),
    ("person", "too_long"): N_("Shorten the person’s name to %(limit)s characters; it has %(length)s"),
    ("due", "out_of_range"): N_("The due date must be in a year from %(first)s to %(last)s"),
    ("state", "unknown"): N_("Choose one of the states on the page"),
    ("note", "too_long"): N_("Shorten the note to %(limit)s characters; it has %(length)s"),
    ("note", "missing"): N_("Write in the note why the action was dropped"),
}
# By the part of the due day that is missing.
_NO_DAY = {
    "": N_("Enter a real date, for example 1 10 2026"),
    typed_day.DAY: N_("The due date must include a day"),
    typed_day.YEAR: N_("The due date must include a year"),
}

# The sentences on the fields of an action, by the field's name.
Faults = Mapping[str, str]


def read_fields(action: Action, typed: Mapping[str, str]) -> tuple[ActionFields, Faults]:
    """Return what the typed fields make of an action, and what is wrong with them.

    A field that was not typed keeps what the action has.
    """
    fields = fields_of(action)
    fields = replace(
        fields,
        title=typed.get("title", fields.title),
        person=typed.get("person", fields.person),
        # A word that is no state is refused below.
        state=cast("State", typed.get("state", fields.state)),
        note=typed.get("note", fields.note),
    )
    faults: dict[str, str] = {}
    if "due" in typed:
        read = typed_day.read_day(typed["due"]) if typed["due"] else typed_day.TypedDay()
        fields = replace(fields, due=read.day)
        if typed["due"] and read.day is None:
            faults["due"] = _(_NO_DAY[read.missing])
    try:
        # A blank new action is unchanged and yet not right.
        checked(plans.edit(action, fields, current(), clock.utc_today()))
    except RefusedActionError as refused:
        faults |= {name: _sentence(name, fault, fields) for name, fault in refused.faults.items()}
    return fields, {name: faults[name] for name in FIELDS if name in faults}


def _sentence(name: str, fault: str, fields: ActionFields) -> str:
    values: dict[str, object] = {"first": FIRST_DUE.year, "last": LAST_DUE.year}
    if name in LIMITS:
        length = len(getattr(fields, name))
        values |= {"limit": group_digits(LIMITS[name], current()), "length": group_digits(length, current())}
    return _(_SENTENCES[name, fault]) % values
