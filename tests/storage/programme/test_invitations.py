"""A coordinator invites organisations, lists them and withdraws invitations."""

import pytest
from sqlalchemy import func, select, text

from app.maturity.programme.programme import LABEL_LIMIT, MAX_INVITATIONS
from app.storage.database.programme_tables import ProgrammeInvitationRow
from app.storage.programme import acceptance
from app.storage.programme.acceptance import FoundInvitation
from app.storage.programme.errors import TooManyInvitationsError, UnknownInvitationError
from app.storage.sealing.errors import TamperedError
from tests import build
from tests.storage.programme.stored_programme import (
    StoredProgramme,
    accepts,
    creates,
    status,
    submits,
    takes_back,
)
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()
BY_PLACE = {
    "sqlite": "SELECT id FROM programme_invitations ORDER BY rowid",
    "postgresql": "SELECT id FROM programme_invitations ORDER BY ctid",
}


def finds(store: Store, token: str) -> FoundInvitation:
    with store.reading.connect() as connection:
        return acceptance.find_invitation(connection, token)


def test_invitations_are_returned_in_their_order_and_listed_by_label(programme: StoredProgramme) -> None:
    made = programme.invites("Zeta", "écluse", "Alpha", "Écluse", "Édito")

    assert [each.label for each in made] == ["Zeta", "écluse", "Alpha", "Écluse", "Édito"]
    assert {each.label for each in programme.lists()[1:3]} == {"écluse", "Écluse"}
    assert [programme.lists()[place].label for place in (0, 3, 4)] == ["Alpha", "Édito", "Zeta"]
    assert set(programme.lists()) == set(made)
    assert {(each.state, each.state_on) for each in made} == {("not_begun", TODAY)}


def test_rows_are_not_stored_in_the_order_of_the_list(store: Store, programme: StoredProgramme) -> None:
    made = programme.invites(*(f"Organisation {number:02}" for number in range(40)))

    with store.reading.connect() as connection:
        stored = connection.execute(text(BY_PLACE[connection.dialect.name])).scalars().all()
    assert stored == sorted(stored)
    assert set(stored) == {each.id for each in made}


def test_a_label_of_any_letters_comes_back_as_it_was(programme: StoredProgramme) -> None:
    label = "Ω𝔐é" * (LABEL_LIMIT // 3)
    programme.invites(label)

    assert [each.label for each in programme.lists()] == [label]


def test_each_programme_has_its_own_invitations(store: Store, programme: StoredProgramme) -> None:
    other = creates(store)
    programme.invites("Alpha")
    [theirs] = other.invites("Beta")

    assert [each.label for each in programme.lists()] == ["Alpha"]
    assert programme.withdraws(theirs) == 0
    assert [each.label for each in other.lists()] == ["Beta"]


def test_2000_are_invited_at_once_and_not_one_more(programme: StoredProgramme) -> None:
    programme.invites(*(f"Organisation {number}" for number in range(MAX_INVITATIONS - 1)))

    with pytest.raises(TooManyInvitationsError):
        programme.invites("One", "two")
    programme.invites("One")
    with pytest.raises(TooManyInvitationsError):
        programme.invites("two")
    assert len(programme.lists()) == MAX_INVITATIONS


def test_nobody_invited_is_nothing_stored(programme: StoredProgramme) -> None:
    assert programme.invites() == ()
    assert programme.lists() == ()


def test_a_token_is_stored_as_a_digest_and_in_no_words(programme: StoredProgramme) -> None:
    [invited] = programme.invites("Alpha")

    assert programme.store.rows(select(func.length(ProgrammeInvitationRow.token_digest))) == [(32,)]
    assert invited.token not in repr(invited)
    assert invited.proof.hex() not in repr(invited)


@pytest.mark.parametrize("column", ["sealed", "terms"])
def test_invitations_that_are_exchanged_are_found_out(programme: StoredProgramme, column: str) -> None:
    one, other = programme.invites("Alpha", "Beta")
    [[taken]] = programme.store.rows(
        select(getattr(ProgrammeInvitationRow, column)).where(ProgrammeInvitationRow.id == other.id)
    )
    programme.store.run(
        text(f"UPDATE programme_invitations SET {column} = :taken WHERE id = :id").bindparams(  # noqa: S608  our own names
            taken=taken, id=one.id
        )
    )

    reads = programme.lists if column == "sealed" else lambda: finds(programme.store, one.token)
    with pytest.raises(TamperedError):
        reads()


def test_a_withdrawn_invitation_opens_nothing(programme: StoredProgramme, saved: SavedAssessment) -> None:
    one, other = programme.invites("Alpha", "Beta")

    assert programme.withdraws(one) == 1

    with pytest.raises(UnknownInvitationError):
        accepts(saved, one.token)
    assert programme.lists() == (other,)
    assert programme.withdraws(one) == 0


def test_withdrawn_after_acceptance_it_ends_the_tie_and_leaves_the_assessment(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    [invited] = programme.invites("Alpha")
    accepts(saved, invited.token)
    before = saved.load()

    programme.withdraws(invited)

    assert programme.lists() == ()
    assert saved.load() == before
    held = status(saved)
    assert held is not None
    assert (held.state, held.state_on, held.is_tied) == (None, None, False)
    [another] = programme.invites("Alpha again")
    accepts(saved, another.token)
    assert programme.states() == {"Alpha again": ("begun", TODAY)}


def test_withdrawn_after_a_submission_the_submission_stays_until_it_is_taken_back(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    [invited] = programme.invites("Alpha")
    accepts(saved, invited.token)
    closes(saved, TODAY)
    submits(saved)

    assert programme.withdraws(invited) == 1

    assert programme.contents() == {("Alpha", 1): b"levels"}
    held = status(saved)
    assert held is not None
    assert (held.state, held.is_tied) == ("submitted", False)
    takes_back(saved)
    assert programme.lists() == ()
    assert status(saved) is None


def test_withdrawn_twice_its_submission_is_deleted(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    [invited] = programme.invites("Alpha")
    accepts(saved, invited.token)
    closes(saved, TODAY)
    submits(saved)

    programme.withdraws(invited)
    programme.withdraws(invited)

    assert programme.lists() == ()
    assert programme.store.rows(text("SELECT count(*) FROM submissions")) == [(0,)]


def test_an_assessment_deleted_after_its_tie_ended_changes_no_state(
    store: Store, programme: StoredProgramme
) -> None:
    saved = store.create(build.bellatrix(store.questionnaire))
    [invited] = programme.invites("Alpha")
    accepts(saved, invited.token)
    closes(saved, TODAY)
    submits(saved)
    programme.withdraws(invited)

    store.run(text("DELETE FROM assessments"))

    assert programme.states() == {"Alpha": ("submitted", TODAY)}
