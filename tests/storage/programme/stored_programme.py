"""A programme of a test, and what its coordinator and its organisations do."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from app.maturity.programme.submission import LEVELS, Depth
from app.storage.programme import (
    acceptance,
    invitations,
    participation,
    programme_key,
    programmes,
    submissions,
    submitted,
)
from app.storage.programme.documents import Participation, SubmissionReceipt
from app.storage.programme.invitations import ProgrammeInvitation
from app.storage.programme.participation import ParticipationStatus
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.programme.programmes import NewProgramme
from app.storage.programme.submissions import NewSubmission
from app.storage.programme.submitted import OpenSubmission
from tests.storage.stored_assessment import SavedAssessment, Store

NAME, CONTACT = "Zephyr ministry", "Zephyr desk, ext. 4711"


def at(saved: SavedAssessment, now: datetime) -> SavedAssessment:
    """Return an assessment as it is opened at another moment."""
    return replace(saved, store=replace(saved.store, now=now))


@dataclass(frozen=True)
class StoredProgramme:
    """A programme as one of its codes opens it."""

    store: Store
    id: str
    codes: tuple[str, ...]
    code: str

    def at(self, now: datetime) -> "StoredProgramme":
        """Return the programme as it is opened at another moment."""
        return replace(self, store=replace(self.store, now=now))

    def key(self, connection: Connection) -> ProgrammeKey:
        """Unlock the programme."""
        key = programme_key.unlock_programme(connection, self.store.vault, self.code, self.id, self.store.now)
        assert key is not None
        return key

    def invites(self, *labels: str) -> tuple[ProgrammeInvitation, ...]:
        """Invite organisations."""
        with self.store.writing.begin() as connection:
            return invitations.invite(connection, self.key(connection), labels)

    def lists(self) -> tuple[ProgrammeInvitation, ...]:
        """Return the invitations."""
        with self.store.reading.connect() as connection:
            return invitations.list_invitations(connection, self.key(connection))

    def states(self) -> dict[str, tuple[str, date]]:
        """Return the state of each organisation with its day, by its label."""
        return {each.label: (each.state, each.state_on) for each in self.lists()}

    def withdraws(self, *invited: ProgrammeInvitation) -> int:
        """Withdraw invitations."""
        with self.store.writing.begin() as connection:
            return invitations.withdraw(connection, self.key(connection), [each.id for each in invited])

    def closes(self) -> None:
        """Close the programme."""
        with self.store.writing.begin() as connection:
            programmes.close(connection, self.key(connection))

    def extends(self, closes_on: date | None) -> None:
        """Extend the programme."""
        with self.store.writing.begin() as connection:
            programmes.extend(connection, self.key(connection), closes_on)

    def opens(self) -> tuple[OpenSubmission, ...]:
        """Open all submissions."""
        with self.store.reading.connect() as connection:
            key = self.key(connection)
            return tuple(submitted.open_all(connection, key, invitations.list_invitations(connection, key)))

    def contents(self) -> dict[tuple[str, int], bytes | None]:
        """Return what was submitted, by the organisation's label and the round."""
        labels = {each.id: each.label for each in self.lists()}
        return {(labels[each.invitation_id], each.round_number): each.content for each in self.opens()}


def creates(store: Store, variant: str = "full", closes_on: date | None = None) -> StoredProgramme:
    """Create a programme of the store's questionnaire."""
    followed = store.questionnaire
    new = NewProgramme(NAME, followed.id, followed.version, variant, CONTACT, closes_on)
    with store.writing.begin() as connection:
        id, made = programmes.create(connection, store.vault, new, store.now.date())
    return StoredProgramme(store, id, made, made[0])


def accepts(saved: SavedAssessment, token: str) -> Participation:
    """Accept an invitation as the owner of an assessment."""
    with saved.store.writing.begin() as connection:
        return acceptance.accept(connection, saved.key(connection), token)


def status(saved: SavedAssessment) -> ParticipationStatus | None:
    """Return an assessment's part in a programme."""
    with saved.store.reading.connect() as connection:
        return participation.load_status(connection, saved.key(connection))


def submits(
    saved: SavedAssessment,
    number: int = 1,
    content: bytes = b"levels",
    texts: bytes | None = None,
    depth: Depth = LEVELS,
) -> SubmissionReceipt:
    """Submit a closed round."""
    new = NewSubmission(number, depth, content, texts)
    with saved.store.writing.begin() as connection:
        return submissions.submit(connection, saved.key(connection), new)


def takes_back(saved: SavedAssessment) -> None:
    """Withdraw what was submitted."""
    with saved.store.writing.begin() as connection:
        submissions.withdraw(connection, saved.key(connection))


def leaves(saved: SavedAssessment) -> None:
    """Leave the programme."""
    with saved.store.writing.begin() as connection:
        participation.leave(connection, saved.key(connection))


def opens_texts(programme: StoredProgramme, invited: ProgrammeInvitation, number: int = 1) -> bytes | None:
    """Open the texts of a submission."""
    with programme.store.reading.connect() as connection:
        return submitted.open_texts(connection, programme.key(connection), invited, number)
