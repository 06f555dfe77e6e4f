"""Somebody who can write to the database, but has no code, cannot forge documents unnoticed."""

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import InstrumentedAttribute

from app.storage.assessments import assessments
from app.storage.database.tables import AssessmentRow, DocumentKeyRow, DocumentRow, LinkRow
from app.storage.sealing.errors import GoneError, TamperedError
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

SEALED: InstrumentedAttribute[bytes] = DocumentRow.sealed
WRAPPED: InstrumentedAttribute[bytes] = DocumentKeyRow.wrapped


@pytest.fixture
def other(store: Store) -> SavedAssessment:
    return store.create(build.aldebaran(store.questionnaire))


def _swap(
    store: Store, column: InstrumentedAttribute[bytes], one: tuple[str, str], two: tuple[str, str]
) -> None:
    row = column.class_
    values = {
        (id, name): value for id, name, value in store.rows(select(row.assessment_id, row.name, column))
    }
    for place, taken in ((one, two), (two, one)):
        here = update(row).where(row.assessment_id == place[0], row.name == place[1])
        store.run(here.values({column: values[taken]}))


def _refused(saved: SavedAssessment) -> str:
    with pytest.raises(TamperedError) as error:
        saved.load()
    return error.value.document


def test_documents_swapped_within_an_assessment_are_named(store: Store, saved: SavedAssessment) -> None:
    _swap(store, SEALED, (saved.id, "G"), (saved.id, "E"))

    assert _refused(saved) in ("G", "E")
    with pytest.raises(TamperedError, match="“G”"):
        saved.page("G")


def test_documents_swapped_together_with_their_keys_are_named(store: Store, saved: SavedAssessment) -> None:
    _swap(store, SEALED, (saved.id, "G"), (saved.id, "E"))
    _swap(store, WRAPPED, (saved.id, "G"), (saved.id, "E"))

    assert _refused(saved) in ("G", "E")


def test_documents_swapped_between_assessments_are_named(
    store: Store, saved: SavedAssessment, other: SavedAssessment
) -> None:
    _swap(store, SEALED, (saved.id, "G"), (other.id, "G"))
    _swap(store, WRAPPED, (saved.id, "G"), (other.id, "G"))

    assert _refused(saved) == "G"
    assert _refused(other) == "G"


@pytest.mark.parametrize("length", [0, 5, 12, 40, 2000])
def test_a_truncated_document_is_named(store: Store, saved: SavedAssessment, length: int) -> None:
    store.run(
        update(DocumentRow)
        .where(DocumentRow.name == "opinions")
        .values(sealed=func.substr(SEALED, 1, length))
    )

    assert _refused(saved) == "opinions"


@pytest.mark.parametrize("length", [0, 31, 32, 79])
def test_a_truncated_key_is_named(store: Store, saved: SavedAssessment, length: int) -> None:
    targets = update(DocumentKeyRow).where(DocumentKeyRow.name == "targets")
    store.run(targets.values(wrapped=func.substr(WRAPPED, 1, length)))

    assert _refused(saved) == "targets"


@pytest.mark.parametrize("place", [0, 11, 12, 99, -1])
def test_one_altered_bit_is_named(store: Store, saved: SavedAssessment, place: int) -> None:
    [(sealed,)] = store.rows(select(SEALED).where(DocumentRow.name == "C"))
    altered = bytearray(sealed)
    altered[place] ^= 1
    store.run(update(DocumentRow).where(DocumentRow.name == "C").values(sealed=bytes(altered)))

    assert _refused(saved) == "C"


@pytest.mark.parametrize("counter", [DocumentRow.version, DocumentRow.schema])
def test_an_altered_counter_is_named(
    store: Store, saved: SavedAssessment, counter: InstrumentedAttribute[int]
) -> None:
    store.run(update(DocumentRow).where(DocumentRow.name == "completion").values({counter: counter + 1}))

    assert _refused(saved) == "completion"


def test_an_earlier_content_under_the_later_version_is_named(store: Store, saved: SavedAssessment) -> None:
    [(sealed,)] = store.rows(select(SEALED).where(DocumentRow.name == "G"))
    saved.save("G", {"G1": build.an_answer(4)}, 1)
    store.run(update(DocumentRow).where(DocumentRow.name == "G").values(sealed=sealed))

    assert _refused(saved) == "G"


@pytest.mark.parametrize("row", [DocumentRow, DocumentKeyRow])
@pytest.mark.parametrize("name", ["G", "profile", "opinions"])
def test_a_row_taken_away_is_named(
    store: Store, saved: SavedAssessment, row: type[DocumentRow | DocumentKeyRow], name: str
) -> None:
    store.run(delete(row).where(row.name == name))

    assert _refused(saved) == name


def test_a_page_taken_away_is_named(store: Store, saved: SavedAssessment) -> None:
    store.run(delete(DocumentRow).where(DocumentRow.name == "G"))

    with pytest.raises(TamperedError, match="“G”"):
        saved.page("G")
    with pytest.raises(TamperedError, match="“G”"):
        saved.save("G", {}, 1)


def test_a_role_altered_in_the_table_opens_nothing(store: Store, saved: SavedAssessment) -> None:
    store.run(update(LinkRow).values(role="viewer"))

    with pytest.raises(TamperedError):
        saved.load()


@pytest.mark.parametrize("column", ["questionnaire", "version"])
def test_another_questionnaire_cannot_be_put_under_the_answers(
    store: Store, saved: SavedAssessment, column: str
) -> None:
    store.run(update(AssessmentRow).values({column: "other"}))

    assert _refused(saved) == "profile"
    with pytest.raises(TamperedError, match="“profile”"):
        saved.page("G")
    with pytest.raises(TamperedError, match="“profile”"):
        saved.links()


def test_an_assessment_deleted_while_somebody_works_is_gone_and_not_tampered_with(
    store: Store, saved: SavedAssessment
) -> None:
    with store.reading.connect() as connection:
        key = saved.key(connection)
    store.run(delete(AssessmentRow))

    with store.writing.begin() as connection, pytest.raises(GoneError):
        assessments.save_answers(connection, key, "G", {}, expected_version=1)
    with store.reading.connect() as connection, pytest.raises(GoneError):
        assessments.load(connection, key)


def test_nothing_is_left_of_a_deleted_assessment(
    store: Store, saved: SavedAssessment, other: SavedAssessment
) -> None:
    store.run(delete(AssessmentRow).where(AssessmentRow.id == saved.id))

    for row in (LinkRow, DocumentRow, DocumentKeyRow):
        assert {id for (id,) in store.rows(select(row.assessment_id))} == {other.id}
