"""A pulse viewer's key opens the pulse, and no answer, profile or private key."""

import pytest
from sqlalchemy import text

from app.storage.assessments import assessments
from app.storage.pulse import pulses
from app.storage.sealing import sealed_documents
from app.storage.sealing.documents import PROFILE, PULSE_KEY
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import PULSE_VIEWER
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import SavedAssessment


def test_it_reads_the_code_and_what_is_published(saved: SavedAssessment) -> None:
    pulse = StoredPulse(saved).begins()
    viewer = saved.shares(PULSE_VIEWER)

    with saved.store.reading.connect() as connection:
        read = pulses.read_for_viewer(connection, viewer.key(connection))

    assert read == pulse.load()


def test_it_has_the_keys_of_these_documents_and_no_other(saved: SavedAssessment) -> None:
    StoredPulse(saved).begins()
    viewer = saved.shares(PULSE_VIEWER)

    rows = saved.store.rows(text("SELECT link_id, name FROM document_keys"))

    with saved.store.reading.connect() as connection:
        key = viewer.key(connection)
    own = {name for link, name in rows if link == key.link_id}
    assert own == {"outline", "pulse", "pulse-code", key.grant.history_document}
    with saved.store.reading.connect() as connection:
        for name in (PROFILE, PULSE_KEY, "G"):
            with pytest.raises(ForbiddenError):
                sealed_documents.open_one(connection, key, name)
        seen = assessments.load(connection, key).assessment
    assert (seen.answers, seen.profile.organisation) == ({}, "")


def test_a_pulse_that_1_0_opened_gets_its_code_when_the_link_is_made(saved: SavedAssessment) -> None:
    pulse = StoredPulse(saved).begins()
    saved.store.run(text("DELETE FROM document_keys WHERE name = 'pulse-code'"))
    saved.store.run(text("DELETE FROM documents WHERE name = 'pulse-code'"))

    viewer = saved.shares(PULSE_VIEWER)
    for _twice in range(2):
        with saved.store.writing.begin() as connection:
            pulses.keep_code(connection, saved.key(connection))

    with saved.store.reading.connect() as connection:
        read = pulses.read_for_viewer(connection, viewer.key(connection))
    assert read is not None
    assert read.code == pulse.load().code


def test_without_a_pulse_there_is_no_code_to_keep(saved: SavedAssessment) -> None:
    with saved.store.writing.begin() as connection:
        pulses.keep_code(connection, saved.key(connection))

    assert not [name for (name,) in saved.store.rows(text("SELECT name FROM documents")) if "pulse" in name]


def test_a_pulse_opened_after_the_link_was_made_is_read_too(saved: SavedAssessment) -> None:
    viewer = saved.shares(PULSE_VIEWER)
    pulse = StoredPulse(saved).begins()

    with saved.store.reading.connect() as connection:
        read = pulses.read_for_viewer(connection, viewer.key(connection))

    assert read == pulse.load()
