"""A page that was opened and is saved: what it read counts as long as nobody changed it meanwhile."""

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

THEIRS = {"G1": Answer("3", "theirs")}
OURS = {"G1": Answer("1", "ours")}


def _opened(filed: SavedAssessment, letter: str = "G") -> tuple[AccessKey, EditableDomain]:
    with filed.desk.reading.connect() as connection:
        key = filed.key(connection)
        return key, assessments.open_domain(connection, key, letter)


def _saved(filed: SavedAssessment, opened: tuple[AccessKey, EditableDomain], version: int) -> int:
    with filed.desk.writing.begin() as connection:
        return assessments.save_domain(connection, *opened, OURS, expected_version=version)


def test_what_is_saved_is_read_and_told_in_the_history(filed: SavedAssessment) -> None:
    assert _saved(filed, _opened(filed), 1) == 2

    assert filed.page("G").assessment.answers["G1"] == OURS["G1"]
    assert [each.questions for each in filed.links()[0].history.changes] == [("G1",)]


def test_a_page_that_another_saved_after_it_was_opened_is_a_conflict(filed: SavedAssessment) -> None:
    opened = _opened(filed)
    filed.save("G", THEIRS, 1)

    with pytest.raises(ConflictError) as conflict:
        _saved(filed, opened, 1)

    assert conflict.value.stored.assessment.answers["G1"] == THEIRS["G1"]
    assert filed.page("G").assessment.answers["G1"] == THEIRS["G1"]


def test_a_link_that_saved_another_page_meanwhile_saves_this_one_and_tells_of_both(
    filed: SavedAssessment,
) -> None:
    opened = _opened(filed)
    filed.save("E", {"E1": Answer("2", "new")}, 1)

    assert _saved(filed, opened, 1) == 2

    assert [each.questions for each in filed.links()[0].history.changes] == [("E1",), ("G1",)]


def test_a_link_that_was_withdrawn_meanwhile_saves_nothing(filed: SavedAssessment) -> None:
    contributor = filed.shares(CONTRIBUTOR, "G")
    opened = _opened(contributor)
    filed.withdraws(contributor)

    with pytest.raises(GoneError):
        _saved(contributor, opened, 1)

    assert filed.page("G").assessment.answers["G1"] != OURS["G1"]


def test_of_two_documents_none_is_replaced_when_one_was_changed(desk: Store, filed: SavedAssessment) -> None:
    key, page = _opened(filed)
    filed.save("E", {"E1": Answer("2", "new")}, 1)
    stored = desk.rows(text("SELECT name, version, sealed FROM documents ORDER BY name"))

    with desk.writing.begin() as connection:
        locks.lock_assessment(connection, filed.id)
        replaced = sealed_documents.replace_documents(
            connection, key, *((each, b"{}") for each in page.opened)
        )

    assert not replaced
    assert desk.rows(text("SELECT name, version, sealed FROM documents ORDER BY name")) == stored
