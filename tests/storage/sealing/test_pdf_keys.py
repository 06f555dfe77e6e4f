import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection

from app.storage.assessments import assessments
from app.storage.sealing.pdf_keys import PdfKey, derive_pdf_key
from tests.build import bellatrix
from tests.storage.stored_assessment import SavedAssessment, Store


def copy(filed: SavedAssessment, kind: str = "scorecard", language: str = "en") -> PdfKey:
    with filed.desk.reading.connect() as connection:
        key = filed.key(connection)
        return derive_pdf_key(key, assessments.load(connection, key), kind, language)


def page_copy(connection: Connection, filed: SavedAssessment) -> PdfKey:
    """Name the same file for somebody who could read one domain only."""
    whole, key = assessments.load(connection, filed.key(connection)), filed.key(connection)
    assessments.load_domain(connection, key, "G")
    return derive_pdf_key(key, whole, "scorecard", "en")


def test_the_same_content_is_found_and_opened_again_with_the_code(filed: SavedAssessment) -> None:
    first, second = copy(filed), copy(filed)

    assert second.name == first.name
    assert second.unseal(first.seal(b"%PDF-")) == b"%PDF-"


def test_a_sealed_file_shows_none_of_its_bytes_and_never_looks_the_same(filed: SavedAssessment) -> None:
    made = copy(filed)

    once, again = made.seal(b"Bellatrix" * 50), made.seal(b"Bellatrix" * 50)

    assert b"Bellatrix" not in once
    assert once != again
    assert b"Bellatrix" not in repr(made).encode()


def test_a_change_of_any_document_names_another_file(desk: Store, filed: SavedAssessment) -> None:
    names = {copy(filed).name}
    with desk.writing.begin() as connection:
        assessments.save_targets(connection, filed.key(connection), {"G": 4}, expected_version=1)
    names.add(copy(filed).name)
    with desk.writing.begin() as connection:
        assessments.save_opinions(connection, filed.key(connection), {"O4": ("yes",)}, expected_version=1)

    assert copy(filed).name not in names
    assert len(names) == 2


def test_kind_language_and_assessment_name_files_of_their_own_that_open_no_other(
    desk: Store, filed: SavedAssessment
) -> None:
    other = desk.file(bellatrix(desk.questionnaire))
    copies = [copy(filed), copy(filed, "board"), copy(filed, language="fr"), copy(other)]

    assert len({each.name for each in copies}) == 4
    sealed = copies[0].seal(b"%PDF-")
    for each in copies[1:]:
        with pytest.raises(InvalidTag):
            each.unseal(sealed)


def test_who_cannot_open_every_document_does_not_find_what_was_made_from_them(
    desk: Store, filed: SavedAssessment
) -> None:
    with desk.reading.connect() as connection:
        assert page_copy(connection, filed).name != copy(filed).name
