"""A new round begins with the answers of the last one; so it can be undone until something changes."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.maturity.answers import Answer, confirmed
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.assessments import assessments
from app.storage.database.tables import DocumentRow
from app.storage.rounds import beginning
from app.storage.sealing.errors import ConflictError, ForbiddenError
from app.storage.sealing.roles import VIEWER
from tests.storage.rounds.stored_rounds import (
    begins,
    closes,
    closes_again,
    confirms,
    deletes,
    lists,
    reads,
)
from tests.storage.stored_assessment import NOW, SavedAssessment, Store


def undoes(saved: SavedAssessment) -> None:
    versions = QuestionnaireVersions((saved.store.questionnaire,))
    seen = saved.load()
    with saved.store.writing.begin() as connection:
        beginning.undo(connection, saved.key(connection), versions, seen)


def test_a_new_round_begins_with_every_answer_carried(closed: SavedAssessment) -> None:
    last = closed.load().assessment

    begins(closed)

    stored = closed.load()
    assert (stored.is_closed, stored.complete, stored.begun_on) == (False, False, NOW.date())
    assert stored.assessment == replace(
        last,
        completed_on=None,
        answers={id: replace(each, carried=True) for id, each in last.answers.items()},
    )


def test_a_page_that_was_open_before_the_new_round_meets_a_conflict(closed: SavedAssessment) -> None:
    page = closed.page("G")
    begins(closed)

    with pytest.raises(ConflictError):
        closed.save("G", {"G1": Answer("0")}, page.versions["G"])


def test_a_carried_answer_is_stored_as_carried_until_it_is_confirmed(closed: SavedAssessment) -> None:
    begins(closed)
    page = closed.page("G")
    first = page.assessment.answers["G1"]

    closed.save("G", {"G1": confirmed(first)}, page.versions["G"])

    answers = closed.load().assessment.answers
    assert (answers["G1"].carried, answers["G2"].carried) == (False, True)
    assert answers["G1"] == reads(closed, 1).assessment.answers["G1"]


def test_only_a_closed_round_is_followed_by_a_new_one(saved: SavedAssessment) -> None:
    with pytest.raises(ConflictError):
        begins(saved)


def test_only_an_owner_begins_a_round(closed: SavedAssessment) -> None:
    with pytest.raises(ForbiddenError):
        begins(closed.shares(VIEWER))


def test_the_receipt_is_the_same_in_the_new_round(store: Store, closed: SavedAssessment) -> None:
    receipt = select(DocumentRow.sealed).where(DocumentRow.name == "receipt")
    before = store.rows(receipt)

    begins(closed)

    assert store.rows(receipt) == before


def test_undoing_puts_everything_back(closed: SavedAssessment) -> None:
    before = closed.load()
    begins(closed, "quick")

    undoes(closed)

    after = closed.load()
    assert (after.assessment, after.is_closed, after.complete) == (before.assessment, True, True)
    begins(closed)
    assert closed.load().begun_on is not None


@pytest.mark.parametrize("changed", ["answer", "confirmed", "opinions", "profile"])
def test_nothing_that_was_confirmed_or_changed_is_undone(closed: SavedAssessment, changed: str) -> None:
    begins(closed)
    page = closed.page("G")
    with closed.store.writing.begin() as connection:
        key, first = closed.key(connection), page.assessment.answers["G1"]
        if changed == "opinions":
            assessments.save_opinions(connection, key, {"O4": ("no",)}, expected_version=3)
        elif changed == "profile":
            profile = replace(page.assessment.profile, organisation="Other")
            assessments.save_profile(connection, key, profile, expected_version=3)
        else:
            given = confirmed(first) if changed == "confirmed" else Answer("0")
            assessments.save_answers(connection, key, "G", {"G1": given}, expected_version=3)

    with pytest.raises(ConflictError):
        undoes(closed)
    assert not closed.load().is_closed


def test_the_beginning_cannot_be_undone_without_the_round_that_it_came_from(closed: SavedAssessment) -> None:
    begins(closed)
    deletes(closed, 1)

    with pytest.raises(ConflictError):
        undoes(closed)


def test_undoing_never_closes_an_older_round_with_the_same_answers(closed: SavedAssessment) -> None:
    closes_again(closed)
    begins(closed)
    deletes(closed, 2)

    with pytest.raises(ConflictError):
        undoes(closed)
    assert not closed.load().is_closed


def test_beginning_and_undoing_stand_in_the_history(closed: SavedAssessment) -> None:
    begins(closed)
    undoes(closed)

    (link,) = closed.links()
    assert [(each.document, each.questions) for each in link.history.changes[-2:]] == [
        ("rounds", ("begun",)),
        ("rounds", ("undone",)),
    ]


def test_quick_and_full_are_two_rounds(closed: SavedAssessment) -> None:
    begins(closed, "quick")
    confirms(closed)
    closes(closed)

    assert [each.variant for each in lists(closed)] == ["full", "quick"]
    assert closes_again(closed).variant == "full"
