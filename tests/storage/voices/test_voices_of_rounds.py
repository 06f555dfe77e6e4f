"""What becomes of voices when a round is closed, and what else they outlive."""

from sqlalchemy import select

from app.maturity.answers import Answer
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.assessments import deletion
from app.storage.assessments.upgrade import upgrade_assessment
from app.storage.database.tables import DocumentKeyRow, DocumentRow
from app.storage.rounds import beginning
from app.storage.sealing.roles import OWNER, RESULTS_VIEWER, VIEWER
from app.storage.voices.documents import HeardVoices
from tests import build
from tests.storage.rounds.stored_rounds import begins, closes, deletes, reads
from tests.storage.stored_assessment import NOW, SavedAssessment
from tests.storage.voices.stored_voices import (
    answers,
    closes_voices,
    finishes,
    invites,
    lists,
    own,
    still_opens,
)


def _two_finish(saved: SavedAssessment) -> tuple[SavedAssessment, ...]:
    first, second, third = (invites(saved, role) for role in ("legal", "hr", "security"))
    for voice in (first, second, third):
        answers(voice, "G", {"G1": Answer("1", f"Said by {voice.code[:4]}")})
    finishes(first)
    finishes(second)
    return first, second, third


def test_closing_a_round_keeps_the_voices_that_count_in_it_and_ends_every_link(
    saved: SavedAssessment,
) -> None:
    first, second, third = _two_finish(saved)
    before = lists(saved).heard

    closes(saved)

    kept = reads(saved, 1).voices
    assert kept is not None
    assert kept.invited[:2] == before.invited[:2]
    assert (kept.invited[2].role, kept.invited[2].answers) == (before.invited[2].role, {})
    assert lists(saved).voices == ()
    assert not [voice for voice in (first, second, third) if still_opens(voice)]


def test_voices_that_the_owner_closed_are_all_kept(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": Answer("2")})
    closes_voices(saved)
    before = lists(saved).heard

    closes(saved)

    assert reads(saved, 1).voices == before


def test_what_the_owner_could_not_see_yet_is_not_kept(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": Answer("2")})
    finishes(voice)

    closes(saved)

    assert reads(saved, 1).voices is None
    assert not still_opens(voice)


def test_only_owners_read_the_voices_of_a_closed_round(saved: SavedAssessment) -> None:
    _two_finish(saved)
    viewers = [saved.shares(role) for role in (VIEWER, RESULTS_VIEWER)]
    second = saved.shares(OWNER)
    closes(saved)
    viewers += [saved.shares(role) for role in (VIEWER, RESULTS_VIEWER)]
    readers = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == "round-voices-1")

    assert {link for (link,) in saved.store.rows(readers)} == {saved.link_id, second.link_id}
    assert reads(second, 1).voices == reads(saved, 1).voices
    assert [reads(viewer, 1).voices for viewer in viewers] == [None] * 4


def test_a_closed_round_keeps_them_through_the_next_round_and_loses_them_when_it_is_deleted(
    saved: SavedAssessment,
) -> None:
    _two_finish(saved)
    closes(saved)
    kept = reads(saved, 1).voices
    begins(saved)
    invites(saved)
    assert reads(saved, 1).voices == kept

    deletes(saved, 1)

    names = {name for (name,) in saved.store.rows(select(DocumentRow.name))}
    assert not [name for name in names if name.startswith("round-")]


def test_a_new_round_is_not_undone_once_somebody_is_invited(saved: SavedAssessment) -> None:
    closes(saved)
    begins(saved)
    versions = QuestionnaireVersions((saved.store.questionnaire,))

    def undoable() -> bool:
        with saved.store.reading.connect() as connection:
            key = saved.key(connection)
            return beginning.find_undoable(connection, key, versions, saved.load()) is not None

    assert undoable()
    invites(saved)
    assert not undoable()


def test_a_round_without_voices_has_none(saved: SavedAssessment) -> None:
    closes(saved)

    assert reads(saved, 1).voices is None
    assert lists(saved).heard == HeardVoices()


def test_an_upgrade_keeps_links_and_answers(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": Answer("2", "Kept")})
    newer: Questionnaire = build.a_questionnaire(version="1.1")
    seen = saved.load()
    with saved.store.writing.begin() as connection:
        moved = build.an_assessment(dict(seen.assessment.answers), version="1.1")
        upgrade_assessment(connection, saved.key(connection), newer, moved, seen)

    assert own(voice).stored.answers == {"G1": Answer("2", "Kept")}
    assert own(voice).head.version == "1.1"
    assert answers(voice, "G", {"G1": Answer("3")}) == 2


def test_deleting_the_assessment_deletes_its_voices(saved: SavedAssessment) -> None:
    voice = invites(saved)
    with saved.store.writing.begin() as connection:
        assert deletion.delete_assessment(connection, saved.id, NOW.date())

    assert not still_opens(voice)
    assert saved.store.rows(select(DocumentRow.name)) == []


def test_the_owner_knows_whose_answers_closing_the_round_would_delete(saved: SavedAssessment) -> None:
    first, second, _idle = (invites(saved, role) for role in ("legal", "hr", "security"))
    assert lists(saved).lost_if_ended == 0
    for voice in (first, second):
        answers(voice, "G", {"G1": Answer("1")})
    finishes(first)
    # One alone is not shown, so that it is not kept either.
    assert lists(saved).lost_if_ended == 2

    finishes(second)
    assert lists(saved).lost_if_ended == 0

    finishes(second, finished=False)
    closes_voices(saved)
    assert lists(saved).lost_if_ended == 0
