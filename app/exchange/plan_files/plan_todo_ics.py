"""plan-todo.ics: a to-do for each action."""

from collections.abc import Iterable
from datetime import date

from icalendar import Todo

from app.exchange.plan_files.calendar import as_file, describe, identify, midnight, new_calendar
from app.maturity.plan.action import Action, State
from app.translations.wording import Wording

_STATUS: dict[State, str] = {
    "to_do": "NEEDS-ACTION",
    "doing": "IN-PROCESS",
    "done": "COMPLETED",
    "dropped": "CANCELLED",
}
_ALL_DONE = 100


def write(actions: Iterable[Action], wording: Wording, made_on: date) -> bytes:
    """Write the plan as to-dos.

    ``made_on`` is the day of completion or, before it, of the assessment’s beginning, never that of the
    download.
    """
    calendar = new_calendar(wording)
    for action in actions:
        todo = Todo()
        identify(todo, "to-do", action.id, action.revision, made_on)
        describe(todo, action, wording)
        todo.add("status", _STATUS[action.state])
        if action.due:
            # Servers look for a to-do of one day by its DTSTART: one with DUE alone is found a day early, and
            # not on its day. RFC 5545 asks for a DUE after DTSTART; no client that was tried minds.
            todo.add("dtstart", action.due)
            todo.add("due", action.due)
        if action.done_on:
            todo.add("completed", midnight(action.done_on))
            todo.add("percent-complete", _ALL_DONE)
        calendar.add_component(todo)
    return as_file(calendar)
