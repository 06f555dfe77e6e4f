"""Write the document of a voice as bytes, and read it; likewise the voices of a closed round."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.maturity.answers import Answer
from app.maturity.voices.voice import Voice, VoiceRole
from app.storage.sealing.documents import ROUND_VOICES_PREFIX, read_answers, write_answers


@dataclass(frozen=True, slots=True)
class StoredVoice:
    """What is stored of a voice beside its link.

    ``revisions`` counts the saves of each domain, by its letter: two pages of one voice do not overwrite each
    other. ``saved_on`` and ``finished_on`` are days in UTC, None before. ``is_closed`` is what the owner
    decided: nothing is saved any more.
    """

    role: VoiceRole
    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)
    revisions: Mapping[str, int] = field(default_factory=dict)
    saved_on: date | None = None
    finished_on: date | None = None
    is_closed: bool = False

    def voice(self, link_id: str, letters: str) -> Voice:
        """Return the voice as the core compares it, with the id of its link and the domains it is asked."""
        return Voice(link_id, self.role, tuple(letters), self.answers, finished=self.finished_on is not None)


@dataclass(frozen=True, slots=True)
class HeardVoices:
    """All voices of a round in the order of their invitation, and whether the owner has closed them."""

    invited: tuple[Voice, ...] = ()
    closed: bool = False


def round_document(number: int) -> str:
    """Return the name of the document with the voices of a closed round."""
    return f"{ROUND_VOICES_PREFIX}{number}"


def write_voice(voice: StoredVoice) -> bytes:
    """Return the bytes of a voice’s document."""
    return _bytes(
        {
            "role": [voice.role.id, voice.role.name],
            "answers": json.loads(write_answers(voice.answers)),
            "revisions": dict(voice.revisions),
            "saved": _day(voice.saved_on),
            "finished": _day(voice.finished_on),
            "closed": voice.is_closed,
        }
    )


def read_voice(content: bytes) -> StoredVoice:
    """Return a voice from the bytes of its document."""
    stored = json.loads(content)
    return StoredVoice(
        VoiceRole(*stored["role"]),
        read_answers(_bytes(stored["answers"])),
        stored["revisions"],
        _read_day(stored["saved"]),
        _read_day(stored["finished"]),
        stored["closed"],
    )


def write_round(heard: HeardVoices) -> bytes:
    """Return the bytes of the voices of a closed round."""
    return _bytes({"closed": heard.closed, "voices": _written(heard.invited)})


def read_round(content: bytes) -> HeardVoices:
    """Return the voices of a closed round from their bytes."""
    stored = json.loads(content)
    voices = (
        Voice(id, VoiceRole(*role), tuple(letters), read_answers(_bytes(answers)), finished)
        for id, role, letters, answers, finished in stored["voices"]
    )
    return HeardVoices(tuple(voices), stored["closed"])


def _written(invited: Sequence[Voice]) -> list[Any]:
    return [
        [
            voice.id,
            [voice.role.id, voice.role.name],
            list(voice.domains),
            json.loads(write_answers(voice.answers)),
            voice.finished,
        ]
        for voice in invited
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
