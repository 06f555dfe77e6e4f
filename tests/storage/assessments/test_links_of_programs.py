"""A program has the keys of a viewer of everything; one that writes also those of what a save rewrites."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.maturity.answers import Answer
from app.storage.assessments import assessments
from app.storage.database.tables import DocumentKeyRow
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import (
    API_READER,
    API_WRITER,
    CONTRIBUTOR,
    PULSE_VIEWER,
    RESULTS_VIEWER,
    VIEWER,
)
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store


@pytest.fixture
def saved(store: Store) -> SavedAssessment:
    """Store a complete assessment of which a link reads the results only."""
    stored = store.create(replace(build.aldebaran(store.questionnaire), completed_on=build.TODAY))
    stored.shares(RESULTS_VIEWER)
    return stored


def keys(saved: SavedAssessment, link: SavedAssessment) -> set[str]:
    """Return the names of the documents that a link has keys of, but for its own history."""
    of_link = select(DocumentKeyRow.name).where(DocumentKeyRow.link_id == link.link_id)
    return {name for (name,) in saved.store.rows(of_link)} - {f"history-{link.link_id}"}


def test_a_reader_has_the_keys_of_a_viewer_of_everything(saved: SavedAssessment) -> None:
    reader, viewer = saved.shares(API_READER), saved.shares(VIEWER)

    assert keys(saved, reader) == keys(saved, viewer)
    assert reader.load() == viewer.load()


@pytest.mark.parametrize("early", [True, False])
def test_a_writer_also_has_those_of_the_levels_whichever_link_was_first(store: Store, early: bool) -> None:
    saved = store.create(build.aldebaran(store.questionnaire))
    first = saved.shares(API_WRITER) if early else None
    saved.shares(RESULTS_VIEWER)
    writer = first or saved.shares(API_WRITER)

    assert keys(saved, writer) - keys(saved, saved.shares(VIEWER)) == {"levels-G", "levels-C", "levels-E"}


def test_what_a_writer_saves_is_what_every_link_reads(saved: SavedAssessment) -> None:
    results, writer = saved.shares(RESULTS_VIEWER), saved.shares(API_WRITER)

    writer.save("G", {"G1": Answer("0", comment="Quokka")}, saved.page("G").versions["G"])

    assert saved.load().assessment.answers["G1"] == Answer("0", comment="Quokka")
    assert results.load().assessment.answers["G1"] == Answer("0")
    assert not saved.load().complete


@pytest.mark.parametrize(
    ("role", "domains"),
    [(VIEWER, ""), (API_READER, ""), (RESULTS_VIEWER, ""), (PULSE_VIEWER, ""), (CONTRIBUTOR, "C")],
)
def test_no_other_link_saves_an_answer_that_it_may_read(
    saved: SavedAssessment, role: str, domains: str
) -> None:
    link = saved.shares(role, domains)

    with pytest.raises(ForbiddenError):
        link.save("G", {"G1": Answer("0")}, 1)
    assert saved.load().complete


@pytest.mark.parametrize("role", [VIEWER, API_READER])
def test_a_link_that_may_open_a_domain_as_a_form_does_not_save_it(saved: SavedAssessment, role: str) -> None:
    link = saved.shares(role)
    with saved.store.writing.begin() as connection:
        key = link.key(connection)
        page = assessments.open_domain(connection, key, "G")

        with pytest.raises(ForbiddenError):
            assessments.save_domain(connection, key, page, {"G1": Answer("0")}, expected_version=1)


def test_a_withdrawn_writer_opens_nothing_that_is_written_later(saved: SavedAssessment) -> None:
    writer = saved.shares(API_WRITER)

    saved.withdraws(writer)

    assert not writer.opens()
    assert saved.load().complete
    saved.save("G", {"G1": Answer("1")}, saved.page("G").versions["G"])
    assert saved.shares(RESULTS_VIEWER).load().assessment.answers["G1"] == Answer("1")
