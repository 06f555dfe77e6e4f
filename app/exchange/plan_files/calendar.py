"""What the calendar files of a plan have in common: the file, and the fields of an event or a to-do.

``UID`` follows from the action’s id, which never changes, and is another one for the event than for the
to-do: a calendar that takes both files keeps both. ``SEQUENCE`` is the action’s revision, which grows with
each change, so that a calendar replaces the older text on a second import. Nothing depends on the day of the
download.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Literal
from uuid import UUID, uuid5

from icalendar import Calendar, Event, Todo

from app.maturity.plan.action import Action
from app.maturity.text import N_, Language
from app.translations.plan_words import STATE_NAMES, practice_words, role_words
from app.translations.wording import Wording

Kind = Literal["event", "to-do", "review"]

_NAMESPACE = UUID("b4cb8a2e-5f3f-5c0e-9d55-5c8f2f0e7a61")


def new_calendar(wording: Wording) -> Calendar:
    """Return a calendar file without content, named in the language."""
    calendar = Calendar()
    name = wording._("Action plan")
    for key, value in (
        ("prodid", f"-//Muster//Action plan//{wording.language.upper()}"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", name),
        # The older name of NAME, which most calendars still read alone.
        ("x-wr-calname", name),
    ):
        calendar.add(key, value)
    return calendar


def identify(part: Event | Todo, kind: Kind, id: str, revision: int, made_on: date) -> None:
    """Add the fields by which a calendar knows an event or a to-do and its revision."""
    part.add("uid", str(uuid5(_NAMESPACE, f"{kind}/{id}")))
    part.add("sequence", revision)
    part.add("dtstamp", midnight(made_on))


def describe(part: Event | Todo, action: Action, wording: Wording) -> None:
    """Add the title, the owner role as category, and practice, role, person, state and note in words."""
    add_summary(part, action.title, action.lang)
    part.add("description", "\n".join(_lines(action, wording)))
    if role := role_words(action, wording):
        part.add("categories", [role])


def add_summary(part: Event | Todo, text: str, language: Language) -> None:
    """Add the title with its language."""
    part.add("summary", text, parameters={"LANGUAGE": language})


def midnight(day: date) -> datetime:
    """Return the first moment of a day in UTC."""
    return datetime.combine(day, time(), UTC)


def as_file(calendar: Calendar) -> bytes:
    """Return the bytes of a calendar, its properties in alphabetical order and its lines folded."""
    content: bytes = calendar.to_ical()
    return content


def _lines(action: Action, wording: Wording) -> Iterator[str]:
    _ = wording._
    facts: Mapping[str, str] = {
        N_("Practice"): practice_words(action, wording),
        N_("Owner role"): role_words(action, wording),
        N_("Person"): action.person,
        N_("State"): _(STATE_NAMES[action.state]),
    }
    for name, value in facts.items():
        if value:
            yield _("%(name)s: %(value)s") % {"name": _(name), "value": value}
    if action.note:
        yield ""
        yield action.note
