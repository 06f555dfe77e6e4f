"""A CalDAV client, run by a Python that has caldav: ``python calendar_client.py ADDRESS FOLDER LANGUAGE``.

It prints one line for each fact, which ``calendars.py`` compares with what must be so.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

import caldav
import icalendar

DUE = date(2026, 12, 1)


def send(calendar: caldav.Calendar, file: Path) -> int:
    """Send each part of a file as one object, as clients do that import it, and return how many."""
    source = icalendar.Calendar.from_ical(file.read_bytes())
    for part in source.subcomponents:
        one = icalendar.Calendar()
        one.add("prodid", source["prodid"])
        one.add("version", source["version"])
        one.add_component(part)
        save = calendar.save_event if part.name == "VEVENT" else calendar.save_todo
        save(one.to_ical().decode())
    return len(source.subcomponents)


def main(address: str, folder: Path, language: str) -> None:
    """Send both files twice and their later versions once, and print what the server then holds."""
    principal = caldav.DAVClient(url=address, username="ada", password="").principal()
    calendar = principal.make_calendar(name=f"Plan {language}", cal_id=f"plan-{language}")
    for kind in ("plan", "plan-todo"):
        for stage in ("", "", "-moved"):
            sent = send(calendar, folder / f"{kind}{stage}-{language}.ics")
            events, todos = len(calendar.events()), len(calendar.todos(include_completed=True))
            print(f"{kind}{stage}: {sent} sent, {events} events and {todos} to-dos held")
    week = DUE + timedelta(days=7)
    for day in (DUE - timedelta(days=1), DUE, week):
        span = {"start": day, "end": day + timedelta(days=1)}
        events = len(calendar.search(event=True, **span))
        todos = len(calendar.search(todo=True, include_completed=True, **span))
        print(f"{day}: {events} events, {todos} to-dos")
    titles = sorted(str(each.icalendar_component["summary"]) for each in calendar.events())
    print(*titles, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
