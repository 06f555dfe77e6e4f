"""What khal and a CalDAV server with its client make of the calendar files."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import icalendar

from app.maturity.text import Language

KHAL = ("khal==0.14.1",)
DAV = ("Radicale==3.9.0", "caldav==3.6.0", "icalendar==7.3.2")
_CLIENT = Path(__file__).with_name("calendar_client.py")
_KHAL_SETTINGS = """[calendars]
[[plan]]
path = {folder}/plan
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = plan
[sqlite]
path = {folder}/khal.db
"""


def install(folder: Path, packages: tuple[str, ...]) -> Path:
    """Install packages into an environment of their own, and return its programs' folder."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin/pip"), "install", "-qq", "--disable-pip-version-check", *packages]
    subprocess.run(pip, check=True)
    return folder / "bin"


def import_into_khal(programs: Path, folder: Path, files: Path, language: Language) -> list[str]:
    """Import the events twice, and return the sentences on what is wrong."""
    place = folder / f"khal-{language}"
    (place / "plan").mkdir(parents=True)
    settings = place / "settings"
    settings.write_text(_KHAL_SETTINGS.format(folder=place), "utf-8")
    file, faults = files / f"plan-{language}.ics", []
    titles = _titles(file)
    for time_of in ("first", "second"):
        khal = [str(programs / "khal"), "--config", str(settings)]
        subprocess.run([*khal, "import", "--batch", "-a", "plan", str(file)], check=True, capture_output=True)
        listed = [*khal, "list", "--format", "{title}", "--day-format", "", "2026-11-01", "800d"]
        shown = subprocess.run(listed, check=True, capture_output=True, text=True).stdout
        found = sorted(line for line in shown.splitlines() if line)
        if found != titles:
            faults.append(f"khal lists other events after the {time_of} import: {set(found) ^ set(titles)}")
    return faults


def send_to_server(programs: Path, folder: Path, files: Path, language: Language) -> list[str]:
    """Send both files to a CalDAV server, and return the sentences on what is wrong."""
    with _radicale(programs, folder / f"radicale-{language}") as address:
        client = [str(programs / "python"), str(_CLIENT), address, str(files), language]
        said = subprocess.run(client, check=True, capture_output=True, text=True).stdout.splitlines()
    events, todos = _titles(files / f"plan-{language}.ics"), _titles(files / f"plan-todo-{language}.ics")
    expected = [
        *(f"plan{stage}: {len(events)} sent, {len(events)} events and 0 to-dos held" for stage in _STAGES),
        *(
            f"plan-todo{stage}: {len(todos)} sent, {len(events)} events and {len(todos)} to-dos held"
            for stage in _STAGES
        ),
        *_days(files, language),
        *events,
    ]
    return [f"The server: {line}" for line in set(said) ^ set(expected)]


_STAGES = ("", "", "-moved")


def _days(files: Path, language: Language) -> Iterator[str]:
    """Yield what a server must find on three days after the first action was moved by a week."""
    events, todos = (
        [
            str(each.decoded("dtstart"))
            for each in _parts(files / f"{kind}-moved-{language}.ics")
            if "dtstart" in each
        ]
        for kind in ("plan", "plan-todo")
    )
    for day in ("2026-11-30", "2026-12-01", "2026-12-08"):
        yield f"{day}: {events.count(day)} events, {todos.count(day)} to-dos"


def _titles(file: Path) -> list[str]:
    return sorted(str(each["summary"]) for each in _parts(file))


def _parts(file: Path) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(file.read_bytes()).subcomponents)


@contextmanager
def _radicale(programs: Path, folder: Path) -> Iterator[str]:
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    settings = folder / "settings"
    settings.write_text(
        f"[server]\nhosts = {place}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = {folder}/data\n"
    )
    command = [str(programs / "python"), "-m", "radicale", "--config", str(settings)]
    with (folder / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            _wait_for(place)
            yield f"http://{place}/"
        finally:
            server.terminate()


def _wait_for(place: str) -> None:
    host, port = place.split(":")
    for _ in range(100):
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(place)
