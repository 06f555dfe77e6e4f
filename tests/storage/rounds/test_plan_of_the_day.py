import json
from dataclasses import replace

from sqlalchemy import select

from app.maturity.plan.plan import ActionFields
from app.maturity.review import USUAL_REVIEW
from app.storage.database.tables import DocumentRow
from app.storage.plan.plans import NewAction
from app.storage.rounds import documents
from app.storage.sealing.roles import RESULTS_VIEWER, VIEWER
from tests.storage.plan.stored_plan import PlanOf
from tests.storage.rounds.stored_rounds import closes, closes_again, deletes, reads
from tests.storage.stored_assessment import SavedAssessment, Store

NOTE = "Nobody has time"


def test_a_round_keeps_the_plan_of_its_day(plan: PlanOf) -> None:
    plan.ticks("G1")
    plan.save(new=(NewAction(ActionFields("Own", "Ines", state="dropped", note=NOTE)),))
    of_that_day = plan.plan

    closes(plan.saved)
    plan.edits(of_that_day[0], state="done")
    plan.adds("Later")

    assert reads(plan.saved, 1).plan == of_that_day
    closes_again(plan.saved)
    assert reads(plan.saved, 2).plan == plan.plan


def test_viewers_read_the_plan_of_a_round_and_results_viewers_without_notes(plan: PlanOf) -> None:
    plan.save(new=(NewAction(ActionFields("Own", state="dropped", note=NOTE), "G1"),))
    links = plan.saved.shares(VIEWER), plan.saved.shares(RESULTS_VIEWER)
    closes(plan.saved)

    for viewer, results_viewer in (links, (plan.saved.shares(VIEWER), plan.saved.shares(RESULTS_VIEWER))):
        assert reads(viewer, 1).plan == plan.plan
        assert reads(results_viewer, 1).plan == (replace(plan.plan[0], note=""),)
        assert reads(viewer, 1).assessment == reads(plan.saved, 1).assessment


def test_the_plan_of_a_round_outlives_a_withdrawal_and_a_deletion(plan: PlanOf) -> None:
    viewer = plan.saved.shares(VIEWER)
    plan.ticks("G1")
    closes(plan.saved)
    closes_again(plan.saved)

    plan.saved.withdraws(viewer)
    deletes(plan.saved, 1)

    assert reads(plan.saved, 2).plan == plan.plan


def test_a_round_without_a_plan_is_written_as_before_there_were_plans(
    store: Store, saved: SavedAssessment
) -> None:
    closes(saved)
    closed = reads(saved, 1)

    assert closed.plan == ()
    assert b"plan" not in documents.write_levels(closed)
    assert b"notes" not in documents.write_texts(closed)
    assert not [name for (name,) in store.rows(select(DocumentRow.name)) if name.startswith("plan-")]


def test_a_round_that_earlier_code_closed_is_read(saved: SavedAssessment) -> None:
    closes(saved)
    closed = reads(saved, 1)
    later = ("carried", "reworded", "plan", "first", "review")
    stored = json.loads(documents.write_levels(closed))
    earlier = json.dumps({name: value for name, value in stored.items() if name not in later}).encode()

    assert documents.read_round(earlier, documents.write_texts(closed)) == replace(
        closed, review=USUAL_REVIEW
    )
