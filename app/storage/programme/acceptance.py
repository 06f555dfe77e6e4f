"""Find an invitation by its token, and accept it for an assessment, under its owner's key."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from app.storage.assessments import sharing
from app.storage.assessments.programme_tie import BEGUN, COMPLETE
from app.storage.database import locks
from app.storage.database.programme_tables import ProgrammeInvitationRow, ProgrammeRow
from app.storage.programme import documents, participation, terms, tokens
from app.storage.programme.documents import Participation
from app.storage.programme.errors import (
    InAnotherProgrammeError,
    OtherQuestionnaireError,
    ProgrammeClosedError,
    UnknownInvitationError,
    UsedInvitationError,
)
from app.storage.programme.invitations import NOT_BEGUN
from app.storage.programme.terms import ProgrammeDays, ProgrammeTerms
from app.storage.rounds import rounds
from app.storage.sealing import codes, key_wrapping, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PROGRAMME, read_profile

ACCEPTED = "accepted"

_FIND = (
    select(
        ProgrammeInvitationRow.id,
        ProgrammeInvitationRow.state,
        ProgrammeInvitationRow.assessment_id,
        ProgrammeInvitationRow.terms,
        ProgrammeRow.created_on,
        ProgrammeRow.closes_on,
        ProgrammeRow.closed_on,
    )
    .join(ProgrammeRow, ProgrammeRow.id == ProgrammeInvitationRow.programme_id)
    .where(ProgrammeInvitationRow.token_digest == bindparam("digest"))
)
_LOCKED = _FIND.with_for_update(of=ProgrammeInvitationRow)
_TIE = (
    update(ProgrammeInvitationRow)
    .where(ProgrammeInvitationRow.id == bindparam("invitation"))
    .values(assessment_id=bindparam("assessment"), state=bindparam("now"), state_on=bindparam("today"))
)


@dataclass(frozen=True, slots=True)
class FoundInvitation:
    """An invitation as its token opens it; ``assessment_id`` is the assessment that accepted it, or None."""

    id: str
    terms: ProgrammeTerms
    days: ProgrammeDays
    is_used: bool
    assessment_id: str | None


def find_invitation(connection: Connection, token: str) -> FoundInvitation:
    """Return the invitation of a typed token and change nothing, or raise UnknownInvitationError.

    Raises TamperedError if it was altered in the database.
    """
    return _find(connection, token, lock=False)


def accept(connection: Connection, key: AccessKey, token: str) -> Participation:
    """Tie the assessment to a programme, and return what it accepted. Takes a writing connection.

    From then on the programme's coordinators see its state, which is complete at once if a closed round can
    be submitted. Raises UnknownInvitationError, UsedInvitationError, ProgrammeClosedError,
    OtherQuestionnaireError, InAnotherProgrammeError, and ForbiddenError for a key that is no owner's.
    """
    participation.require_owner(key)
    locks.lock_assessment(connection, key.assessment_id)
    found = _find(connection, token, lock=True)
    if found.is_used:
        raise UsedInvitationError
    if not found.days.is_open(key.today):
        raise ProgrammeClosedError
    head = read_profile(sealed_documents.open_one(connection, key, key.grant.head_document).content)
    if not found.terms.fits(head.questionnaire, head.version, head.profile.variant):
        raise OtherQuestionnaireError
    if participation.is_in_programme(connection, key):
        raise InAnotherProgrammeError
    accepted = Participation(found.id, found.terms, key.today, tokens.proof(codes.normalise(token) or ""))
    _write(connection, key, accepted)
    closed = rounds.list_rounds(connection, key)
    fits = any(found.terms.fits(each.questionnaire_id, each.version, each.variant) for each in closed)
    tie = {"invitation": found.id, "assessment": key.assessment_id, "today": key.today}
    connection.execute(_TIE, {**tie, "now": COMPLETE if fits else BEGUN})
    return accepted


def _find(connection: Connection, typed: str, *, lock: bool) -> FoundInvitation:
    token = codes.normalise(typed)
    digest = tokens.digest(token) if token else b""
    row = connection.execute(_LOCKED if lock else _FIND, {"digest": digest}).first()
    if token is None or row is None:
        raise UnknownInvitationError
    id, state, assessment_id, sealed, created_on, closes_on, closed_on = row
    read = terms.read(tokens.unseal_terms(sealed, token, id))
    days = ProgrammeDays(created_on, closes_on, closed_on)
    return FoundInvitation(id, read, days, state != NOT_BEGUN, assessment_id)


def _write(connection: Connection, key: AccessKey, accepted: Participation) -> None:
    if participation.load(connection, key)[0] is None:
        recipients = sharing.active_recipients(connection, key)
        key_wrapping.add(connection, {PROGRAMME: documents.write(None)}, recipients)
    participation.save(connection, key, accepted, (ACCEPTED,))
