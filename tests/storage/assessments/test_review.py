from datetime import date

import pytest

from app.maturity.review import ReviewChoice
from app.storage.assessments import assessments
from app.storage.assessments.review import load_review, save_review
from app.storage.sealing.errors import ConflictError, ForbiddenError
from app.storage.sealing.roles import CONTRIBUTOR, RESULTS_VIEWER, VIEWER
from tests.build import bellatrix
from tests.storage.stored_assessment import SavedAssessment, Store

DAY = date(2027, 2, 1)


@pytest.fixture
def saved(store: Store) -> SavedAssessment:
    return store.create(bellatrix(store.questionnaire))


def loaded(saved: SavedAssessment) -> ReviewChoice:
    with saved.store.reading.connect() as connection:
        return load_review(connection, saved.key(connection))


def choose(saved: SavedAssessment, day: date | None, seen: ReviewChoice | None = None) -> bool:
    shown = (seen or loaded(saved)).day
    with saved.store.writing.begin() as connection:
        return save_review(connection, saved.key(connection), day, seen=shown)


def test_nothing_is_chosen_at_first(saved: SavedAssessment) -> None:
    assert loaded(saved).day is None


def test_a_day_is_chosen_changed_and_given_up_and_the_revision_grows(saved: SavedAssessment) -> None:
    revisions = [loaded(saved).revision]
    for day in (DAY, date(2027, 3, 1), None):
        assert choose(saved, day)
        assert loaded(saved).day == day
        revisions.append(loaded(saved).revision)

    assert revisions == sorted(set(revisions))


def test_the_same_day_again_changes_nothing(saved: SavedAssessment) -> None:
    choose(saved, DAY)
    before = loaded(saved)

    assert not choose(saved, DAY, seen=ReviewChoice())

    assert loaded(saved) == before


def test_a_completion_raises_the_revision(saved: SavedAssessment) -> None:
    choose(saved, DAY)
    before = loaded(saved)

    stored = saved.load()
    with saved.store.writing.begin() as connection:
        assessments.complete(connection, saved.key(connection), date(2026, 12, 1), stored.versions)

    assert loaded(saved) == ReviewChoice(DAY, before.revision + 1)


def test_a_day_that_changed_meanwhile_is_not_overwritten(saved: SavedAssessment) -> None:
    seen = loaded(saved)
    choose(saved, DAY)

    with pytest.raises(ConflictError):
        choose(saved, date(2027, 3, 1), seen)

    assert loaded(saved).day == DAY


def test_viewers_read_the_day_and_nobody_but_owners_changes_it(saved: SavedAssessment) -> None:
    choose(saved, DAY)

    for role in (VIEWER, RESULTS_VIEWER):
        viewer = saved.shares(role)
        assert loaded(viewer).day == DAY
        with pytest.raises(ForbiddenError):
            choose(viewer, None)
    with pytest.raises(ForbiddenError):
        loaded(saved.shares(CONTRIBUTOR, "G"))


def test_a_withdrawn_link_leaves_the_day(saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    choose(saved, DAY)
    seen = loaded(saved)

    saved.withdraws(viewer)

    assert loaded(saved).day == DAY
    assert loaded(saved).revision > seen.revision
    choose(saved, date(2027, 3, 1), seen)
    assert loaded(saved).day == date(2027, 3, 1)
