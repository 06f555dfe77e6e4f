"""The part of a plan that a page asks for by its address, and the choices that it offers.

A person stands in an address under a token, because addresses are logged and kept by browsers.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from urllib.parse import urlencode

from flask import current_app

from app.maturity.clean_text import fold
from app.maturity.clock import utc_day
from app.maturity.plan.action import STATES
from app.maturity.plan.arrangement import (
    NOBODY,
    SORT_KEYS,
    PlanFilter,
    SortKey,
    filter_actions,
    persons,
    sort_actions,
)
from app.maturity.plan.plan import Plan
from app.maturity.recommendation import HORIZONS
from app.translations.plan_words import STATE_NAMES
from app.translations.wording import Wording

# The names of what an address asks for.
SORT, PERSON, DUE, STATE, OWNER = "sort", "person", "due", "state", "owner"
ASKED = (SORT, PERSON, DUE, STATE, OWNER)

# Asks for actions without a person or a role, and for those that are overdue.
_NONE, _OVERDUE = "none", "overdue"

_TOKEN_LENGTH = 12

# A value of an address, and the words for it.
Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the choices over the list: its name in the address, its label, its options, the chosen one."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True)
class AskedPart:
    """What an address asks for of a plan; a value that the page does not offer asks for nothing.

    ``now`` is a moment: what is overdue at it comes first.
    """

    plan: Plan
    wording: Wording
    now: datetime
    arguments: Mapping[str, str]
    id: str = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices of the page with what is chosen."""
        _ = self.wording._
        labels = {
            SORT: _("Sort by"),
            PERSON: _("Person"),
            DUE: _("Due date"),
            STATE: _("State"),
            OWNER: _("Owner role"),
        }
        return tuple(Choice(name, labels[name], self._offered[name], self._chosen(name)) for name in ASKED)

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is left out."""
        return not any(self._chosen(name) for name in ASKED if name != SORT)

    @property
    def query(self) -> dict[str, str]:
        """Return the arguments of the address that ask for something."""
        chosen = {name: self._chosen(name) for name in ASKED}
        return {name: value for name, value in chosen.items() if value}

    @property
    def address(self) -> str:
        """Return the end of an address that asks for the same."""
        return f"?{urlencode(self.query)}" if self.query else ""

    def actions(self) -> Plan:
        """Return the actions that are asked for, in the order that is asked for."""
        query = self.query
        sort: SortKey = next((each for each in SORT_KEYS if each == query.get(SORT)), SORT_KEYS[0])
        kept = filter_actions(self.plan, self._filter(query), self.wording.questionnaire, self.now)
        return sort_actions(kept, sort, self.wording.questionnaire, self.now)

    def sorted(self, plan: Plan) -> Plan:
        """Return other actions in the order that is asked for."""
        return replace(self, plan=plan, arguments={SORT: self.query.get(SORT, "")}).actions()

    def _filter(self, query: Mapping[str, str]) -> PlanFilter:
        due, owner, person = query.get(DUE, ""), query.get(OWNER), query.get(PERSON)
        found = next((each for each in persons(self.plan) if self._token(each) == person), NOBODY)
        return PlanFilter(
            person=found if person else None,
            state=next((each for each in STATES if each == query.get(STATE)), None),
            owner=(NOBODY if owner == _NONE else owner) if owner else None,
            due_by=utc_day(self.now) + timedelta(days=int(due)) if due.isdecimal() else None,
            overdue_only=due == _OVERDUE,
        )

    def _chosen(self, name: str) -> str:
        asked = self.arguments.get(name, "")
        return asked if any(asked == value for value, _words in self._offered[name]) else ""

    @cached_property
    def _offered(self) -> dict[str, tuple[Option, ...]]:
        _, questionnaire = self.wording._, self.wording.questionnaire
        sorts = (_("due date"), _("person"), _("state"), _("owner role"))
        states = ((state, _(STATE_NAMES[state])) for state in STATES)
        owners = ((owner, self.wording.owner_name(owner)) for owner in questionnaire.owners)
        named = ((self._token(each), each) for each in persons(self.plan))
        within = ((str(days), _("in the next %(days)s days") % {"days": days}) for days in HORIZONS)
        return {
            SORT: tuple(
                ("" if key == SORT_KEYS[0] else key, word) for key, word in zip(SORT_KEYS, sorts, strict=True)
            ),
            PERSON: (("", _("everybody")), *named, (_NONE, _("nobody yet"))),
            DUE: (("", _("any day")), (_OVERDUE, _("overdue")), *within),
            STATE: (("", _("every state")), *states),
            OWNER: (("", _("every role")), *owners, (_NONE, _("no role"))),
        }

    def _token(self, person: str) -> str:
        """Return what stands for a person in an address: nobody gets from it back to the name."""
        secret = str(current_app.secret_key).encode()
        return hmac.digest(secret, f"{self.id} {fold(person)}".encode(), "sha256").hex()[:_TOKEN_LENGTH]
