"""A closed round refuses every save."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select

from app.maturity.answers import Answer
from app.storage.assessments import assessments, upgrade
from app.storage.database.tables import DocumentRow
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import RoundClosedError
from app.storage.sealing.roles import CONTRIBUTOR, RESULTS_VIEWER, VIEWER
from tests import build
from tests.storage.rounds.stored_rounds import (
    DAY,
    closes,
    reads,
)
from tests.storage.stored_assessment import SavedAssessment, Store

Save = Callable[[Connection, AccessKey], object]

SAVES: dict[str, Save] = {
    "answers": lambda connection, key: assessments.save_answers(
        connection, key, "G", {"G1": Answer("0")}, expected_version=2
    ),
    "the same answers": lambda connection, key: assessments.save_answers(
        connection, key, "G", {}, expected_version=2
    ),
    "an opened domain": lambda connection, key: assessments.save_domain(
        connection,
        key,
        assessments.open_domain(connection, key, "G"),
        {"G1": Answer("0")},
        expected_version=2,
    ),
    "profile": lambda connection, key: assessments.save_profile(
        connection, key, build.a_profile(organisation="Other"), expected_version=2
    ),
    "variant": lambda connection, key: assessments.save_profile(
        connection, key, build.a_profile(variant="quick"), expected_version=2
    ),
    "opinions": lambda connection, key: assessments.save_opinions(
        connection, key, {"O4": ("no",)}, expected_version=2
    ),
    "targets": lambda connection, key: assessments.save_targets(
        connection, key, {"G": 4}, expected_version=2
    ),
    "completion": lambda connection, key: assessments.complete(
        connection, key, DAY, assessments.load(connection, key).versions
    ),
}


@pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)
def test_a_closed_round_refuses_every_save(closed: SavedAssessment, save: Save) -> None:
    before = closed.load()

    with closed.store.writing.begin() as connection, pytest.raises(RoundClosedError):
        save(connection, closed.key(connection))

    assert closed.load() == before
    assert before.is_closed
    assert before.complete


def test_a_closed_round_is_not_upgraded(closed: SavedAssessment) -> None:
    seen = closed.load()
    with closed.store.writing.begin() as connection, pytest.raises(RoundClosedError):
        upgrade.upgrade_assessment(
            connection, closed.key(connection), closed.store.questionnaire, seen.assessment, seen
        )


def test_a_save_that_raced_the_closing_never_slips_in(saved: SavedAssessment) -> None:
    contributor = saved.shares(CONTRIBUTOR, "G")
    with saved.store.reading.connect() as connection:
        page = assessments.open_domain(connection, contributor.key(connection), "G")
    version = page.stored.versions["G"]
    closes(saved)

    with saved.store.writing.begin() as connection, pytest.raises(RoundClosedError):
        assessments.save_domain(
            connection, contributor.key(connection), page, {"G1": Answer("0")}, expected_version=version
        )

    assert saved.load().assessment.answers["G1"] == reads(saved, 1).assessment.answers["G1"]


def test_closing_gives_every_document_that_a_form_writes_another_version(
    store: Store, saved: SavedAssessment
) -> None:
    saved.shares(RESULTS_VIEWER)
    before = dict(store.rows(select(DocumentRow.name, DocumentRow.version)))
    closes(saved)

    after = dict(store.rows(select(DocumentRow.name, DocumentRow.version)))
    same = {name for name in before if before[name] == after[name]}
    assert {name for name in same if not name.startswith("history-")} == {"links", "receipt"}


def test_a_contributor_and_a_viewer_see_that_the_round_is_closed(saved: SavedAssessment) -> None:
    links = [saved.shares(CONTRIBUTOR, "G"), saved.shares(VIEWER), saved.shares(RESULTS_VIEWER)]
    closes(saved)

    assert [each.load().is_closed for each in links] == [True, True, True]
    assert links[2].load().complete


def test_it_stays_closed_and_complete_when_a_link_is_withdrawn(saved: SavedAssessment) -> None:
    contributor = saved.shares(CONTRIBUTOR, "GCE")
    closes(saved)

    saved.withdraws(contributor)

    assert saved.load().is_closed
    assert saved.load().complete
