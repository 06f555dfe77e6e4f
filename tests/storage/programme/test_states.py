"""What a coordinator sees of an organisation is written by its own requests, and by no other."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.storage.assessments import assessments, automatic_purge, deletion
from app.storage.assessments.automatic_purge import PurgeMemory
from tests import build
from tests.storage.programme.stored_programme import (
    StoredProgramme,
    accepts,
    at,
    leaves,
    status,
    submits,
    takes_back,
)
from tests.storage.rounds.stored_rounds import begins, closes, closes_again, confirms, deletes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()
NEXT = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
COUNT = text("SELECT count(*) FROM submissions")


def joins(programme: StoredProgramme, saved: SavedAssessment, label: str = "Alpha") -> None:
    accepts(saved, programme.invites(label)[0].token)


def test_it_goes_from_begun_to_complete_to_submitted_and_back_with_the_day_of_each(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    joins(programme, saved)
    later = at(saved, NEXT)
    assert programme.states() == {"Alpha": ("begun", TODAY)}

    closes(later, NEXT.date())
    assert programme.states() == {"Alpha": ("complete", NEXT.date())}

    submits(at(saved, datetime(2026, 12, 1, tzinfo=UTC)))
    assert programme.states() == {"Alpha": ("submitted", date(2026, 12, 1))}

    takes_back(at(saved, datetime(2026, 12, 2, tzinfo=UTC)))
    assert programme.states() == {"Alpha": ("complete", date(2026, 12, 2))}


def test_the_organisation_sees_exactly_what_the_coordinator_sees(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    def agree() -> bool:
        held, [seen] = status(saved), programme.lists()
        return held is not None and (held.state, held.state_on) == (seen.state, seen.state_on)

    joins(programme, saved)
    assert agree()
    closes(saved, TODAY)
    assert agree()
    submits(saved)
    assert agree()
    takes_back(saved)
    assert agree()


def test_saving_answers_and_a_new_round_change_no_state(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    joins(programme, saved)
    saved.save("G", {"G1": build.an_answer(4)}, 1)
    assert programme.states() == {"Alpha": ("begun", TODAY)}
    closes(saved, TODAY)
    begins(at(saved, NEXT))
    assert programme.states() == {"Alpha": ("complete", TODAY)}
    submits(saved)

    confirms(saved)
    closes(at(saved, NEXT), NEXT.date())

    assert programme.states() == {"Alpha": ("submitted", TODAY)}


def test_a_round_of_another_variant_leaves_it_begun(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    joins(programme, saved)
    with saved.store.writing.begin() as connection:
        profile = build.a_profile(variant="quick")
        assessments.save_profile(connection, saved.key(connection), profile, expected_version=1)

    closes(saved, TODAY)

    assert programme.states() == {"Alpha": ("begun", TODAY)}


def test_a_deleted_round_takes_back_nothing(programme: StoredProgramme, saved: SavedAssessment) -> None:
    joins(programme, saved)
    closes(saved, TODAY)
    submits(saved)
    deletes(saved, 1)

    assert programme.states() == {"Alpha": ("submitted", TODAY)}
    takes_back(saved)
    assert programme.states() == {"Alpha": ("complete", TODAY)}


def test_who_leaves_is_left_and_its_submissions_are_deleted(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    joins(programme, saved)
    closes(saved, TODAY)
    submits(saved)
    closes_again(saved, TODAY)
    submits(saved, 2)
    assert len(programme.opens()) == 2

    leaves(at(saved, NEXT))

    assert programme.states() == {"Alpha": ("left", NEXT.date())}
    assert programme.opens() == ()
    assert status(saved) is None
    leaves(saved)
    assert programme.states() == {"Alpha": ("left", NEXT.date())}


def test_an_organisation_leaves_a_closed_programme_too(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    joins(programme, saved)
    programme.closes()

    leaves(saved)

    assert programme.states() == {"Alpha": ("left", TODAY)}


def test_a_deleted_assessment_has_left_and_others_have_not(
    programme: StoredProgramme, saved: SavedAssessment, store: Store
) -> None:
    other = store.create(build.aldebaran(store.questionnaire))
    for each, label in ((saved, "Alpha"), (other, "Beta")):
        joins(programme, each, label)
        closes(each, TODAY)
        submits(each)

    with store.writing.begin() as connection:
        assert deletion.delete_assessment(connection, saved.id, NEXT.date())

    assert programme.states() == {"Alpha": ("left", NEXT.date()), "Beta": ("submitted", TODAY)}
    assert programme.contents() == {("Beta", 1): b"levels"}
    assert store.rows(COUNT) == [(1,)]


def test_a_purged_assessment_has_left(programme: StoredProgramme, saved: SavedAssessment) -> None:
    joins(programme, saved)
    closes(saved, TODAY)
    submits(saved)
    due = date(2027, 11, 17)

    with programme.store.writing.begin() as connection:
        memory = PurgeMemory()
        assert automatic_purge.purge_unless_unusual(connection, due, 365, memory)[0] == 0
        assert deletion.purge(connection, due, 364) == 1

    assert programme.states() == {"Alpha": ("left", due)}
    assert programme.store.rows(COUNT) == [(0,)]


def test_a_tie_that_is_not_ended_stops_the_deletion_of_its_assessment(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    joins(programme, saved)

    with pytest.raises(IntegrityError):
        programme.store.run(text("DELETE FROM assessments"))
