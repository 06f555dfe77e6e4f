from dataclasses import replace

import pytest
from sqlalchemy import select

from app.maturity.errors import UnknownActionError
from app.storage.database.tables import DocumentRow
from app.storage.plan.plans import PlanConflictError, prepare_plan
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import (
    API_READER,
    API_WRITER,
    CONTRIBUTOR,
    PULSE_VIEWER,
    RESULTS_VIEWER,
    VIEWER,
)
from tests.storage.plan.stored_plan import PlanOf
from tests.storage.stored_assessment import NOW, Store

TODAY = NOW.date()


@pytest.mark.parametrize("early", [True, False])
def test_viewers_read_the_plan_and_results_viewers_read_it_without_notes(plan: PlanOf, early: bool) -> None:
    def shares() -> tuple[PlanOf, PlanOf]:
        return PlanOf(plan.saved.shares(VIEWER)), PlanOf(plan.saved.shares(RESULTS_VIEWER))

    links = shares() if early else None
    plan.ticks("G1")
    plan.edits(plan.plan[0], note="Nobody has time", state="dropped")
    viewer, results_viewer = links or shares()

    assert viewer.plan == plan.plan
    assert results_viewer.plan == (replace(plan.plan[0], note=""),)


@pytest.mark.parametrize("role", [VIEWER, RESULTS_VIEWER, PULSE_VIEWER])
def test_viewers_change_nothing(plan: PlanOf, role: str) -> None:
    [seen] = plan.ticks("G1").added

    with pytest.raises(ForbiddenError):
        PlanOf(plan.saved.shares(role)).edits(seen, state="doing")


def test_the_link_of_a_pulse_reads_no_plan(plan: PlanOf) -> None:
    plan.ticks("G1")

    with pytest.raises(ForbiddenError):
        PlanOf(plan.saved.shares(PULSE_VIEWER)).load()


@pytest.mark.parametrize("early", [True, False])
def test_a_contributor_reads_actions_and_notes_of_its_domains_alone(plan: PlanOf, early: bool) -> None:
    link = plan.saved.shares(CONTRIBUTOR, "GC") if early else None
    plan.ticks("G1", "E1", "C1")
    plan.adds("Of nobody’s domain")
    plan.edits(*plan.plan, note="A note")

    contributor = PlanOf(link or plan.saved.shares(CONTRIBUTOR, "GC"))

    assert [(each.practice, each.note) for each in contributor.plan] == [("G1", "A note"), ("C1", "A note")]


def test_a_contributor_changes_state_and_note_and_nothing_else(plan: PlanOf) -> None:
    seen, other = plan.ticks("G1", "E1").added
    contributor = PlanOf(plan.saved.shares(CONTRIBUTOR, "G"))

    contributor.edits(seen, state="done", note="Signed")

    assert plan.plan[0] == replace(seen, state="done", note="Signed", done_on=TODAY, revision=1)
    now = plan.plan[0]
    for fields in ({"title": "Other"}, {"person": "Ines"}, {"due": None}):
        with pytest.raises(ForbiddenError):
            contributor.edits(now, **fields)
    with pytest.raises(UnknownActionError):
        contributor.edits(other, state="done")
    with pytest.raises(ForbiddenError):
        contributor.ticks("G2")
    with pytest.raises(ForbiddenError):
        contributor.adds("One more")
    assert plan.plan == (now, other)


def test_a_contributor_meets_a_conflict_with_what_the_owner_changed(plan: PlanOf) -> None:
    [seen] = plan.ticks("G1").added
    contributor = PlanOf(plan.saved.shares(CONTRIBUTOR, "G"))
    plan.edits(seen, title="Write it")

    with pytest.raises(PlanConflictError):
        contributor.edits(seen, state="done")


def test_a_change_by_a_contributor_is_in_the_history_of_its_link(plan: PlanOf) -> None:
    [seen] = plan.ticks("G1").added
    PlanOf(plan.saved.shares(CONTRIBUTOR, "G")).edits(seen, state="doing")

    _, link = plan.saved.links()
    assert [(each.document, each.questions) for each in link.history.changes] == [("plan-changed", ("G1",))]


def test_a_withdrawn_link_reads_nothing_of_what_comes_later(store: Store, plan: PlanOf) -> None:
    plan.ticks("G1")
    plan.adds("Free")
    contributor = plan.saved.shares(CONTRIBUTOR, "G")
    before = plan.plan

    plan.saved.withdraws(contributor)

    assert plan.plan == before
    versions = dict(store.rows(select(DocumentRow.name, DocumentRow.version)))
    # Sealed under a new key, which the withdrawn link never had.
    assert versions["plan-actions-G"] == versions["plan-notes-G"] + 1 == 3
    assert versions["plan-actions-E"] == 1


def test_a_program_that_writes_adds_the_first_action_to_a_plan_that_an_owner_prepared(plan: PlanOf) -> None:
    writer = PlanOf(plan.saved.shares(API_WRITER))
    with pytest.raises(ForbiddenError):
        writer.adds("Too early")
    for _ in range(2):
        with plan.saved.store.writing.begin() as connection:
            prepare_plan(connection, plan.saved.key(connection))
    assert not plan.plan

    [added] = writer.adds("Write it", practice="G1").added
    writer.edits(added, person="Ana", state="done")

    [stored] = plan.plan
    assert (stored.practice, stored.person, stored.state) == ("G1", "Ana", "done")


def test_a_program_that_reads_changes_nothing(plan: PlanOf) -> None:
    [seen] = plan.ticks("G1").added
    reader = PlanOf(plan.saved.shares(API_READER))

    assert reader.plan == plan.plan
    with pytest.raises(ForbiddenError):
        reader.edits(seen, state="doing")
    with pytest.raises(ForbiddenError):
        reader.adds("Another")
