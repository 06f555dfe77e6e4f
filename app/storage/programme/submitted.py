"""Open what organisations submitted to a programme, under a coordinator's key."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, bindparam, select

from app.storage.database.programme_tables import ProgrammeInvitationRow, SubmissionRow
from app.storage.programme import submissions
from app.storage.programme.invitations import ProgrammeInvitation
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.sealing import vault
from app.storage.sealing.errors import TamperedError

# Rows that are in memory at once.
_BATCH = 100

_ALL = (
    select(
        SubmissionRow.invitation_id,
        SubmissionRow.round_number,
        SubmissionRow.submitted_on,
        SubmissionRow.sealed_texts.is_not(None),
        SubmissionRow.sealed,
    )
    .join(ProgrammeInvitationRow, ProgrammeInvitationRow.id == SubmissionRow.invitation_id)
    .where(ProgrammeInvitationRow.programme_id == bindparam("programme"))
    .order_by(SubmissionRow.invitation_id, SubmissionRow.round_number)
)
_OF_ONE = _ALL.where(SubmissionRow.invitation_id == bindparam("invitation"))
_TEXTS = (
    select(SubmissionRow.sealed, SubmissionRow.sealed_texts)
    .join(ProgrammeInvitationRow, ProgrammeInvitationRow.id == SubmissionRow.invitation_id)
    .where(
        ProgrammeInvitationRow.programme_id == bindparam("programme"),
        SubmissionRow.invitation_id == bindparam("invitation"),
        SubmissionRow.round_number == bindparam("number"),
    )
)


@dataclass(frozen=True, slots=True)
class OpenSubmission:
    """A submission that a coordinator opened; its content is None if it is not what was sealed."""

    invitation_id: str
    round_number: int
    submitted_on: date
    has_texts: bool
    content: bytes | None = field(repr=False)


def open_all(
    connection: Connection, key: ProgrammeKey, invitations: Iterable[ProgrammeInvitation]
) -> Iterator[OpenSubmission]:
    """Yield every submission of the programme, by invitation and then by round; texts stay sealed.

    ``invitations`` are those of ``list_invitations``: one that is not among them is left out.
    """
    proofs = {each.id: each.proof for each in invitations}
    rows = connection.execute(_ALL, {"programme": key.programme_id}, execution_options={"yield_per": _BATCH})
    for row in rows:
        if row[0] in proofs:
            yield _open(key, proofs[row[0]], *row)


def open_of(
    connection: Connection, key: ProgrammeKey, invitation: ProgrammeInvitation
) -> tuple[OpenSubmission, ...]:
    """Return the submissions of one organisation by round; texts stay sealed."""
    where = {"programme": key.programme_id, "invitation": invitation.id}
    rows = connection.execute(_OF_ONE, where).all()
    return tuple(_open(key, invitation.proof, *row) for row in rows)


def open_texts(
    connection: Connection, key: ProgrammeKey, invitation: ProgrammeInvitation, round_number: int
) -> bytes | None:
    """Return the comments and evidence of a submission; None if it has none.

    Raises TamperedError if they are not what was sealed.
    """
    where = {"programme": key.programme_id, "invitation": invitation.id, "number": round_number}
    row = connection.execute(_TEXTS, where).first()
    if row is None or row[1] is None:
        return None
    bound = submissions.texts_purpose(invitation.proof, invitation.id, round_number, row[0])
    return vault.unpad(vault.unseal_with_private_key(row[1], key.private_key, bound))


def _open(
    key: ProgrammeKey, proof: bytes, id: str, number: int, on: date, has_texts: bool, sealed: bytes
) -> OpenSubmission:
    bound = submissions.purpose(proof, id, number)
    try:
        content = vault.unpad(vault.unseal_with_private_key(sealed, key.private_key, bound))
    except TamperedError:
        return OpenSubmission(id, number, on, has_texts, None)
    return OpenSubmission(id, number, on, has_texts, content)
