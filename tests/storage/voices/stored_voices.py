"""What tests do to the voices of a stored assessment."""

from collections.abc import Mapping

from app.maturity.answers import Answer
from app.maturity.voices.voice import VoiceRole
from app.storage.sealing import access_key
from app.storage.voices import own_answers, voices
from app.storage.voices.own_answers import OwnVoice
from app.storage.voices.voices import Invitation, OwnerVoices
from tests.storage.stored_assessment import SavedAssessment


def invites(
    saved: SavedAssessment, role: str = "security", domains: str = "GCE", *, name: str = ""
) -> SavedAssessment:
    """Invite a voice, and return the assessment as its link opens it."""
    invitation = Invitation(VoiceRole(role, name), domains, "Bellatrix")
    with saved.store.writing.begin() as connection:
        code = voices.invite(connection, saved.store.vault, saved.key(connection), invitation)
    return SavedAssessment(saved.store, saved.id, code)


def answers(
    voice: SavedAssessment, letter: str, given: Mapping[str, Answer], *, revision: int | None = None
) -> int:
    """Save answers of a voice, as if its page had been opened just before."""
    with voice.store.writing.begin() as connection:
        key = voice.key(connection)
        now = own_answers.load_own(connection, key).as_assessment.versions.get(letter, 0)
        expected = now if revision is None else revision
        return own_answers.save_own(connection, key, letter, given, expected_revision=expected)


def finishes(voice: SavedAssessment, *, finished: bool = True) -> None:
    """Let a voice say that it has finished, or that it goes on."""
    with voice.store.writing.begin() as connection:
        own_answers.set_finished(connection, voice.key(connection), finished=finished)


def closes_voices(saved: SavedAssessment, *, closed: bool = True) -> None:
    """Close the voices, or reopen them."""
    with saved.store.writing.begin() as connection:
        voices.set_closed(connection, saved.key(connection), closed=closed)


def withdraws(saved: SavedAssessment, voice: SavedAssessment) -> None:
    """Withdraw a voice."""
    with saved.store.writing.begin() as connection:
        voices.withdraw(connection, saved.key(connection), voice.link_id)


def lists(saved: SavedAssessment) -> OwnerVoices:
    """Return the voices as the owner reads them."""
    with saved.store.reading.connect() as connection:
        return voices.load_voices(connection, saved.key(connection))


def own(voice: SavedAssessment) -> OwnVoice:
    """Return a voice as it reads itself."""
    with voice.store.reading.connect() as connection:
        return own_answers.load_own(connection, voice.key(connection))


def still_opens(voice: SavedAssessment) -> bool:
    """Return whether the code opens anything."""
    with voice.store.reading.connect() as connection:
        return access_key.unlock(connection, voice.store.vault, voice.code, voice.store.now) is not None
