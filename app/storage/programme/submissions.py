"""Submit closed rounds to a programme, replace and withdraw them, under the owner's key."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from sqlalchemy import Connection, bindparam, delete, insert, update

from app.maturity.programme.programme import State
from app.maturity.programme.submission import Depth
from app.storage.assessments.programme_tie import COMPLETE
from app.storage.database import checkpoint
from app.storage.database.programme_tables import ProgrammeInvitationRow, SubmissionRow
from app.storage.programme import participation
from app.storage.programme.documents import Participation, SubmissionReceipt
from app.storage.programme.errors import NotInProgrammeError, OtherQuestionnaireError, ProgrammeClosedError
from app.storage.programme.participation import ParticipationStatus
from app.storage.rounds import rounds
from app.storage.rounds.rounds import NoSuchRoundError
from app.storage.sealing import vault
from app.storage.sealing.access_key import AccessKey

SUBMITTED: State = "submitted"
# What the history says was done beside a submission.
WITHDRAWN = "withdrawn"

# Enough for scores and levels of every practice: so the length does not show which of them was submitted.
SMALLEST_STEP = 4096

_REMOVE = delete(SubmissionRow).where(
    SubmissionRow.invitation_id == bindparam("invitation"), SubmissionRow.round_number == bindparam("number")
)
_REMOVE_ALL = delete(SubmissionRow).where(SubmissionRow.invitation_id == bindparam("invitation"))
_SET = (
    update(ProgrammeInvitationRow)
    .where(ProgrammeInvitationRow.id == bindparam("invitation"))
    .values(state=bindparam("now"), state_on=bindparam("today"))
)
_FORGET = delete(ProgrammeInvitationRow).where(ProgrammeInvitationRow.id == bindparam("invitation"))


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """What an organisation submits of a closed round: its bytes, and those of its texts or None."""

    round_number: int
    depth: Depth
    content: bytes = field(repr=False)
    texts: bytes | None = field(default=None, repr=False)


def submit(connection: Connection, key: AccessKey, new: NewSubmission) -> SubmissionReceipt:
    """Seal a submission to the programme, in place of the round's earlier one. Takes a writing connection.

    Raises NotInProgrammeError, ProgrammeClosedError, NoSuchRoundError if the round is not closed or was
    deleted, and OtherQuestionnaireError if the programme does not take it.
    """
    status = _require_open(connection, key)
    if not status.is_tied:
        raise NotInProgrammeError
    held, number = status.participation, new.round_number
    summary = next((each for each in rounds.list_rounds(connection, key) if each.number == number), None)
    if summary is None:
        raise NoSuchRoundError(number)
    if not held.terms.fits(summary.questionnaire_id, summary.version, summary.variant):
        raise OtherQuestionnaireError
    where = {"invitation": held.invitation_id, "number": number}
    replaced = connection.execute(_REMOVE, where).rowcount
    sealed = seal(new.content, held, number)
    texts = seal_texts(new.texts, held, number, sealed) if new.texts is not None else None
    row = {"invitation_id": held.invitation_id, "round_number": number, "submitted_on": key.today}
    connection.execute(insert(SubmissionRow), {**row, "sealed": sealed, "sealed_texts": texts})
    connection.execute(_SET, {**where, "now": SUBMITTED, "today": key.today})
    receipt = SubmissionReceipt(number, key.today, new.depth, has_texts=new.texts is not None)
    receipts = {**held.receipts, number: receipt}
    participation.save(connection, key, replace(held, receipts=receipts), (SUBMITTED, str(number)))
    if replaced:
        # Nobody waits for a coordinator who reads everything: the next writer empties the log otherwise.
        checkpoint.truncate_log(connection, wait_for_readers=False)
    return receipt


def withdraw(connection: Connection, key: AccessKey) -> None:
    """Delete all that the organisation submitted, if anything; it is complete from today.

    Raises NotInProgrammeError and ProgrammeClosedError. Takes a writing connection.
    """
    status = _require_open(connection, key)
    held = status.participation
    where = {"invitation": held.invitation_id}
    if not connection.execute(_REMOVE_ALL, where).rowcount:
        return
    if status.is_tied:
        connection.execute(_SET, {**where, "now": COMPLETE, "today": key.today})
        participation.save(connection, key, replace(held, receipts={}), (WITHDRAWN,))
    else:
        # The coordinator has withdrawn the invitation, and kept its label for the submissions alone.
        connection.execute(_FORGET, where)
        participation.save(connection, key, None, (WITHDRAWN,))
    checkpoint.truncate_log(connection, wait_for_readers=True)


def seal(content: bytes, held: Participation, number: int) -> bytes:
    """Encrypt the content of a submission to the programme's public key, padded."""
    padded = vault.pad(content, SMALLEST_STEP)
    return vault.seal_to_public_key(
        padded, held.terms.public_key, purpose(held.proof, held.invitation_id, number)
    )


def seal_texts(content: bytes, held: Participation, number: int, sealed: bytes) -> bytes:
    """Encrypt the texts of a submission, bound to its sealed content."""
    bound = texts_purpose(held.proof, held.invitation_id, number, sealed)
    return vault.seal_to_public_key(vault.pad(content), held.terms.public_key, bound)


def purpose(proof: bytes, invitation_id: str, number: int) -> bytes:
    """Return what the content of a submission is bound to: its invitation, that one's secret, its round."""
    bound = proof + f"{invitation_id} {number}".encode()
    return f"muster submission {sha256(bound).hexdigest()}".encode()


def texts_purpose(proof: bytes, invitation_id: str, number: int, sealed: bytes) -> bytes:
    """Return what the texts of a submission are bound to: also to its sealed content."""
    return purpose(proof, invitation_id, number) + sha256(sealed).hexdigest().encode()


def _require_open(connection: Connection, key: AccessKey) -> ParticipationStatus:
    status = participation.lock_status(connection, key)
    if status is None or status.state is None:
        raise NotInProgrammeError
    if not status.is_open:
        raise ProgrammeClosedError
    return status
