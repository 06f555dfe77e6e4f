"""An upgrade to another version of the questionnaire, as it is stored."""

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
from app.storage.sealing.roles import CONTRIBUTOR, RESULTS_VIEWER, VIEWER
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
def saved(store: Store, first: Questionnaire) -> SavedAssessment:
    """Store an assessment of version 1.0."""
    answers = build.answers(H1=build.an_answer(2, comment="Lit"), H2=3, G1=4)
    assessment = build.an_assessment(
        answers, questionnaire_id="sound", version="1.0", completed_on=build.TODAY, targets={"H": 4}
    )
    return Store(store.engine, store.vault, first).create(assessment)


def moves(saved: SavedAssessment, newer: Questionnaire, seen: StoredAssessment | None = None) -> None:
    stored = saved.load()
    with saved.store.writing.begin() as connection:
        planned = plan_upgrade(stored.assessment, saved.store.questionnaire, newer).assessment
        upgrade.upgrade_assessment(connection, saved.key(connection), newer, planned, seen or stored)


def test_the_kept_answers_are_read_back_under_the_newer_version(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    moves(saved, newer)

    stored = saved.load()
    assert (stored.assessment.version, stored.moved_from) == ("1.1", "1.0")
    assert stored.assessment.answers == build.answers(H1=build.an_answer(2, comment="Lit"), G1=4)
    assert not stored.complete


def test_the_table_has_the_newer_version_too(
    store: Store, saved: SavedAssessment, newer: Questionnaire
) -> None:
    moves(saved, newer)

    assert store.rows(select(AssessmentRow.version)) == [("1.1",)]


def test_a_new_domain_is_wrapped_to_those_who_may_read_it(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    viewer, contributor = saved.shares(VIEWER), saved.shares(CONTRIBUTOR, "H")
    withdrawn = saved.shares(VIEWER, name="Gone")
    saved.withdraws(withdrawn)
    moves(saved, newer)

    wrapped = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "K")
    assert {id for (id,) in saved.store.rows(wrapped)} == {saved.link_id, viewer.link_id}
    assert viewer.page("K").assessment.answers == {}
    assert contributor.page("H").assessment.version == "1.1"


def test_levels_for_viewers_of_results_move_with_their_domains(
    saved: SavedAssessment, first: Questionnaire, newer: Questionnaire
) -> None:
    viewer = saved.shares(RESULTS_VIEWER)
    moves(saved, newer)

    upgraded = SavedAssessment(Store(saved.store.engine, saved.store.vault, newer), saved.id, saved.code)
    assert viewer.load().assessment.answers == build.answers(H1=2, G1=4)
    upgraded.save("K", {"K1": build.an_answer(3, comment="Quokka")}, 1)
    assert viewer.load().assessment.answers == build.answers(H1=2, G1=4, K1=3)
    assert viewer.load().versions["H"] == upgraded.load().versions["H"]

    moves(upgraded, first)

    names = {name for (name,) in saved.store.rows(select(DocumentRow.name))}
    assert {name for name in names if name.startswith("levels-")} == {"levels-H", "levels-G"}
    assert viewer.load().assessment.answers == build.answers(H1=2, G1=4)


def test_a_dropped_domain_leaves_no_row(store: Store, first: Questionnaire, newer: Questionnaire) -> None:
    assessment = build.an_assessment(build.answers(K1=2), questionnaire_id="sound", version="1.1")
    saved = Store(store.engine, store.vault, newer).create(assessment)
    moves(saved, first)

    assert store.rows(select(DocumentRow.version).where(DocumentRow.name == "K")) == []
    assert store.rows(select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "K")) == []
    assert saved.load().assessment.answers == {}


def test_every_document_that_a_page_may_show_gets_its_next_version(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    before = saved.load().versions
    moves(saved, newer)
    after = saved.load().versions

    assert {name: after[name] - before[name] for name in before} == dict.fromkeys(before, 1)


def test_a_save_after_the_page_was_shown_refuses_the_upgrade(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    seen = saved.load()
    with saved.store.writing.begin() as connection:
        key = saved.key(connection)
        assessments.save_answers(connection, key, "G", build.answers(G1=0), expected_version=1)

    with pytest.raises(ConflictError):
        moves(saved, newer, seen)

    assert saved.load().assessment.version == "1.0"


def test_a_save_that_was_checked_before_the_upgrade_is_refused_after_it(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    with saved.store.reading.connect() as connection:
        key = saved.key(connection)
    moves(saved, newer)

    for attempt in ("H", "G"):
        with saved.store.writing.begin() as connection, pytest.raises(VersionChangedError):
            assessments.save_answers(connection, key, attempt, build.answers(H2=1), expected_version=2)
    link = Link(codes.new_id(), "Late", VIEWER, build.TODAY)
    with saved.store.writing.begin() as connection, pytest.raises(VersionChangedError):
        sharing.create_link(connection, saved.store.vault, key, link)


def test_a_save_into_a_domain_dropped_meanwhile_is_refused_as_upgraded(
    store: Store, first: Questionnaire, newer: Questionnaire
) -> None:
    saved = Store(store.engine, store.vault, newer).create(
        build.an_assessment(questionnaire_id="sound", version="1.1")
    )
    with store.reading.connect() as connection:
        key = saved.key(connection)
    moves(saved, first)

    with store.writing.begin() as connection, pytest.raises(VersionChangedError):
        assessments.save_answers(connection, key, "K", build.answers(K1=1), expected_version=1)


def test_a_second_upgrade_remembers_the_version_of_the_first_until_the_assessment_is_complete(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    moves(saved, newer)
    third = replace(newer, version="1.2")
    moves(SavedAssessment(Store(saved.store.engine, saved.store.vault, newer), saved.id, saved.code), third)

    assert saved.load().moved_from == "1.0"


def test_an_upgrade_that_changes_no_sum_leaves_the_assessment_complete(
    saved: SavedAssessment, first: Questionnaire
) -> None:
    moves(saved, replace(first, version="1.1"))

    assert saved.load().complete
    assert saved.load().assessment.completed_on == build.TODAY


def test_the_upgrade_is_recorded_in_the_history_of_its_link(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    moves(saved, newer)

    (shared,) = saved.links()
    change = shared.history.changes[-1]
    assert (change.document, change.questions) == ("questionnaire", ("1.0", "1.1"))


def test_a_link_withdrawn_after_the_upgrade_cannot_open_the_new_domain(
    saved: SavedAssessment, newer: Questionnaire
) -> None:
    viewer = saved.shares(VIEWER)
    moves(saved, newer)
    saved.withdraws(viewer)

    assert not viewer.opens()
    wrapped = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "K")
    assert {id for (id,) in saved.store.rows(wrapped)} == {saved.link_id}
