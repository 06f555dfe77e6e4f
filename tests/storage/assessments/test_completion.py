from datetime import date

import pytest

from app.maturity.answers import Answer
from app.storage.assessments import assessments
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.roles import CONTRIBUTOR, VIEWER
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

DAY = date(2026, 11, 2)


@pytest.fixture
def completed(store: Store) -> SavedAssessment:
    saved = store.create(build.an_assessment({"G1": Answer("2")}))
    with store.writing.begin() as connection:
        key = saved.key(connection)
        assessments.complete(connection, key, DAY, assessments.load(connection, key).versions)
    return saved


def _save_profile(saved: SavedAssessment, expected_version: int, **changes: str) -> None:
    with saved.store.writing.begin() as connection:
        profile = build.a_profile(**changes)
        assessments.save_profile(
            connection, saved.key(connection), profile, expected_version=expected_version
        )


def test_an_assessment_is_complete_from_the_day_complete_was_pressed(completed: SavedAssessment) -> None:
    stored = completed.load()

    assert stored.complete
    assert stored.assessment.completed_on == DAY


def test_a_changed_answer_makes_it_interim_again(completed: SavedAssessment) -> None:
    completed.save("G", {"G1": Answer("3")}, 1)

    stored = completed.load()
    assert not stored.complete
    assert stored.assessment.completed_on is None


def test_changing_an_answer_back_does_not_complete_it(completed: SavedAssessment) -> None:
    completed.save("G", {"G1": Answer("3")}, 1)
    completed.save("G", {"G1": Answer("2")}, 2)

    assert not completed.load().complete


def test_saving_a_page_unchanged_leaves_it_complete(completed: SavedAssessment) -> None:
    completed.save("G", completed.page("G").assessment.answers, 1)

    assert completed.load().complete


def test_it_can_be_completed_again(store: Store, completed: SavedAssessment) -> None:
    completed.save("G", {"G1": Answer("3")}, 1)
    with store.writing.begin() as connection:
        key = completed.key(connection)
        versions = assessments.load(connection, key).versions
        assessments.complete(connection, key, date(2026, 12, 1), versions)

    assert completed.load().assessment.completed_on == date(2026, 12, 1)


def test_opinions_targets_and_a_new_name_leave_it_complete(store: Store, completed: SavedAssessment) -> None:
    with store.writing.begin() as connection:
        key = completed.key(connection)
        assessments.save_opinions(connection, key, {"O4": ("no",)}, expected_version=1)
        assessments.save_targets(connection, key, {"G": 4}, expected_version=1)
    _save_profile(completed, 1, organisation="Renamed")

    assert completed.load().complete


def test_another_variant_makes_it_interim_permanently(completed: SavedAssessment) -> None:
    _save_profile(completed, 1, variant="quick")
    switched = completed.load()
    _save_profile(completed, 2, variant="full")

    assert not switched.complete
    assert not completed.load().complete


@pytest.mark.parametrize("versions", [{}, {"profile": 1, "G": 1, "C": 1}])
def test_completing_an_assessment_that_was_not_wholly_seen_is_a_conflict(
    store: Store, saved: SavedAssessment, versions: dict[str, int]
) -> None:
    with store.writing.begin() as connection, pytest.raises(ConflictError):
        assessments.complete(connection, saved.key(connection), DAY, versions)


@pytest.mark.parametrize("document", ["G", "profile"])
def test_completing_an_assessment_changed_since_it_was_seen_is_a_conflict(
    store: Store, saved: SavedAssessment, document: str
) -> None:
    seen = saved.load().versions
    if document == "G":
        saved.save("G", {"G1": Answer("0")}, 1)
    else:
        _save_profile(saved, 1, variant="quick")

    with store.writing.begin() as connection, pytest.raises(ConflictError) as conflict:
        assessments.complete(connection, saved.key(connection), DAY, seen)

    assert conflict.value.document == document


def test_it_stays_complete_when_a_link_is_withdrawn(completed: SavedAssessment) -> None:
    contributor, viewer = completed.shares(CONTRIBUTOR, "CE"), completed.shares(VIEWER)

    completed.withdraws(contributor)
    assert completed.load().complete
    completed.withdraws(viewer)
    assert completed.load().complete


def test_an_interim_assessment_does_not_become_complete_when_a_link_is_withdrawn(
    completed: SavedAssessment,
) -> None:
    contributor = completed.shares(CONTRIBUTOR, "C")
    completed.save("C", {"C1": Answer("4")}, 1)

    completed.withdraws(contributor)

    assert not completed.load().complete
