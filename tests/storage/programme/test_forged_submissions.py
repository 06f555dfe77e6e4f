"""A submission opens only if it was sealed under its own invitation, for its round, to the right key."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from app.storage.programme import submissions
from app.storage.sealing.errors import TamperedError
from tests import build
from tests.storage.programme.stored_programme import (
    StoredProgramme,
    accepts,
    opens_texts,
    status,
    submits,
)
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()


def test_two_submissions_that_are_exchanged_are_not_opened(
    programme: StoredProgramme, joined: SavedAssessment, store: Store
) -> None:
    other = store.create(build.aldebaran(store.questionnaire))
    accepts(other, programme.invites("Beta")[0].token)
    closes(other, TODAY)
    submits(joined)
    submits(other)
    [one, two] = [row for (row,) in store.rows(text("SELECT sealed FROM submissions ORDER BY invitation_id"))]

    swap = text("UPDATE submissions SET sealed = CASE WHEN sealed = :one THEN :two ELSE :one END")
    store.run(swap.bindparams(one=one, two=two))

    assert set(programme.contents().values()) == {None}


def test_texts_of_another_submission_are_not_opened(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    submits(joined, texts=b"earlier")
    [(earlier,)] = programme.store.rows(text("SELECT sealed_texts FROM submissions"))
    submits(joined, texts=b"later")
    programme.store.run(text("UPDATE submissions SET sealed_texts = :earlier").bindparams(earlier=earlier))

    with pytest.raises(TamperedError) as error:
        opens_texts(programme, programme.lists()[0])
    assert programme.lists()[0].proof.hex() not in str(error.value)


def test_who_knows_the_public_key_alone_cannot_submit_in_anothers_name(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    """An invited organisation that can write to the database has the public key, and not another’s secret."""
    submits(joined)
    held = status(joined)
    assert held is not None
    forged = submissions.seal(b"forged", replace(held.participation, proof=b"\0" * 32), 1)
    programme.store.run(text("UPDATE submissions SET sealed = :forged").bindparams(forged=forged))

    assert programme.contents() == {("Alpha", 1): None}


def test_it_is_sealed_to_the_key_in_the_invitation_and_not_to_one_in_the_table(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    held = status(joined)

    assert held is not None
    with programme.store.reading.connect() as connection:
        assert held.participation.terms == programme.key(connection).terms
    columns = programme.store.rows(text("SELECT * FROM programmes"))[0]
    assert held.participation.terms.public_key not in columns
