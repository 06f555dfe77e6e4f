"""Save an opened domain: it is not read again unless somebody changed it meanwhile."""

import pytest
from sqlalchemy import text

from app.maturity.answers import Answer
from app.storage.assessments import assessments
from app.storage.assessments.assessments import EditableDomain
from app.storage.database import locks
from app.storage.sealing import sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import ConflictError, GoneError
from app.storage.sealing.roles import CONTRIBUTOR
from tests.storage.stored_assessment import SavedAssessment, Store

OTHER = {"G1": Answer("3", "other")}
OWN = {"G1": Answer("1", "own")}


def _opened(saved: SavedAssessment, letter: str = "G") -> tuple[AccessKey, EditableDomain]:
    with saved.store.reading.connect() as connection:
        key = saved.key(connection)
        return key, assessments.open_domain(connection, key, letter)


def _saved(saved: SavedAssessment, opened: tuple[AccessKey, EditableDomain], version: int) -> int:
    with saved.store.writing.begin() as connection:
        return assessments.save_domain(connection, *opened, OWN, expected_version=version)


def test_a_saved_domain_is_read_back_and_recorded_in_the_history(saved: SavedAssessment) -> None:
    assert _saved(saved, _opened(saved), 1) == 2

    assert saved.page("G").assessment.answers["G1"] == OWN["G1"]
    assert [each.questions for each in saved.links()[0].history.changes] == [("G1",)]


def test_a_domain_that_somebody_else_saved_meanwhile_is_a_conflict(saved: SavedAssessment) -> None:
    opened = _opened(saved)
    saved.save("G", OTHER, 1)

    with pytest.raises(ConflictError) as conflict:
        _saved(saved, opened, 1)

    assert conflict.value.stored.assessment.answers["G1"] == OTHER["G1"]
    assert saved.page("G").assessment.answers["G1"] == OTHER["G1"]


def test_a_link_that_saved_another_domain_meanwhile_saves_this_one_and_records_both(
    saved: SavedAssessment,
) -> None:
    opened = _opened(saved)
    saved.save("E", {"E1": Answer("2", "new")}, 1)

    assert _saved(saved, opened, 1) == 2

    assert [each.questions for each in saved.links()[0].history.changes] == [("E1",), ("G1",)]


def test_a_link_that_was_withdrawn_meanwhile_saves_nothing(saved: SavedAssessment) -> None:
    contributor = saved.shares(CONTRIBUTOR, "G")
    opened = _opened(contributor)
    saved.withdraws(contributor)

    with pytest.raises(GoneError):
        _saved(contributor, opened, 1)

    assert saved.page("G").assessment.answers["G1"] != OWN["G1"]


def test_of_two_documents_none_is_replaced_when_one_was_changed(store: Store, saved: SavedAssessment) -> None:
    key, page = _opened(saved)
    saved.save("E", {"E1": Answer("2", "new")}, 1)
    stored = store.rows(text("SELECT name, version, sealed FROM documents ORDER BY name"))

    with store.writing.begin() as connection:
        locks.lock_assessment(connection, saved.id)
        replaced = sealed_documents.replace_documents(
            connection, key, *((each, b"{}") for each in page.opened)
        )

    assert not replaced
    assert store.rows(text("SELECT name, version, sealed FROM documents ORDER BY name")) == stored
