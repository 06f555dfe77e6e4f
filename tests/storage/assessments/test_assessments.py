from datetime import date

import pytest
from sqlalchemy import event, select, text

from app.maturity.answers import Answer
from app.maturity.clock import utc_day
from app.maturity.errors import UnknownQuestionError
from app.storage.assessments import assessments
from app.storage.database.tables import AssessmentRow
from app.storage.sealing import codes
from tests import build
from tests.storage.stored_assessment import NOW, SavedAssessment, Store


def test_an_assessment_is_read_as_it_was_stored(store: Store) -> None:
    assessment = build.aldebaran(store.questionnaire)

    assert store.create(assessment).load().assessment == assessment


def test_a_blank_assessment_is_read_as_it_was_stored(store: Store) -> None:
    stored = store.create(build.an_assessment(organisation="")).load()

    assert stored.assessment == build.an_assessment(organisation="")
    assert not stored.complete


def test_every_document_begins_at_version_one(saved: SavedAssessment) -> None:
    assert saved.load().versions == dict.fromkeys(
        ("profile", "opinions", "targets", "completion", "G", "C", "E"), 1
    )


def test_the_code_is_returned_in_groups(saved: SavedAssessment) -> None:
    normal = codes.normalise(saved.code)

    assert normal is not None
    assert codes.format_code(normal) == saved.code


def test_two_assessments_share_neither_id_nor_code_nor_answers(store: Store) -> None:
    one = store.create(build.aldebaran(store.questionnaire))
    two = store.create(build.capella(store.questionnaire))

    assert one.id != two.id
    assert one.code != two.code
    assert one.load().assessment.profile.organisation == "Aldebaran"
    assert two.load().assessment.profile.organisation == "Capella"


def test_an_answer_to_a_question_that_does_not_exist_is_refused_and_nothing_stored(store: Store) -> None:
    with pytest.raises(UnknownQuestionError):
        store.create(build.an_assessment({"X9": Answer("1")}))

    assert store.rows(text("SELECT * FROM assessments")) == []


def test_a_page_holds_the_profile_and_its_own_domain_only(store: Store) -> None:
    saved = store.create(build.aldebaran(store.questionnaire))

    page = saved.page("G")

    assert page.assessment.profile.organisation == "Aldebaran"
    assert set(page.assessment.answers) == {"G1", "G2", "G3"}
    assert page.versions == {"profile": 1, "G": 1}
    assert not page.complete


def test_a_page_needs_a_single_query_beside_the_one_for_the_key(store: Store, saved: SavedAssessment) -> None:
    statements: list[str] = []
    event.listen(
        store.engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2].split()[0])
    )

    saved.page("G")

    # PostgreSQL's driver begins by itself.
    assert [statement for statement in statements if statement != "BEGIN"] == ["SELECT", "SELECT"]


def test_saved_answers_are_there_and_nothing_else_has_changed(saved: SavedAssessment) -> None:
    before = saved.load().assessment

    saved.save("G", {"G1": Answer("4", "now proven")}, 1)

    after = saved.load().assessment
    assert after.answers == {**before.answers, "G1": Answer("4", "now proven")}
    assert (after.profile, after.opinions, after.targets) == (before.profile, before.opinions, before.targets)


def test_answers_outside_the_variant_are_kept(store: Store) -> None:
    saved = store.create(build.aldebaran(store.questionnaire))
    with store.writing.begin() as connection:
        profile = build.a_profile(variant="quick")
        assessments.save_profile(connection, saved.key(connection), profile, expected_version=1)

    saved.save("G", {"G1": Answer("0")}, 1)

    assert {id: a.choice for id, a in saved.page("G").assessment.answers.items()} == {
        "G1": "0",
        "G2": "4",
        "G3": "4",
    }


def test_a_comment_without_a_choice_is_kept(saved: SavedAssessment) -> None:
    saved.save("G", {"G1": Answer(None, "to be asked")}, 1)

    assert saved.page("G").assessment.answers["G1"] == Answer(None, "to be asked")


def test_a_blank_answer_clears_the_stored_one(saved: SavedAssessment) -> None:
    saved.save("G", {"G1": Answer()}, 1)

    assert "G1" not in saved.page("G").assessment.answers


def test_profile_opinions_and_targets_are_saved_each_by_itself(store: Store, saved: SavedAssessment) -> None:
    profile = build.a_profile(organisation="Renamed")
    with store.writing.begin() as connection:
        key = saved.key(connection)
        versions = (
            assessments.save_profile(connection, key, profile, expected_version=1),
            assessments.save_opinions(connection, key, {"O4": ("no",), "O2": ()}, expected_version=1),
            assessments.save_targets(connection, key, {"E": 2}, expected_version=1),
        )

    stored = saved.load()
    assert versions == (2, 2, 2)
    assert stored.assessment.profile == profile
    assert stored.assessment.opinions == {"O4": ("no",)}
    assert stored.assessment.targets == {"E": 2}


def test_a_save_marks_the_day_and_a_save_of_the_same_does_not(store: Store, saved: SavedAssessment) -> None:
    store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))

    saved.save("G", saved.page("G").assessment.answers, 1)
    after_the_same = store.rows(select(AssessmentRow.changed_on))
    saved.save("G", {"G1": Answer("3", "new")}, 1)
    after_a_change = store.rows(select(AssessmentRow.changed_on))

    assert after_the_same == [(date(2020, 1, 1),)]
    assert after_a_change == [(utc_day(NOW),)]


def test_a_save_that_is_rolled_back_leaves_everything(store: Store, saved: SavedAssessment) -> None:
    before = saved.load()
    with store.writing.connect() as connection:
        key = saved.key(connection)
        assessments.save_answers(connection, key, "G", {"G1": Answer("4")}, expected_version=1)
        connection.rollback()

    assert saved.load() == before


def test_an_import_keeps_its_day_of_completion(store: Store) -> None:
    assessment = build.an_assessment({"G1": Answer("1")}, completed_on=date(2026, 5, 4))

    assert store.create(assessment).load().assessment.completed_on == date(2026, 5, 4)
