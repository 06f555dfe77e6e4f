"""An organisation finds an invitation, accepts it once, and is refused with a reason and no loss."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from app.storage.assessments import assessments
from app.storage.programme import acceptance
from app.storage.programme.errors import (
    InAnotherProgrammeError,
    OtherQuestionnaireError,
    ProgrammeClosedError,
    ProgrammeError,
    UnknownInvitationError,
    UsedInvitationError,
)
from app.storage.sealing import codes
from app.storage.sealing.documents import PROGRAMME
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from tests import build
from tests.storage.programme.stored_programme import (
    CONTACT,
    NAME,
    StoredProgramme,
    accepts,
    at,
    creates,
    leaves,
    status,
)
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()


def rows(store: Store) -> list[list[str]]:
    names = ("programme_invitations", "submissions", "documents", "document_keys", "assessments")
    return [sorted(map(repr, store.rows(text(f"SELECT * FROM {name}")))) for name in names]  # noqa: S608  our own names


def is_refused(saved: SavedAssessment, token: str, error: type[ProgrammeError]) -> None:
    """Accept an invitation in vain, and find every row as it was."""
    before = rows(saved.store)
    with pytest.raises(error):
        accepts(saved, token)
    assert rows(saved.store) == before


def test_a_token_in_any_spelling_opens_the_terms_and_changes_nothing(programme: StoredProgramme) -> None:
    [invited] = programme.invites("Alpha")
    before = rows(programme.store)

    for typed in (invited.token, invited.token.lower().replace("-", " ")):
        with programme.store.reading.connect() as connection:
            found = acceptance.find_invitation(connection, typed)
        assert (found.id, found.is_used, found.assessment_id) == (invited.id, False, None)
        assert (found.terms.name, found.terms.contact) == (NAME, CONTACT)
        assert found.terms.programme_id == programme.id
        assert found.days.is_open(TODAY)
    assert rows(programme.store) == before


def test_an_accepted_invitation_ties_the_assessment_and_is_begun(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    one, _other = programme.invites("Alpha", "Beta")

    accepted = accepts(saved, one.token)

    assert programme.states() == {"Alpha": ("begun", TODAY), "Beta": ("not_begun", TODAY)}
    held = status(saved)
    assert held is not None
    assert held.participation == accepted
    assert (held.state, held.state_on, held.is_tied, held.is_open) == ("begun", TODAY, True, True)
    assert (accepted.invitation_id, accepted.proof, accepted.accepted_on) == (one.id, one.proof, TODAY)
    with programme.store.reading.connect() as connection:
        assert acceptance.find_invitation(connection, one.token).assessment_id == saved.id


def test_the_answers_stay_as_they_were(programme: StoredProgramme, saved: SavedAssessment) -> None:
    before = saved.load()

    accepts(saved, programme.invites("Alpha")[0].token)

    assert saved.load() == before


def test_an_assessment_whose_round_is_closed_is_complete_at_once(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    closes(saved, TODAY)

    accepts(saved, programme.invites("Alpha")[0].token)

    assert programme.states() == {"Alpha": ("complete", TODAY)}


@pytest.mark.parametrize("token", ["", "no token", codes.format_code("7" * 28)])
@pytest.mark.usefixtures("programme")
def test_an_unknown_token_is_refused(saved: SavedAssessment, token: str) -> None:
    is_refused(saved, token, UnknownInvitationError)


def test_an_invitation_serves_once_also_the_same_assessment(
    programme: StoredProgramme, saved: SavedAssessment, store: Store
) -> None:
    [invited] = programme.invites("Alpha")
    accepts(saved, invited.token)

    is_refused(saved, invited.token, UsedInvitationError)
    is_refused(store.create(build.aldebaran(store.questionnaire)), invited.token, UsedInvitationError)
    leaves(saved)
    is_refused(saved, invited.token, UsedInvitationError)


def test_a_closed_programme_takes_nobody(programme: StoredProgramme, saved: SavedAssessment) -> None:
    [invited] = programme.invites("Alpha")
    programme.closes()
    is_refused(saved, invited.token, ProgrammeClosedError)

    programme.extends(date(2026, 11, 16))
    is_refused(saved, invited.token, ProgrammeClosedError)

    programme.extends(TODAY)
    is_refused(at(saved, datetime(2026, 11, 18, tzinfo=UTC)), invited.token, ProgrammeClosedError)
    accepts(at(saved, datetime(2026, 11, 17, 23, 59, tzinfo=UTC)), invited.token)


def test_another_variant_or_version_is_refused(store: Store, saved: SavedAssessment) -> None:
    [quick] = creates(store, "quick").invites("Alpha")
    is_refused(saved, quick.token, OtherQuestionnaireError)

    newer = Store(store.engine, store.vault, build.a_questionnaire(version="2.0"))
    [of_2] = creates(newer).invites("Alpha")
    is_refused(saved, of_2.token, OtherQuestionnaireError)


def test_the_present_variant_counts(store: Store, saved: SavedAssessment) -> None:
    [quick] = creates(store, "quick").invites("Alpha")
    with store.writing.begin() as connection:
        profile = build.a_profile(variant="quick")
        assessments.save_profile(connection, saved.key(connection), profile, expected_version=1)

    accepts(saved, quick.token)


def test_an_assessment_takes_part_in_one_programme_at_a_time(
    programme: StoredProgramme, saved: SavedAssessment, store: Store
) -> None:
    [one], [other] = programme.invites("Alpha"), creates(store).invites("Alpha")
    accepts(saved, one.token)
    is_refused(saved, other.token, InAnotherProgrammeError)

    leaves(saved)
    accepts(saved, other.token)

    assert programme.states() == {"Alpha": ("left", TODAY)}


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_only_an_owner_accepts_and_sees_a_programme(
    programme: StoredProgramme, saved: SavedAssessment, role: str
) -> None:
    one, other = programme.invites("Alpha", "Beta")
    accepts(saved, one.token)
    link = saved.shares(role, "G" if role == CONTRIBUTOR else "")

    for refused in (lambda: accepts(link, other.token), lambda: status(link), lambda: leaves(link)):
        with pytest.raises(ForbiddenError):
            refused()
    with link.store.reading.connect() as connection:
        assert not link.key(connection).grant.may_read(PROGRAMME)


def test_every_owner_sees_it_also_one_made_later(programme: StoredProgramme, saved: SavedAssessment) -> None:
    accepts(saved, programme.invites("Alpha")[0].token)

    assert status(saved.shares(OWNER)) == status(saved)


def test_the_history_says_what_was_accepted(programme: StoredProgramme, saved: SavedAssessment) -> None:
    accepts(saved, programme.invites("Alpha")[0].token)
    leaves(saved)

    changes = [(each.document, each.questions) for each in saved.links()[0].history.changes]
    assert changes == [(PROGRAMME, ("accepted",)), (PROGRAMME, ("left",))]
