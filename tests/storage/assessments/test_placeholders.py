"""The words for placeholders: who reads and changes them, under a version, and what becomes of them."""

import pytest

from app.storage.assessments.placeholders import (
    Filled,
    PlaceholdersConflictError,
    StoredPlaceholders,
    load_placeholders,
    save_placeholders,
)
from app.storage.sealing.documents import PLACEHOLDERS
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import CONTRIBUTOR, PULSE_VIEWER, RESULTS_VIEWER, VIEWER
from tests.build import bellatrix
from tests.storage.stored_assessment import SavedAssessment, Store

WORDS: Filled = {"en": {"executive_body": "the board"}, "fr": {"executive_body": "le conseil"}}


@pytest.fixture
def saved(store: Store) -> SavedAssessment:
    return store.create(bellatrix(store.questionnaire))


def loaded(saved: SavedAssessment) -> StoredPlaceholders:
    with saved.store.reading.connect() as connection:
        return load_placeholders(connection, saved.key(connection))


def save(saved: SavedAssessment, words: Filled, expected: int) -> int:
    with saved.store.writing.begin() as connection:
        return save_placeholders(connection, saved.key(connection), words, expected_version=expected)


def recorded(saved: SavedAssessment) -> list[str]:
    return [change.document for link in saved.links() for change in link.history.changes]


def test_nothing_is_typed_at_first(saved: SavedAssessment) -> None:
    assert loaded(saved) == StoredPlaceholders()


def test_what_is_saved_is_read_and_empty_words_are_left_out(saved: SavedAssessment) -> None:
    version = save(saved, {**WORDS, "en": {**WORDS["en"], "deputy": ""}}, 0)

    assert loaded(saved) == StoredPlaceholders(WORDS, version)
    assert recorded(saved) == [PLACEHOLDERS]


def test_other_words_take_the_place_of_all_that_were_stored(saved: SavedAssessment) -> None:
    version = save(saved, WORDS, 0)

    save(saved, {"fr": {"deputy": "l’adjointe"}}, version)

    assert loaded(saved).filled == {"fr": {"deputy": "l’adjointe"}}
    assert loaded(saved).version == version + 1


def test_the_same_words_again_change_nothing(saved: SavedAssessment) -> None:
    version = save(saved, WORDS, 0)

    assert save(saved, WORDS, 0) == version

    assert loaded(saved).version == version


def test_words_that_changed_meanwhile_are_not_overwritten(saved: SavedAssessment) -> None:
    save(saved, WORDS, 0)

    with pytest.raises(PlaceholdersConflictError) as raised:
        save(saved, {"en": {"deputy": "the deputy"}}, 0)

    assert raised.value.stored == loaded(saved) != StoredPlaceholders()


def test_a_viewer_of_everything_reads_them_and_no_other_link_does(saved: SavedAssessment) -> None:
    version = save(saved, WORDS, 0)
    viewer = saved.shares(VIEWER)

    assert loaded(viewer).filled == WORDS
    for other in (
        saved.shares(RESULTS_VIEWER),
        saved.shares(CONTRIBUTOR, "GIASPCELV"),
        saved.shares(PULSE_VIEWER),
    ):
        with pytest.raises(ForbiddenError):
            loaded(other)
    for link in (viewer, saved.shares(CONTRIBUTOR, "G")):
        with pytest.raises(ForbiddenError):
            save(link, {}, version)


def test_they_outlive_a_withdrawn_link_under_another_key(saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    version = save(saved, WORDS, 0)

    saved.withdraws(viewer)

    assert loaded(saved).filled == WORDS
    assert loaded(saved).version > version
    assert not viewer.opens()


def test_they_are_no_part_of_the_results(saved: SavedAssessment) -> None:
    before = saved.load()

    save(saved, WORDS, 0)

    assert saved.load() == before
