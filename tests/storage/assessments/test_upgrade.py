"""A move to another version of the questionnaire, as it is stored."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.catalogue import loader
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.upgrade import plan_upgrade
from app.storage.assessments import assessments, sharing, upgrade
from app.storage.database.tables import AssessmentRow, DocumentKeyRow, DocumentRow
from app.storage.sealing import codes
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError, VersionChangedError
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import CONTRIBUTOR, VIEWER
from tests import build
from tests.catalogue.mutations import QUESTIONNAIRES
from tests.questionnaire_versions import load_second_version
from tests.storage.stored_assessment import SavedAssessment, Store


@pytest.fixture
def first() -> Questionnaire:
    return loader.load(QUESTIONNAIRES / "sound")


@pytest.fixture
def newer(tmp_path: Path) -> Questionnaire:
    return load_second_version(tmp_path)


@pytest.fixture
def filed(desk: Store, first: Questionnaire) -> SavedAssessment:
    """Put an assessment of version 1.0 on file."""
    given = build.answers(H1=build.an_answer(2, comment="Lit"), H2=3, G1=4)
    assessment = build.an_assessment(
        given, questionnaire_id="sound", version="1.0", completed_on=build.TODAY, targets={"H": 4}
    )
    return Store(desk.engine, desk.vault, first).file(assessment)


def moves(filed: SavedAssessment, newer: Questionnaire, seen: StoredAssessment | None = None) -> None:
    stored = filed.load()
    with filed.desk.writing.begin() as connection:
        planned = plan_upgrade(stored.assessment, filed.desk.questionnaire, newer).assessment
        upgrade.upgrade_assessment(connection, filed.key(connection), newer, planned, seen or stored)


def test_what_stays_is_read_back_under_the_newer_version(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    moves(filed, newer)

    stored = filed.load()
    assert (stored.assessment.version, stored.moved_from) == ("1.1", "1.0")
    assert stored.assessment.answers == build.answers(H1=build.an_answer(2, comment="Lit"), G1=4)
    assert not stored.complete


def test_the_table_says_the_newer_version_too(
    desk: Store, filed: SavedAssessment, newer: Questionnaire
) -> None:
    moves(filed, newer)

    assert desk.rows(select(AssessmentRow.version)) == [("1.1",)]


def test_a_new_domain_is_wrapped_to_those_who_may_read_it(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    viewer, contributor = filed.shares(VIEWER), filed.shares(CONTRIBUTOR, "H")
    withdrawn = filed.shares(VIEWER, name="Gone")
    filed.withdraws(withdrawn)
    moves(filed, newer)

    wrapped = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "K")
    assert {id for (id,) in filed.desk.rows(wrapped)} == {filed.link_id, viewer.link_id}
    assert viewer.page("K").assessment.answers == {}
    assert contributor.page("H").assessment.version == "1.1"


def test_a_domain_that_is_gone_leaves_no_row(desk: Store, first: Questionnaire, newer: Questionnaire) -> None:
    assessment = build.an_assessment(build.answers(K1=2), questionnaire_id="sound", version="1.1")
    filed = Store(desk.engine, desk.vault, newer).file(assessment)
    moves(filed, first)

    assert desk.rows(select(DocumentRow.version).where(DocumentRow.name == "K")) == []
    assert desk.rows(select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "K")) == []
    assert filed.load().assessment.answers == {}


def test_every_part_that_could_be_open_in_a_page_becomes_its_next_version(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    before = filed.load().versions
    moves(filed, newer)
    after = filed.load().versions

    assert {name: after[name] - before[name] for name in before} == dict.fromkeys(before, 1)


def test_what_was_saved_after_it_was_shown_refuses_the_move(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    seen = filed.load()
    with filed.desk.writing.begin() as connection:
        key = filed.key(connection)
        assessments.save_answers(connection, key, "G", build.answers(G1=0), expected_version=1)

    with pytest.raises(ConflictError):
        moves(filed, newer, seen)

    assert filed.load().assessment.version == "1.0"


def test_a_save_that_was_checked_before_the_move_is_refused_after_it(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    with filed.desk.reading.connect() as connection:
        key = filed.key(connection)
    moves(filed, newer)

    for attempt in ("H", "G"):
        with filed.desk.writing.begin() as connection, pytest.raises(VersionChangedError):
            assessments.save_answers(connection, key, attempt, build.answers(H2=1), expected_version=2)
    link = Link(codes.new_id(), "Late", VIEWER, build.TODAY)
    with filed.desk.writing.begin() as connection, pytest.raises(VersionChangedError):
        sharing.create_link(connection, filed.desk.vault, key, link)


def test_a_save_into_a_domain_that_went_meanwhile_is_refused_as_moved(
    desk: Store, first: Questionnaire, newer: Questionnaire
) -> None:
    filed = Store(desk.engine, desk.vault, newer).file(
        build.an_assessment(questionnaire_id="sound", version="1.1")
    )
    with desk.reading.connect() as connection:
        key = filed.key(connection)
    moves(filed, first)

    with desk.writing.begin() as connection, pytest.raises(VersionChangedError):
        assessments.save_answers(connection, key, "K", build.answers(K1=1), expected_version=1)


def test_a_second_move_remembers_the_version_of_the_first_until_the_assessment_is_complete(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    moves(filed, newer)
    third = replace(newer, version="1.2")
    moves(SavedAssessment(Store(filed.desk.engine, filed.desk.vault, newer), filed.id, filed.code), third)

    assert filed.load().moved_from == "1.0"


def test_a_move_that_changes_no_sum_leaves_the_assessment_complete(
    filed: SavedAssessment, first: Questionnaire
) -> None:
    moves(filed, replace(first, version="1.1"))

    assert filed.load().complete
    assert filed.load().assessment.completed_on == build.TODAY


def test_the_move_is_told_in_the_history_of_the_link_that_made_it(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    moves(filed, newer)

    (shared,) = filed.links()
    change = shared.history.changes[-1]
    assert (change.document, change.questions) == ("questionnaire", ("1.0", "1.1"))


def test_a_withdrawal_after_the_move_shuts_out_of_the_new_domain(
    filed: SavedAssessment, newer: Questionnaire
) -> None:
    viewer = filed.shares(VIEWER)
    moves(filed, newer)
    filed.withdraws(viewer)

    assert not viewer.opens()
    wrapped = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "K")
    assert {id for (id,) in filed.desk.rows(wrapped)} == {filed.link_id}
