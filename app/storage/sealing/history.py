"""The history of a link: its public key, the day of its last use, and a line for each change it made.

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
    """The document; changes up to ``forgotten_until`` were dropped."""

    public_key: bytes
    used_on: date | None = None
    forgotten_until: datetime | None = None
    changes: tuple[HistoryEntry, ...] = ()


def write(history: History) -> bytes:
    """Return the bytes of the document: a line of JSON, then a line for each change."""
    head = {
        "public_key": history.public_key.hex(),
        "used_on": history.used_on.isoformat() if history.used_on else None,
        "forgotten": history.forgotten_until.strftime(_MINUTE) if history.forgotten_until else None,
    }
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
    )


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


def _minute(text: str) -> datetime:
    return datetime.strptime(text, _MINUTE).replace(tzinfo=UTC)
