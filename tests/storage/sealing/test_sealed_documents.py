"""What somebody who can write to the database, but holds no code, cannot pass off."""

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
def other(desk: Store) -> SavedAssessment:
    return desk.file(build.aldebaran(desk.questionnaire))


def _swap(
    desk: Store, column: InstrumentedAttribute[bytes], one: tuple[str, str], two: tuple[str, str]
) -> None:
    row = column.class_
    values = {(id, name): value for id, name, value in desk.rows(select(row.assessment_id, row.name, column))}
    for place, taken in ((one, two), (two, one)):
        here = update(row).where(row.assessment_id == place[0], row.name == place[1])
        desk.run(here.values({column: values[taken]}))


def _refused(filed: SavedAssessment) -> str:
    with pytest.raises(TamperedError) as error:
        filed.load()
    return error.value.document


def test_documents_swapped_within_an_assessment_are_named(desk: Store, filed: SavedAssessment) -> None:
    _swap(desk, SEALED, (filed.id, "G"), (filed.id, "E"))

    assert _refused(filed) in ("G", "E")
    with pytest.raises(TamperedError, match="“G”"):
        filed.page("G")


def test_documents_swapped_together_with_their_keys_are_named(desk: Store, filed: SavedAssessment) -> None:
    _swap(desk, SEALED, (filed.id, "G"), (filed.id, "E"))
    _swap(desk, WRAPPED, (filed.id, "G"), (filed.id, "E"))

    assert _refused(filed) in ("G", "E")


def test_documents_swapped_between_assessments_are_named(
    desk: Store, filed: SavedAssessment, other: SavedAssessment
) -> None:
    _swap(desk, SEALED, (filed.id, "G"), (other.id, "G"))
    _swap(desk, WRAPPED, (filed.id, "G"), (other.id, "G"))

    assert _refused(filed) == "G"
    assert _refused(other) == "G"


@pytest.mark.parametrize("length", [0, 5, 12, 40, 2000])
def test_a_truncated_document_is_named(desk: Store, filed: SavedAssessment, length: int) -> None:
    desk.run(
        update(DocumentRow)
        .where(DocumentRow.name == "opinions")
        .values(sealed=func.substr(SEALED, 1, length))
    )

    assert _refused(filed) == "opinions"


@pytest.mark.parametrize("length", [0, 31, 32, 79])
def test_a_truncated_key_is_named(desk: Store, filed: SavedAssessment, length: int) -> None:
    targets = update(DocumentKeyRow).where(DocumentKeyRow.name == "targets")
    desk.run(targets.values(wrapped=func.substr(WRAPPED, 1, length)))

    assert _refused(filed) == "targets"


@pytest.mark.parametrize("place", [0, 11, 12, 99, -1])
def test_one_altered_bit_is_named(desk: Store, filed: SavedAssessment, place: int) -> None:
    [(sealed,)] = desk.rows(select(SEALED).where(DocumentRow.name == "C"))
    altered = bytearray(sealed)
    altered[place] ^= 1
    desk.run(update(DocumentRow).where(DocumentRow.name == "C").values(sealed=bytes(altered)))

    assert _refused(filed) == "C"


@pytest.mark.parametrize("counter", [DocumentRow.version, DocumentRow.schema])
def test_an_altered_counter_is_named(
    desk: Store, filed: SavedAssessment, counter: InstrumentedAttribute[int]
) -> None:
    desk.run(update(DocumentRow).where(DocumentRow.name == "completion").values({counter: counter + 1}))

    assert _refused(filed) == "completion"


def test_an_earlier_content_under_the_later_version_is_named(desk: Store, filed: SavedAssessment) -> None:
    [(sealed,)] = desk.rows(select(SEALED).where(DocumentRow.name == "G"))
    filed.save("G", {"G1": build.an_answer(4)}, 1)
    desk.run(update(DocumentRow).where(DocumentRow.name == "G").values(sealed=sealed))

    assert _refused(filed) == "G"


@pytest.mark.parametrize("row", [DocumentRow, DocumentKeyRow])
@pytest.mark.parametrize("name", ["G", "profile", "opinions"])
def test_a_row_taken_away_is_named(
    desk: Store, filed: SavedAssessment, row: type[DocumentRow | DocumentKeyRow], name: str
) -> None:
    desk.run(delete(row).where(row.name == name))

    assert _refused(filed) == name


def test_a_page_taken_away_is_named(desk: Store, filed: SavedAssessment) -> None:
    desk.run(delete(DocumentRow).where(DocumentRow.name == "G"))

    with pytest.raises(TamperedError, match="“G”"):
        filed.page("G")
    with pytest.raises(TamperedError, match="“G”"):
        filed.save("G", {}, 1)


def test_a_role_altered_in_the_table_opens_nothing(desk: Store, filed: SavedAssessment) -> None:
    desk.run(update(LinkRow).values(role="viewer"))

    with pytest.raises(TamperedError):
        filed.load()


@pytest.mark.parametrize("column", ["questionnaire", "version"])
def test_another_questionnaire_cannot_be_put_under_the_answers(
    desk: Store, filed: SavedAssessment, column: str
) -> None:
    desk.run(update(AssessmentRow).values({column: "other"}))

    assert _refused(filed) == "profile"
    with pytest.raises(TamperedError, match="“profile”"):
        filed.page("G")
    with pytest.raises(TamperedError, match="“profile”"):
        filed.links()


def test_an_assessment_deleted_while_somebody_works_is_gone_and_not_tampered_with(
    desk: Store, filed: SavedAssessment
) -> None:
    with desk.reading.connect() as connection:
        key = filed.key(connection)
    desk.run(delete(AssessmentRow))

    with desk.writing.begin() as connection, pytest.raises(GoneError):
        assessments.save_answers(connection, key, "G", {}, expected_version=1)
    with desk.reading.connect() as connection, pytest.raises(GoneError):
        assessments.load(connection, key)


def test_nothing_is_left_of_a_deleted_assessment(
    desk: Store, filed: SavedAssessment, other: SavedAssessment
) -> None:
    desk.run(delete(AssessmentRow).where(AssessmentRow.id == filed.id))

    for row in (LinkRow, DocumentRow, DocumentKeyRow):
        assert {id for (id,) in desk.rows(select(row.assessment_id))} == {other.id}
