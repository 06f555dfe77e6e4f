"""The voices of an assessment as its owner has them: invite, read, close, reopen and withdraw.

A voice’s answers are in one document, which its own link and owners can open. They belong to the present
round: closing that ends the links.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, bindparam, delete

from app.maturity.voices.voice import Voice, VoiceRole, are_shown
from app.storage.assessments import sharing
from app.storage.assessments.sharing import AddedWithLink
from app.storage.database import checkpoint, locks
from app.storage.database.tables import DocumentRow, LinkRow
from app.storage.sealing import codes, key_wrapping, link_list, recorded_change, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import LINKS, OUTLINE, PROFILE, VOICE_PREFIX, read_profile
from app.storage.sealing.errors import ForbiddenError, RoundClosedError, TamperedError
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import VOICE
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.sealing.vault import Vault
from app.storage.voices import documents
from app.storage.voices.documents import HeardVoices, StoredVoice
from app.storage.voices.errors import NoSuchVoiceError, TooManyVoicesError, VoiceStateError

MAX_VOICES = 30

# The history names a change of voices so, with what was done.
VOICES = "voices"
INVITED, WITHDRAWN, ENDED, CLOSED, REOPENED = "invited", "withdrawn", "ended", "closed", "reopened"

_REMOVE_LINKS = delete(LinkRow).where(
    LinkRow.assessment_id == bindparam("assessment"), LinkRow.id.in_(bindparam("ids", expanding=True))
)
_REMOVE_DOCUMENTS = delete(DocumentRow).where(
    DocumentRow.assessment_id == bindparam("assessment"),
    DocumentRow.name.in_(bindparam("names", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom the owner invites: the role, the letters of the domains, and the name that the page shows."""

    role: VoiceRole
    domains: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class InvitedVoice:
    """A voice as its owner sees it: its link, what is stored, and the version of its document."""

    link: Link
    stored: StoredVoice
    version: int
    opened: OpenDocument = field(repr=False)

    @property
    def voice(self) -> Voice:
        """Return the voice as the core compares it."""
        return self.stored.voice(self.link.id, self.link.domains)


@dataclass(frozen=True, slots=True)
class OwnerVoices:
    """The voices of the present round, in the order of their invitation."""

    voices: tuple[InvitedVoice, ...] = ()

    @property
    def closed(self) -> bool:
        """Return whether the owner has closed them; without a voice there is nothing to close."""
        return any(each.stored.is_closed for each in self.voices)

    @property
    def heard(self) -> HeardVoices:
        """Return them as the core compares them."""
        return HeardVoices(tuple(each.voice for each in self.voices), self.closed)

    @property
    def lost_if_ended(self) -> int:
        """Return how many colleagues have answered what closing the round now would delete."""
        heard = self.heard
        kept = are_shown(heard.invited, closed=heard.closed)
        counted = sum(each.finished or heard.closed for each in heard.invited if each.has_begun)
        return sum(each.has_begun for each in heard.invited) - (counted if kept else 0)

    @property
    def versions(self) -> dict[str, int]:
        """Return the version of each document, by the id of its link."""
        return {each.link.id: each.version for each in self.voices}


def load_voices(connection: Connection, key: AccessKey) -> OwnerVoices:
    """Return the voices; raise ForbiddenError for every link but an owner’s.

    Raises TamperedError if one is missing.
    """
    if not key.grant.is_owner:
        raise ForbiddenError(VOICES)
    opened = sealed_documents.open_prefixed(connection, key, VOICE_PREFIX, LINKS)
    links = (link for link in link_list.read(opened[LINKS].content) if link.role == VOICE)
    return OwnerVoices(tuple(_invited(key, link, opened) for link in links))


def invite(connection: Connection, vault: Vault, key: AccessKey, invitation: Invitation) -> str:
    """Store a voice with its link, and return the link’s code, which is stored nowhere.

    Raises TooManyVoicesError, VoiceStateError if the voices are closed, and RoundClosedError if the round is.
    """
    present = _lock_and_load(connection, key)
    if present.closed:
        raise VoiceStateError(CLOSED)
    if len(present.voices) >= MAX_VOICES:
        raise TooManyVoicesError
    if read_profile(sealed_documents.open_one(connection, key, PROFILE).content).is_closed:
        raise RoundClosedError
    link = Link(codes.new_id(), "", VOICE, key.today, invitation.domains)
    name = link.grant(key.assessment_id).voice_document
    content = documents.write_voice(StoredVoice(invitation.role))
    added = AddedWithLink({name: content}, (VOICES, INVITED))
    return sharing.create_link(connection, vault, key, link, invitation.organisation, added)


def set_closed(connection: Connection, key: AccessKey, *, closed: bool) -> None:
    """Close the voices, which end no link but save nothing from now on, or reopen them.

    Raises VoiceStateError if they are in that state, or if there are none.
    """
    present = _lock_and_load(connection, key)
    if not present.voices or present.closed == closed:
        raise VoiceStateError(CLOSED if closed else REOPENED)
    for each in present.voices:
        content = documents.write_voice(replace(each.stored, is_closed=closed))
        _replace(connection, key, each.opened, content)
    own = key.grant.history_document
    opened = sealed_documents.open_pair(connection, key, LINKS, own)
    recorded = VOICES, CLOSED if closed else REOPENED
    content = opened[LINKS].content
    recorded_change.save_links(connection, key, (opened[LINKS], opened[own]), content, recorded)


def withdraw(connection: Connection, key: AccessKey, link_id: str) -> None:
    """End the link of a voice at once, and delete its answers; raise NoSuchVoiceError if there is none."""
    present = _lock_and_load(connection, key)
    if all(each.link.id != link_id for each in present.voices):
        raise NoSuchVoiceError(link_id)
    _end(connection, key, (link_id,), WITHDRAWN)


def end_all(connection: Connection, key: AccessKey) -> HeardVoices:
    """End the links of all voices, delete their documents, and return what they said.

    An answer that does not count is left out: its voice has not finished, and the owner has not closed.
    """
    heard = _lock_and_load(connection, key).heard
    if heard.invited:
        _end(connection, key, tuple(each.id for each in heard.invited), ENDED)
    counted = (each if each.finished or heard.closed else replace(each, answers={}) for each in heard.invited)
    return replace(heard, invited=tuple(counted))


def _end(connection: Connection, key: AccessKey, ids: Iterable[str], change: str) -> None:
    """Delete links with their documents, and seal what else they could read under a new key."""
    ended, own = frozenset(ids), key.grant.history_document
    recipients = [
        each for each in sharing.active_recipients(connection, key) if each.grant.link_id not in ended
    ]
    opened = sealed_documents.open_pair(connection, key, LINKS, own, OUTLINE)
    links = link_list.read(opened[LINKS].content)
    gone = [link.grant(key.assessment_id) for link in links if link.id in ended]
    names = [name for each in gone for name in (each.history_document, each.voice_document)]
    remaining = link_list.write(tuple(link for link in links if link.id not in ended))
    recorded = VOICES, change
    recorded_change.save_links(connection, key, (opened[LINKS], opened[own]), remaining, recorded)
    where = {"assessment": key.assessment_id}
    connection.execute(_REMOVE_DOCUMENTS, {**where, "names": names})
    connection.execute(_REMOVE_LINKS, {**where, "ids": sorted(ended)})
    key_wrapping.rekey(connection, {opened[OUTLINE]: opened[OUTLINE].content}, recipients)
    checkpoint.truncate_log(connection, wait_for_readers=True)


def _invited(key: AccessKey, link: Link, opened: dict[str, OpenDocument]) -> InvitedVoice:
    name = link.grant(key.assessment_id).voice_document
    if name not in opened:
        raise TamperedError(name)
    found = opened[name]
    return InvitedVoice(link, documents.read_voice(found.content), found.version, found)


def _lock_and_load(connection: Connection, key: AccessKey) -> OwnerVoices:
    locks.lock_assessment(connection, key.assessment_id)
    return load_voices(connection, key)


def _replace(connection: Connection, key: AccessKey, opened: OpenDocument, content: bytes) -> None:
    if not sealed_documents.replace_documents(connection, key, (opened, content)):
        # It is locked since it was opened.
        raise TamperedError(opened.name)
