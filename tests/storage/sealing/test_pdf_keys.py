import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection

from app.storage.assessments import assessments
from app.storage.sealing.pdf_keys import PdfKey, derive_pdf_key
from tests.build import bellatrix
from tests.storage.stored_assessment import SavedAssessment, Store


def copy(saved: SavedAssessment, kind: str = "scorecard", language: str = "en") -> PdfKey:
    with saved.store.reading.connect() as connection:
        key = saved.key(connection)
        return derive_pdf_key(key, assessments.load(connection, key), kind, language)


def page_copy(connection: Connection, saved: SavedAssessment) -> PdfKey:
    """Derive the same PDF's key from one domain only."""
    whole, key = assessments.load(connection, saved.key(connection)), saved.key(connection)
    assessments.load_domain(connection, key, "G")
    return derive_pdf_key(key, whole, "scorecard", "en")


def test_the_same_content_is_found_and_opened_again_with_the_code(saved: SavedAssessment) -> None:
    first, second = copy(saved), copy(saved)

    assert second.name == first.name
    assert second.unseal(first.seal(b"%PDF-")) == b"%PDF-"


def test_a_sealed_file_shows_none_of_its_bytes_and_never_looks_the_same(saved: SavedAssessment) -> None:
    key = copy(saved)

    once, again = key.seal(b"Bellatrix" * 50), key.seal(b"Bellatrix" * 50)

    assert b"Bellatrix" not in once
    assert once != again
    assert b"Bellatrix" not in repr(key).encode()


def test_a_change_of_any_document_gives_the_pdf_another_name(store: Store, saved: SavedAssessment) -> None:
    names = {copy(saved).name}
    with store.writing.begin() as connection:
        assessments.save_targets(connection, saved.key(connection), {"G": 4}, expected_version=1)
    names.add(copy(saved).name)
    with store.writing.begin() as connection:
        assessments.save_opinions(connection, saved.key(connection), {"O4": ("yes",)}, expected_version=1)

    assert copy(saved).name not in names
    assert len(names) == 2


def test_each_kind_language_and_assessment_has_its_own_name_and_key(
    store: Store, saved: SavedAssessment
) -> None:
    other = store.create(bellatrix(store.questionnaire))
    copies = [copy(saved), copy(saved, "board"), copy(saved, language="fr"), copy(other)]

    assert len({each.name for each in copies}) == 4
    sealed = copies[0].seal(b"%PDF-")
    for each in copies[1:]:
        with pytest.raises(InvalidTag):
            each.unseal(sealed)


def test_a_link_that_cannot_open_every_document_does_not_find_the_pdf(
    store: Store, saved: SavedAssessment
) -> None:
    with store.reading.connect() as connection:
        assert page_copy(connection, saved).name != copy(saved).name
