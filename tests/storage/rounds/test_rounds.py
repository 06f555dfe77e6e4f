from dataclasses import replace
from fractions import Fraction

import pytest
from sqlalchemy import delete, select

from app.maturity.answers import Answer
from app.maturity.level import Level
from app.storage.assessments import assessments
from app.storage.database.tables import DocumentRow
from app.storage.rounds import rounds
from app.storage.rounds.rounds import NoSuchRoundError, TooManyRoundsError
from app.storage.sealing.errors import ConflictError, ForbiddenError, TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, PULSE_VIEWER, RESULTS_VIEWER, VIEWER
from tests import build
from tests.storage.rounds.stored_rounds import (
    DAY,
    PEERS,
    PULSE,
    begins,
    close,
    closes,
    closes_again,
    closing,
    confirms,
    deletes,
    lists,
    reads,
)
from tests.storage.stored_assessment import SavedAssessment, Store


def test_closing_completes_the_assessment_and_lists_the_round(saved: SavedAssessment) -> None:
    first = closes(saved, label="before the audit")

    assert saved.load().assessment.completed_on == DAY
    assert lists(saved) == (first,)
    assert (first.number, first.label, first.completed_on, first.variant) == (
        1,
        "before the audit",
        DAY,
        "full",
    )
    assert first.scores.overall is not None


def test_a_round_is_read_as_it_was_closed(saved: SavedAssessment) -> None:
    before = saved.load().assessment
    closes(saved)
    begins(saved)
    saved.save("G", {"G1": Answer("4", "Another remark")}, saved.page("G").versions["G"])

    closed = reads(saved, 1)

    assert closed.assessment == replace(before, completed_on=DAY)
    assert closed.assessment.answers["G1"].comment == "Said aloud"
    assert (closed.pulse, closed.snapshot, closed.earlier) == (PULSE, PEERS, ())


def test_scores_are_kept_to_the_fraction(saved: SavedAssessment) -> None:
    card = closing(saved).card
    assert card.overall.score is not None

    closes(saved)

    scores = lists(saved)[0].scores
    assert scores.overall == card.overall.score
    assert isinstance(scores.overall.exact, Fraction)
    assert scores.level == card.overall.level
    assert isinstance(scores.level, Level)
    assert list(scores.domains) == [each.domain.letter for each in card.domains]
    assert [each.score for each in scores.domains.values()] == [each.score for each in card.domains]


def test_a_second_round_knows_the_first_and_its_number_follows(saved: SavedAssessment) -> None:
    first = closes(saved)
    second = closes_again(saved)

    assert (second.number, lists(saved)) == (2, (first, second))
    assert reads(saved, 2).earlier == (first,)
    assert reads(saved, 1).earlier == ()


def test_a_deleted_round_leaves_a_gap_and_nothing_in_the_table(store: Store, saved: SavedAssessment) -> None:
    closes(saved)
    second = closes_again(saved)

    deletes(saved, 2)
    third = closes_again(saved)

    names = {name for (name,) in store.rows(select(DocumentRow.name)) if "round-" in name}
    assert (second.number, third.number) == (2, 3)
    assert names == {"round-levels-1", "round-texts-1", "round-levels-3", "round-texts-3"}
    with pytest.raises(NoSuchRoundError):
        reads(saved, 2)
    with pytest.raises(NoSuchRoundError):
        deletes(saved, 2)


def test_a_later_round_keeps_the_comparison_with_a_deleted_one(saved: SavedAssessment) -> None:
    first = closes(saved)
    closes_again(saved)

    deletes(saved, 1)

    assert reads(saved, 2).earlier == (first,)


def test_the_deletion_is_in_the_history(saved: SavedAssessment) -> None:
    closes(saved)
    deletes(saved, 1)

    (link,) = saved.links()
    last = link.history.changes[-1]
    assert (last.document, last.questions) == ("rounds", ("1",))


def test_no_more_than_forty_rounds_are_closed(
    saved: SavedAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    closes(saved)
    begins(saved)
    confirms(saved)
    monkeypatch.setattr(rounds, "MAX_ROUNDS", 1)
    with pytest.raises(TooManyRoundsError):
        closes(saved)
    monkeypatch.setattr(rounds, "MAX_ROUNDS", 2)
    closes(saved)

    with pytest.raises(TooManyRoundsError):
        begins(saved)
    assert len(lists(saved)) == 2


def test_the_button_pressed_twice_over_the_last_round_is_no_fault(
    saved: SavedAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MAX_ROUNDS", 1)
    closes(saved)

    with pytest.raises(ConflictError) as raised:
        closes(saved)

    assert raised.value.stored.is_closed


@pytest.mark.parametrize("changed", ["G", "opinions", "targets"])
def test_what_changed_since_it_was_seen_is_not_closed(saved: SavedAssessment, changed: str) -> None:
    seen = closing(saved)
    with saved.store.writing.begin() as connection:
        key = saved.key(connection)
        if changed == "G":
            assessments.save_answers(connection, key, "G", {"G1": Answer("0")}, expected_version=1)
        elif changed == "opinions":
            assessments.save_opinions(connection, key, {"O4": ("no",)}, expected_version=1)
        else:
            assessments.save_targets(connection, key, {"G": 4}, expected_version=1)

    with pytest.raises(ConflictError):
        close(saved, seen)
    assert lists(saved) == ()


def test_viewers_read_rounds_and_results_viewers_read_them_without_texts(saved: SavedAssessment) -> None:
    early_viewer, early_results = saved.shares(VIEWER), saved.shares(RESULTS_VIEWER)
    closes(saved)
    whole = reads(saved, 1)

    for viewer in (early_viewer, saved.shares(VIEWER)):
        assert reads(viewer, 1) == whole
    for viewer in (early_results, saved.shares(RESULTS_VIEWER)):
        read = reads(viewer, 1)
        assert read.summary == whole.summary
        assert read.assessment.answers["G1"] == Answer(whole.assessment.answers["G1"].choice)
        assert lists(viewer) == lists(saved)


@pytest.mark.parametrize("role", [CONTRIBUTOR, PULSE_VIEWER])
def test_other_links_read_no_round(saved: SavedAssessment, role: str) -> None:
    closes(saved)
    other = saved.shares(role, "G" if role == CONTRIBUTOR else "")

    with pytest.raises(ForbiddenError):
        lists(other)
    with pytest.raises(ForbiddenError):
        reads(other, 1)


def test_only_owners_delete(saved: SavedAssessment) -> None:
    closes(saved)

    with pytest.raises(ForbiddenError):
        deletes(saved.shares(VIEWER), 1)


def test_a_round_is_the_same_after_a_link_was_withdrawn(store: Store, saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    closes(saved)
    before = reads(saved, 1)

    saved.withdraws(viewer)

    assert reads(saved, 1) == before
    versions = dict(store.rows(select(DocumentRow.name, DocumentRow.version)))
    # Sealed under a new key, which the withdrawn link never had.
    assert versions["round-levels-1"] == versions["round-texts-1"] == 2


def test_a_listed_round_that_is_missing_is_an_error(store: Store, saved: SavedAssessment) -> None:
    closes(saved)
    store.run(delete(DocumentRow).where(DocumentRow.name == "round-texts-1"))

    with pytest.raises(TamperedError):
        reads(saved, 1)


def test_a_carried_answer_that_the_variant_does_not_ask_stays_carried(store: Store) -> None:
    quick = build.bellatrix(store.questionnaire, "quick")
    asked = {each.id for each in store.questionnaire.questions_in("quick")}
    outside = next(each.id for each in store.questionnaire.questions_in("full") if each.id not in asked)
    carried = Answer("1", "Of last time", carried=True)
    saved = store.create(replace(quick, answers={**quick.answers, outside: carried}))

    closes(saved)

    assert saved.load().assessment.answers[outside] == carried
    assert reads(saved, 1).assessment.answers[outside] == carried


def test_a_link_to_the_results_recognises_a_closed_round_with_a_reworded_answer(store: Store) -> None:
    whole, asked = build.bellatrix(store.questionnaire), store.questionnaire.questions_in("quick")
    quick = replace(whole, profile=replace(whole.profile, variant="quick"))
    other = next(iter(whole.answers.keys() - {each.id for each in asked}))
    given = Answer("2", carried=True, reworded=True)
    saved = store.create(replace(quick, answers={**whole.answers, other: given}))
    viewer = saved.shares(RESULTS_VIEWER)
    closes(saved)

    present = viewer.load().assessment
    with store.reading.connect() as connection:
        closed = rounds.find_closed(connection, viewer.key(connection), present)

    assert present.answers[other] == given
    assert closed is not None
    assert closed.summary.number == 1
