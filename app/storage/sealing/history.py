"""The history of a link: its public key, its last use and end, and a line for each change it made.

Each link has one such document, which the link and the owners can read: a contributor records its changes
without reading those of others. The public key is here because the one in the table can be swapped.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

# Bytes, about 800 changes. Beyond, the oldest quarter is dropped and the moment of its last one recorded.
LIMIT = 32 * 1024 - 1
_MINUTE = "%Y-%m-%dT%H:%MZ"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change of one document, at a minute in UTC; ``questions`` are the ids of the changed answers."""

    at: datetime
    document: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The document; changes up to ``forgotten_until`` were dropped.

    ``organisation`` is the name that the owner lets the link’s page show before the link is opened.
    ``finished_at`` is the minute at which the link’s holder declared to have finished.
    """

    public_key: bytes
    used_on: date | None = None
    forgotten_until: datetime | None = None
    changes: tuple[HistoryEntry, ...] = ()
    organisation: str = ""
    finished_at: datetime | None = None

    @property
    def finished_on(self) -> date | None:
        """Return the day in UTC on which the holder finished; None if a later change was saved."""
        if self.finished_at is None or any(change.at > self.finished_at for change in self.changes[-1:]):
            return None
        return self.finished_at.date()


def write(history: History) -> bytes:
    """Return the bytes of the document: a line of JSON, then a line for each change."""
    head: dict[str, str | None] = {
        "public_key": history.public_key.hex(),
        "used_on": history.used_on.isoformat() if history.used_on else None,
        "forgotten": _text(history.forgotten_until),
    }
    # Histories stored by 1.0.0 lack these two.
    if history.organisation:
        head["organisation"] = history.organisation
    if history.finished_at:
        head["finished"] = _text(history.finished_at)
    lines = (_line(each.at, each.document, each.questions) for each in history.changes)
    return json.dumps(head).encode() + b"\n" + b"".join(lines)


def read(content: bytes) -> History:
    """Return the history, the oldest change first."""
    head, *lines = content.decode().splitlines()
    stored = json.loads(head)
    return History(
        bytes.fromhex(stored["public_key"]),
        date.fromisoformat(stored["used_on"]) if stored["used_on"] else None,
        _minute(stored["forgotten"]) if stored["forgotten"] else None,
        tuple(_change(*line.split(" ")) for line in lines),
        stored.get("organisation", ""),
        _minute(stored["finished"]) if "finished" in stored else None,
    )


def read_used_on(content: bytes) -> date | None:
    """Return the UTC day on which the link’s code was last entered; the changes are not parsed."""
    stored = json.loads(content.partition(b"\n")[0])["used_on"]
    return date.fromisoformat(stored) if stored else None


def append(content: bytes, at: datetime, document: str, questions: Iterable[str]) -> bytes:
    """Return the history with a change added at a moment; the same change is recorded once in a minute.

    The earlier lines are not parsed, because this is done with every save.
    """
    line = _line(at.astimezone(UTC), document, questions)
    if content.endswith(b"\n" + line):
        return content
    return _shorten(content + line)


def _shorten(content: bytes) -> bytes:
    if len(content) <= LIMIT:
        return content
    history = read(content)
    oldest = len(history.changes) // 4
    kept = replace(history, forgotten_until=history.changes[oldest - 1].at, changes=history.changes[oldest:])
    return write(kept)


def _line(at: datetime, document: str, questions: Iterable[str]) -> bytes:
    return f"{' '.join((at.strftime(_MINUTE), document, *questions))}\n".encode()


def _change(at: str, document: str, *questions: str) -> HistoryEntry:
    return HistoryEntry(_minute(at), document, questions)


def _text(minute: datetime | None) -> str | None:
    return minute.strftime(_MINUTE) if minute else None


def _minute(text: str) -> datetime:
    return datetime.strptime(text, _MINUTE).replace(tzinfo=UTC)
