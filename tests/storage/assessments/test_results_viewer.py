"""A link that sees results only holds no key to a comment or to evidence, and its levels are those of now."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, select

from app.maturity.answers import Answer
from app.storage.assessments import assessments
from app.storage.database.tables import DocumentKeyRow, DocumentRow
from app.storage.sealing import vault
from app.storage.sealing.errors import ForbiddenError, TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, RESULTS_VIEWER, VIEWER
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

RESULTS = {"profile", "opinions", "targets", "completion", "levels-G", "levels-C", "levels-E"}


@pytest.fixture
def saved(store: Store) -> SavedAssessment:
    """Store a complete assessment in which every answer has texts."""
    assessment = build.aldebaran(store.questionnaire)
    answers = {
        id: replace(answer, comment="Quokka", evidence="Numbat", evidence_date=build.TODAY)
        for id, answer in assessment.answers.items()
    }
    return store.create(replace(assessment, answers=answers, completed_on=build.TODAY))


def plain(saved: SavedAssessment) -> dict[str, Answer]:
    """Return the answers that an owner reads, without their texts."""
    return {id: Answer(answer.choice) for id, answer in saved.load().assessment.answers.items()}


def keys(saved: SavedAssessment, link: SavedAssessment) -> set[str]:
    of_link = select(DocumentKeyRow.name).where(DocumentKeyRow.link_id == link.link_id)
    return {name for (name,) in saved.store.rows(of_link)}


def test_it_reads_every_level_and_no_text(saved: SavedAssessment) -> None:
    viewer = saved.shares(RESULTS_VIEWER)

    read, whole = viewer.load(), saved.load()

    assert read.assessment == replace(whole.assessment, answers=plain(saved))
    assert read.complete
    assert {letter: read.versions[letter] for letter in "GCE"} == {
        letter: whole.versions[letter] for letter in "GCE"
    }


def test_it_gets_the_keys_of_the_results_alone(saved: SavedAssessment) -> None:
    viewer = saved.shares(RESULTS_VIEWER)

    assert keys(saved, viewer) == {*RESULTS, f"history-{viewer.link_id}"}


@pytest.mark.parametrize("name", ["G", "C", "E", "links", "outline", "receipt"])
def test_every_other_document_is_refused(saved: SavedAssessment, name: str) -> None:
    viewer = saved.shares(RESULTS_VIEWER)

    with pytest.raises(ForbiddenError):
        viewer.page(name)
    with pytest.raises(ForbiddenError):
        viewer.save(name, {}, 1)


def test_no_wrapped_key_of_the_database_opens_a_text_for_its_code(
    store: Store, saved: SavedAssessment
) -> None:
    viewer = saved.shares(RESULTS_VIEWER)
    with store.reading.connect() as connection:
        key = viewer.key(connection)
    opened = {}
    for name, sealed, version, schema in store.rows(
        select(DocumentRow.name, DocumentRow.sealed, DocumentRow.version, DocumentRow.schema)
    ):
        for (wrapped,) in store.rows(select(DocumentKeyRow.wrapped).where(DocumentKeyRow.name == name)):
            try:
                document_key = vault.unwrap(wrapped, key.private_key, name, key.grant)
            except TamperedError:
                continue
            place = vault.DocumentAddress(key.assessment_id, name, version, schema)
            opened[name] = vault.unseal(sealed, document_key, place)

    assert set(opened) == {*RESULTS, f"history-{viewer.link_id}"}
    assert not [name for name, content in opened.items() if b"Quokka" in content or b"Numbat" in content]


def test_it_follows_what_owners_and_contributors_save(saved: SavedAssessment) -> None:
    contributor, viewer = saved.shares(CONTRIBUTOR, "C"), saved.shares(RESULTS_VIEWER)

    saved.save("G", {"G1": Answer("0", "secret"), "G2": Answer()}, 1)
    contributor.save("C", {"C1": Answer("1", "secret")}, 1)

    answers = viewer.load().assessment.answers
    assert (answers["G1"], answers["C1"]) == (Answer("0"), Answer("1"))
    assert "G2" not in answers
    assert answers == plain(saved)
    assert not viewer.load().complete


def test_a_domain_saved_from_an_open_page_is_followed_too(store: Store, saved: SavedAssessment) -> None:
    with store.reading.connect() as connection:
        page = assessments.open_domain(connection, saved.key(connection), "G")
    viewer = saved.shares(RESULTS_VIEWER)
    with store.writing.begin() as connection:
        key = saved.key(connection)
        assessments.save_domain(connection, key, page, {"G1": Answer("0")}, expected_version=1)

    assert viewer.load().assessment.answers["G1"] == Answer("0")


def test_it_stays_complete_when_texts_alone_are_withdrawn_from_others(saved: SavedAssessment) -> None:
    viewer, everything = saved.shares(RESULTS_VIEWER), saved.shares(VIEWER)
    contributor = saved.shares(CONTRIBUTOR, "CE")

    saved.withdraws(contributor)
    saved.withdraws(everything)

    assert saved.load().complete
    assert viewer.load().complete
    assert viewer.load().versions["C"] == saved.load().versions["C"] == 3


def test_a_withdrawn_one_opens_nothing_and_another_still_all(saved: SavedAssessment) -> None:
    gone, stays = saved.shares(RESULTS_VIEWER), saved.shares(RESULTS_VIEWER)
    before = stays.load().assessment

    saved.withdraws(gone)

    assert not gone.opens()
    assert keys(saved, stays) == {*RESULTS, f"history-{stays.link_id}"}
    assert stays.load().assessment == before
    saved.save("G", {"G1": Answer("0")}, saved.load().versions["G"])
    assert stays.load().assessment.answers["G1"] == Answer("0")


def test_an_assessment_without_such_a_link_repeats_no_level(store: Store, saved: SavedAssessment) -> None:
    for role, domains in ((OWNER, ""), (VIEWER, ""), (CONTRIBUTOR, "C")):
        saved.shares(role, domains)

    assert not [name for (name,) in store.rows(select(DocumentRow.name)) if name.startswith("levels-")]


def test_an_owner_added_later_keeps_the_levels_right(saved: SavedAssessment) -> None:
    viewer, other = saved.shares(RESULTS_VIEWER), saved.shares(OWNER)
    everything = saved.shares(VIEWER)

    other.save("E", {"E1": Answer("0")}, 1)

    assert viewer.load().assessment.answers["E1"] == Answer("0")
    assert everything.load() == saved.load()
    assert not [name for name in keys(saved, everything) if name.startswith("levels-")]


def test_levels_that_are_missing_or_moved_are_tampering(store: Store, saved: SavedAssessment) -> None:
    viewer = saved.shares(RESULTS_VIEWER)
    store.run(delete(DocumentRow).where(DocumentRow.name == "levels-C"))

    with pytest.raises(TamperedError):
        viewer.load()
