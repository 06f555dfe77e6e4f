"""The answers of one voice, as its own link reads and saves them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.maturity.answers import Answer, Assessment
from app.maturity.voices.voice import Voice
from app.storage.database import locks
from app.storage.sealing import sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import ProfileDocument, StoredAssessment, read_profile
from app.storage.sealing.errors import (
    ConflictError,
    ForbiddenError,
    RoundClosedError,
    TamperedError,
    VersionChangedError,
)
from app.storage.sealing.roles import VOICE
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.voices import documents
from app.storage.voices.documents import StoredVoice
from app.storage.voices.errors import VoiceStateError


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """A voice as its own link sees it: its answers and state, and which questions are asked."""

    link_id: str
    letters: str
    stored: StoredVoice
    head: ProfileDocument
    opened: OpenDocument

    @property
    def voice(self) -> Voice:
        """Return the voice as the core compares it."""
        return self.stored.voice(self.link_id, self.letters)

    @property
    def may_save(self) -> bool:
        """Return whether answers can be saved: the voice has not finished, and the owner has not closed."""
        return self.stored.finished_on is None and not self.stored.is_closed

    @property
    def as_assessment(self) -> StoredAssessment:
        """Return the answers as an assessment; the version of each domain is its revision."""
        answers = Assessment(
            self.head.questionnaire, self.head.version, self.head.profile, self.stored.answers
        )
        revisions = {letter: self.stored.revisions.get(letter, 0) for letter in self.letters}
        return StoredAssessment(answers, revisions, is_closed=self.head.is_closed)


def load_own(connection: Connection, key: AccessKey) -> OwnVoice:
    """Return the answers of the voice that the key belongs to, or raise ForbiddenError if it is no voice."""
    if key.role != VOICE:
        raise ForbiddenError(key.role)
    name, head = key.grant.voice_document, key.grant.head_document
    opened = sealed_documents.open_pair(connection, key, name, head)
    return OwnVoice(
        key.link_id,
        key.grant.domains,
        documents.read_voice(opened[name].content),
        read_profile(opened[head].content),
        opened[name],
    )


def save_own(
    connection: Connection,
    key: AccessKey,
    letter: str,
    answers: Mapping[str, Answer],
    *,
    expected_revision: int,
) -> int:
    """Save answers of a domain, and return the revision that stands afterwards; a blank answer clears one.

    Raises ConflictError if the domain was saved since, VoiceStateError if nothing can be saved any more, and
    ForbiddenError if the voice is not asked for the domain.
    """
    if letter not in tuple(key.grant.domains):
        raise ForbiddenError(letter)
    own = _lock_and_load(connection, key)
    before, revision = own.stored, own.as_assessment.versions[letter]
    after = {id: each for id, each in {**before.answers, **answers}.items() if not each.is_blank}
    if after == dict(before.answers):
        return revision
    if revision != expected_revision:
        raise ConflictError(letter, own.as_assessment)
    if not own.may_save:
        raise VoiceStateError(letter)
    revisions = {**before.revisions, letter: revision + 1}
    changed = replace(before, answers=after, revisions=revisions, saved_on=key.today)
    _store(connection, key, own, changed)
    return revision + 1


def set_finished(connection: Connection, key: AccessKey, *, finished: bool) -> None:
    """Record that the voice has finished, or that it goes on.

    Raises VoiceStateError if the owner has closed the voices.
    """
    own = _lock_and_load(connection, key)
    if own.stored.is_closed:
        raise VoiceStateError(key.link_id)
    if finished != (own.stored.finished_on is not None):
        changed = replace(own.stored, finished_on=key.today if finished else None)
        _store(connection, key, own, changed)


def _lock_and_load(connection: Connection, key: AccessKey) -> OwnVoice:
    locks.lock_assessment(connection, key.assessment_id)
    own = load_own(connection, key)
    # What was sent was checked against the questions of the earlier version.
    if own.opened.questionnaire != key.questionnaire:
        raise VersionChangedError
    if own.head.is_closed:
        raise RoundClosedError
    return own


def _store(connection: Connection, key: AccessKey, own: OwnVoice, changed: StoredVoice) -> None:
    content = documents.write_voice(changed)
    if not sealed_documents.replace_documents(connection, key, (own.opened, content)):
        # It is locked since it was opened.
        raise TamperedError(own.opened.name)
