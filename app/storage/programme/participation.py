"""An assessment's part in a programme: what its owner sees of it, and its end, under the owner's key."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Connection, Row, and_, bindparam, or_, select

from app.maturity.programme.programme import State
from app.storage.assessments import programme_tie
from app.storage.database import locks
from app.storage.database.programme_tables import ProgrammeInvitationRow, ProgrammeRow
from app.storage.programme import documents
from app.storage.programme.documents import Participation
from app.storage.programme.terms import ProgrammeDays
from app.storage.sealing import recorded_change, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PROGRAMME
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.sealed_documents import OpenDocument

LEAVING = "left"

# Its own invitation, also if the coordinator ended the tie and kept what was submitted.
_OWN = or_(
    ProgrammeInvitationRow.assessment_id == bindparam("assessment"),
    and_(
        ProgrammeInvitationRow.id == bindparam("invitation"),
        ProgrammeInvitationRow.assessment_id.is_(None),
        ProgrammeInvitationRow.state != programme_tie.LEFT,
    ),
)
_STATE = (
    select(
        ProgrammeInvitationRow.id,
        ProgrammeInvitationRow.state,
        ProgrammeInvitationRow.state_on,
        ProgrammeInvitationRow.assessment_id,
        ProgrammeRow.created_on,
        ProgrammeRow.closes_on,
        ProgrammeRow.closed_on,
    )
    .join(ProgrammeRow, ProgrammeRow.id == ProgrammeInvitationRow.programme_id)
    .where(_OWN)
)
_LOCKED = _STATE.with_for_update(of=ProgrammeInvitationRow)


@dataclass(frozen=True, slots=True)
class ParticipationStatus:
    """An assessment's part in a programme as it stands.

    ``state``, since ``state_on``, is exactly what the coordinator sees; None if the coordinator has withdrawn
    the invitation, or the programme is deleted, and nothing is kept of it. ``is_tied`` is whether it still
    changes with the assessment; without a tie the submissions stay until they are withdrawn.
    """

    participation: Participation
    state: State | None = None
    state_on: date | None = None
    is_tied: bool = False
    is_open: bool = False
    days: ProgrammeDays | None = None


def load_status(connection: Connection, key: AccessKey) -> ParticipationStatus | None:
    """Return the assessment's part in a programme; None if it takes part in none.

    Raises ForbiddenError for a key that is no owner's.
    """
    accepted = load(connection, key)[1]
    if accepted is None:
        return None
    row = _row(connection, key, accepted, lock=False)
    return _status(key, accepted, row)


def leave(connection: Connection, key: AccessKey) -> None:
    """Leave the programme: end the tie, and delete all that was submitted. Takes a writing connection.

    The coordinator sees that the organisation has left, and on which day. An assessment that takes part in
    no programme stays as it is.
    """
    locks.lock_assessment(connection, key.assessment_id)
    accepted = load(connection, key)[1]
    if accepted is None:
        return
    row = _row(connection, key, accepted, lock=True)
    if row is not None:
        programme_tie.end(connection, ProgrammeInvitationRow.id == row[0], key.today)
    save(connection, key, None, (LEAVING,))


def lock_status(connection: Connection, key: AccessKey) -> ParticipationStatus | None:
    """Lock the assessment and its invitation, and return what ``load_status`` returns."""
    locks.lock_assessment(connection, key.assessment_id)
    accepted = load(connection, key)[1]
    return _status(key, accepted, _row(connection, key, accepted, lock=True)) if accepted else None


def is_in_programme(connection: Connection, key: AccessKey) -> bool:
    """Return whether the assessment is tied to a programme, or one keeps what it submitted."""
    return _row(connection, key, load(connection, key)[1], lock=False) is not None


def require_owner(key: AccessKey) -> None:
    """Raise ForbiddenError for a key that is no owner's."""
    if not key.grant.is_owner:
        raise ForbiddenError(PROGRAMME)


def load(connection: Connection, key: AccessKey) -> tuple[OpenDocument | None, Participation | None]:
    """Return the document, None before the first programme, and what it holds, None after the last."""
    require_owner(key)
    head = key.grant.head_document
    found = sealed_documents.open_pair(connection, key, head, head, PROGRAMME).get(PROGRAMME)
    return found, documents.read(found.content) if found else None


def save(connection: Connection, key: AccessKey, held: Participation | None, change: Iterable[str]) -> None:
    """Save the document, which exists, and record the change; the caller has locked the assessment."""
    own = key.grant.history_document
    opened = sealed_documents.open_pair(connection, key, PROGRAMME, own)
    pair = opened[PROGRAMME], opened[own]
    recorded_change.save_with_history(connection, key, pair, documents.write(held), change)


def _row(
    connection: Connection, key: AccessKey, accepted: Participation | None, *, lock: bool
) -> Row[str, str, date, str | None, date, date | None, date | None] | None:
    own = {"assessment": key.assessment_id, "invitation": accepted.invitation_id if accepted else ""}
    return connection.execute(_LOCKED if lock else _STATE, own).first()


def _status(
    key: AccessKey,
    accepted: Participation,
    row: Row[str, str, date, str | None, date, date | None, date | None] | None,
) -> ParticipationStatus:
    if row is None or row[0] != accepted.invitation_id:
        return ParticipationStatus(accepted)
    _, state, state_on, tied, created_on, closes_on, closed_on = row
    held = ProgrammeDays(created_on, closes_on, closed_on)
    return ParticipationStatus(
        accepted, cast("State", state), state_on, tied is not None, held.is_open(key.today), held
    )
