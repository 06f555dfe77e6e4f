"""plan.ics: an all-day event on the due day of each action, and one for the next assessment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Event

from app.exchange.plan_files.calendar import add_summary, as_file, describe, identify, new_calendar
from app.maturity.plan.action import Action
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """The day on which the owner wants to assess again, for one event.

    ``id`` is the assessment’s and never changes; ``revision`` grows each time the day changes.
    """

    id: str
    day: date
    revision: int = 0


def write(
    actions: Iterable[Action], wording: Wording, made_on: date, review: ReviewEvent | None = None
) -> bytes:
    """Write the plan as events; an action without a due day has none.

    ``made_on`` is the day of completion, or before it that of the newest evidence, else a fixed day; never
    that of the download. A dropped action’s event is cancelled, so that a calendar that holds it strikes it
    out.
    """
    calendar = new_calendar(wording)
    for action in actions:
        if action.due:
            event = _all_day(action.due)
            identify(event, "event", action.id, action.revision, made_on)
            describe(event, action, wording)
            event.add("status", "CANCELLED" if action.state == "dropped" else "CONFIRMED")
            calendar.add_component(event)
    if review:
        calendar.add_component(_review_event(review, wording, made_on))
    return as_file(calendar)


def _all_day(day: date) -> Event:
    event = Event()
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    # The person has other appointments on that day.
    event.add("transp", "TRANSPARENT")
    return event


def _review_event(review: ReviewEvent, wording: Wording, made_on: date) -> Event:
    _ = wording._
    event = _all_day(review.day)
    identify(event, "review", review.id, review.revision, made_on)
    add_summary(event, _("Reassess your social media policy readiness"), wording.language)
    event.add("description", _("Begin a new round in Muster: it starts with last time’s answers."))
    event.add("status", "CONFIRMED")
    return event
