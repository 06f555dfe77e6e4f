"""Invite organisations to a programme, list the invitations and withdraw them, as a coordinator."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from app.maturity.clean_text import fold
from app.maturity.programme.programme import MAX_INVITATIONS, State
from app.storage.database import checkpoint
from app.storage.database.programme_tables import ProgrammeInvitationRow, ProgrammeRow, SubmissionRow
from app.storage.programme import programme_key, terms, tokens
from app.storage.programme.errors import ProgrammeClosedError, TooManyInvitationsError
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.sealing import codes, vault
from app.storage.sealing.vault import DocumentAddress

NOT_BEGUN: State = "not_begun"

_OF_PROGRAMME = ProgrammeInvitationRow.programme_id == bindparam("programme")
_ALL = select(
    ProgrammeInvitationRow.id,
    ProgrammeInvitationRow.state,
    ProgrammeInvitationRow.state_on,
    ProgrammeInvitationRow.sealed,
).where(_OF_PROGRAMME)
_LOCK = select(ProgrammeRow.id).where(ProgrammeRow.id == bindparam("programme")).with_for_update()
_CHOSEN = ProgrammeInvitationRow.id.in_(bindparam("invitations", expanding=True))
_KEPT = select(ProgrammeInvitationRow.id).where(
    _CHOSEN,
    ProgrammeInvitationRow.assessment_id.is_not(None),
    ProgrammeInvitationRow.id.in_(select(SubmissionRow.invitation_id)),
)
_UNTIE = update(ProgrammeInvitationRow).where(_CHOSEN).values(assessment_id=None)
_REMOVE = delete(ProgrammeInvitationRow).where(_CHOSEN)


@dataclass(frozen=True, slots=True)
class ProgrammeInvitation:
    """An invitation as a coordinator sees it: ``state`` since the day ``state_on``, in UTC.

    ``proof`` is the secret that the token derives and that makes a submission one under this invitation.
    """

    id: str
    label: str
    state: State
    state_on: date
    token: str = field(repr=False)
    proof: bytes = field(repr=False)


def invite(
    connection: Connection, key: ProgrammeKey, labels: Sequence[str]
) -> tuple[ProgrammeInvitation, ...]:
    """Store an invitation for each label, and return them in the order of the labels.

    Raises ProgrammeClosedError, and TooManyInvitationsError beyond ``MAX_INVITATIONS``; nothing is stored
    then.
    """
    if not key.is_open:
        raise ProgrammeClosedError
    # Two coordinators who invite at once would count alike.
    connection.execute(_LOCK, {"programme": key.programme_id}).all()
    if count(connection, key) + len(labels) > MAX_INVITATIONS:
        raise TooManyInvitationsError
    made = tuple(_new(label, key.today) for label in labels)
    if made:
        secret = programme_key.record_key(key.private_key)
        # In the order of the list, the numbers of the rows would name organisations to a reader of the list.
        by_id = sorted(made, key=lambda each: each.id)
        connection.execute(insert(ProgrammeInvitationRow), [_row(key, secret, each) for each in by_id])
    return made


def count(connection: Connection, key: ProgrammeKey) -> int:
    """Return the number of the programme's invitations, accepted or not."""
    counted = select(func.count()).select_from(ProgrammeInvitationRow).where(_OF_PROGRAMME)
    return connection.execute(counted, {"programme": key.programme_id}).scalar_one()


def list_invitations(connection: Connection, key: ProgrammeKey) -> tuple[ProgrammeInvitation, ...]:
    """Return all invitations of the programme, in the order of their labels."""
    secret = programme_key.record_key(key.private_key)
    rows = connection.execute(_ALL, {"programme": key.programme_id}).all()
    opened = (_read(key.programme_id, secret, *row) for row in rows)
    return tuple(sorted(opened, key=lambda each: (fold(each.label), each.id)))


def withdraw(connection: Connection, key: ProgrammeKey, invitation_ids: Iterable[str]) -> int:
    """Withdraw invitations of the programme, and return how many there were.

    One that nothing was submitted under is deleted: before acceptance its token opens nothing any more, after
    it the assessment is only no longer tied to the programme. One that has submissions loses its tie alone,
    and is deleted with them if it is withdrawn again.
    """
    found = select(ProgrammeInvitationRow.id).where(
        ProgrammeInvitationRow.programme_id == key.programme_id,
        ProgrammeInvitationRow.id.in_(list(invitation_ids)),
    )
    # Locked first, so that what an organisation submits at this moment is seen.
    ids = connection.execute(found.with_for_update()).scalars().all()
    kept = connection.execute(_KEPT, {"invitations": ids}).scalars().all()
    connection.execute(_UNTIE, {"invitations": kept})
    gone = sorted(set(ids) - set(kept))
    connection.execute(_REMOVE, {"invitations": gone})
    if gone:
        checkpoint.truncate_log(connection, wait_for_readers=True)
    return len(ids)


def _new(label: str, today: date) -> ProgrammeInvitation:
    token, id = codes.new_code(), codes.new_id()
    return ProgrammeInvitation(id, label, NOT_BEGUN, today, codes.format_code(token), tokens.proof(token))


def _row(key: ProgrammeKey, secret: bytes, made: ProgrammeInvitation) -> dict[str, object]:
    token = codes.normalise(made.token) or ""
    content = {"label": made.label, "token": made.token, "proof": made.proof.hex()}
    address = _address(key.programme_id, made.id)
    return {
        "id": made.id,
        "programme_id": key.programme_id,
        "token_digest": tokens.digest(token),
        "state": made.state,
        "state_on": made.state_on,
        "assessment_id": None,
        "sealed": vault.seal(json.dumps(content, ensure_ascii=False).encode(), secret, address),
        "terms": tokens.seal_terms(terms.write(key.terms), token, made.id),
    }


def _read(
    programme_id: str, secret: bytes, id: str, state: str, state_on: date, sealed: bytes
) -> ProgrammeInvitation:
    content = json.loads(vault.unseal(sealed, secret, _address(programme_id, id)))
    proof = bytes.fromhex(content["proof"])
    return ProgrammeInvitation(id, content["label"], cast("State", state), state_on, content["token"], proof)


def _address(programme_id: str, id: str) -> DocumentAddress:
    return DocumentAddress(programme_id, f"invitation-{id}", 1, 1)
