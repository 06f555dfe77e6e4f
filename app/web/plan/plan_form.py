"""The form of the whole plan: every action as one row of controls, read by hand.

A plan of two hundred actions would need a thousand fields of WTForms.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from wtforms import Field
from wtforms.form import BaseForm

from app.maturity.clean_text import clean
from app.maturity.plan.action import Action
from app.maturity.plan.plan import ActionFields, Plan
from app.storage.plan.plans import ActionEdit
from app.web.forms.base import Form, unexpected_field_sentence
from app.web.plan.typed_action import OF_CONTRIBUTORS, read_fields
from app.web.request.language import translate as _

# What the page of the whole plan changes of each action; its title is changed on the page of the action.
OF_OWNERS = ("person", "due", *OF_CONTRIBUTORS)

_SEEN = re.compile(r"([0-9]{1,9})-([0-9a-f]{8})")
# Enough of a title to know the action by.
_NAMED = 60

# The texts in the controls of an action, by the name of the field.
Row = Mapping[str, str]


def control(field: str, id: str) -> str:
    """Return the name of the control of an action’s field."""
    return f"{field}-{id}"


def seen_mark(revision: int, row: Row) -> str:
    """Return the mark of what a page shows of an action.

    It tells a row that nobody touched from one that was typed, so that an action which somebody else changed
    meanwhile is a conflict only for a person who changed it too.
    """
    shown = "\x1f".join(row[name] for name in OF_OWNERS if name in row)
    return f"{revision}-{crc32(shown.encode()):08x}"


@dataclass(frozen=True, slots=True)
class TypedRow:
    """What was typed in the row of an action: its texts, the mark of the page, and its faults by field.

    ``fields`` is what it makes of the action; None if nobody touched the row.
    """

    row: Row
    seen: str
    fields: ActionFields | None = None
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def revision(self) -> int:
        """Return the revision that the person saw."""
        return int(self.seen.partition("-")[0])


class RowsField(Field):
    """The rows of a plan: ``typed`` by the id of the action, ``faults`` by the id of the control."""

    def process(self, formdata: Any, data: Any = None, extra_filters: Sequence[Any] | None = None) -> None:  # noqa: ANN401  as WTForms declares it
        """Read the rows of the actions that were sent; ``data`` is the plan and the names of its fields."""
        plan, fields = data
        self.typed: dict[str, TypedRow] = {}
        self.faults: dict[str, str] = {}
        self.controls = tuple(control(name, each.id) for each in plan for name in ("seen", *fields))
        for action in plan:
            sent = formdata.getlist(control("seen", action.id)) if formdata else []
            if sent:
                self._read(action, sent[0], fields, formdata)

    def _read(self, action: Action, seen: str, fields: tuple[str, ...], formdata: Any) -> None:  # noqa: ANN401  what WTForms passes on
        if not _SEEN.fullmatch(seen):
            sentence = _("The form arrived incomplete. Nothing you typed is lost: press the button again.")
            # The error summary cannot link to a hidden control.
            self.faults[""] = sentence
            return
        sent = {name: formdata.getlist(control(name, action.id)) for name in fields}
        row = {name: clean(values[0]) for name, values in sent.items() if values}
        repeated = {name: unexpected_field_sentence(name) for name, values in sent.items() if len(values) > 1}
        if not repeated and seen_mark(0, row).partition("-")[2] == seen.partition("-")[2]:
            self.typed[action.id] = TypedRow(row, seen)
            return
        read, faults = read_fields(action, row)
        faults = {**faults, **repeated}
        self.typed[action.id] = TypedRow(row, seen, read, faults)
        self.faults |= {
            control(name, action.id): _("%(action)s: %(fault)s")
            % {"action": _named(action), "fault": sentence}
            for name, sentence in faults.items()
        }

    def validate(self, form: BaseForm, extra_validators: Sequence[Any] = ()) -> bool:
        """Return whether nothing is wrong; the faults were found in reading."""
        self.errors = tuple(self.faults.values())
        return not self.faults


class PlanForm(Form):
    """The form of the whole plan."""

    rows = RowsField()

    @property
    def typed(self) -> Mapping[str, TypedRow]:
        """Return the rows that were sent, by the ids of their actions."""
        rows: RowsField = self.rows
        return rows.typed

    @property
    def edits(self) -> tuple[ActionEdit, ...]:
        """Return what the valid rows that were touched make of their actions."""
        return tuple(
            ActionEdit(id, each.revision, each.fields)
            for id, each in self.typed.items()
            if each.fields and not each.faults
        )


def plan_form(plan: Plan, fields: tuple[str, ...]) -> PlanForm:
    """Return the form of a plan as it was sent."""
    return PlanForm.from_request(rows=(plan, fields))


def _named(action: Action) -> str:
    return action.title if len(action.title) <= _NAMED else f"{action.title[:_NAMED].rstrip()}…"
