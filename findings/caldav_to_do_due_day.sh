#!/usr/bin/env bash
# On which day a CalDAV server finds an all-day to-do depends on who asks, and on a property that nobody sees:
#   Asked directly, Radicale finds a to-do that is only DUE on 5 December on 4 December, and not on the 5th:
#   RFC 4791 (section 9.9) counts it up to the moment at which that day begins. With DTSTART on the same day it
#   is found on both days, with DTSTART alone on the 5th.
#   Asked through the Python client caldav, the same server finds all three on the 5th, and none on the 4th:
#   the client asks for more, and filters the answer by a rule of its own.
# Version: Radicale 3.9.0, caldav 3.6.0, Python 3.11.
# Output seen: four lines, “server 4: due-only, start-and-due”, “server 5: start-and-due, start-only”,
# “client 4: ”, “client 5: due-only, start-and-due, start-only”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Radicale==3.9.0 caldav==3.6.0
port=$(venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
printf '[server]\nhosts = 127.0.0.1:%s\n[auth]\ntype = none\n[storage]\nfilesystem_folder = %s/data\n' \
  "$port" "$folder" >settings
venv/bin/python -m radicale --config settings 2>log &
server=$!

venv/bin/python - "$port" <<'PYTHON'
import re
import sys
import time
import urllib.request
from datetime import date, timedelta
from importlib.metadata import version

import caldav

PLACE = f"http://127.0.0.1:{sys.argv[1]}/"
CALENDAR = PLACE + "ada/plan/"
TO_DO = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VTODO\r\nUID:{0}\r\n"
    "DTSTAMP:20261101T000000Z\r\nSUMMARY:{0}\r\n{1}END:VTODO\r\nEND:VCALENDAR\r\n"
)
QUERY = (
    '<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-data/></d:prop>'
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VTODO">'
    '<c:time-range start="{0:%Y%m%d}T000000Z" end="{1:%Y%m%d}T000000Z"/>'
    "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)
DTSTART, DUE = "DTSTART;VALUE=DATE:20261205\r\n", "DUE;VALUE=DATE:20261205\r\n"


def send(method, url, body="", kind="text/plain"):
    headers = {"Authorization": "Basic YWRhOg==", "Content-Type": kind, "Depth": "1"}
    request = urllib.request.Request(url, body.encode(), headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def by_server(day):
    query = QUERY.format(day, day + timedelta(days=1))
    return sorted(re.findall(r"UID:([\w-]+)", send("REPORT", CALENDAR, query, "application/xml")))


def by_client(day):
    calendar = caldav.DAVClient(url=PLACE, username="ada", password="").principal().calendars()[0]
    found = calendar.search(start=day, end=day + timedelta(days=1), todo=True)
    return sorted(str(each.icalendar_component["uid"]) for each in found)


print("Radicale", version("Radicale"), "caldav", version("caldav"))
for _ in range(100):
    try:
        send("MKCALENDAR", CALENDAR)
        break
    except OSError:
        time.sleep(0.1)
for name, days in (("due-only", DUE), ("start-and-due", DTSTART + DUE), ("start-only", DTSTART)):
    send("PUT", f"{CALENDAR}{name}.ics", TO_DO.format(name, days), "text/calendar")

found = {}
for who, ask in (("server", by_server), ("client", by_client)):
    for number in (4, 5):
        found[who, number] = ask(date(2026, 12, number))
        print(f"{who} {number}: {', '.join(found[who, number])}")

everything = ["due-only", "start-and-due", "start-only"]
assert found["server", 4] == ["due-only", "start-and-due"]
assert found["server", 5] == ["start-and-due", "start-only"]
assert found["client", 4] == []
assert found["client", 5] == everything
PYTHON
