from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, select, update

from app.maturity.errors import FullPlanError, RefusedActionError, UnknownActionError
from app.maturity.plan.plan import ACTION_LIMIT, ActionFields
from app.storage.assessments import deletion
from app.storage.database.tables import AssessmentRow, DocumentRow
from app.storage.plan import plans
from app.storage.plan.plans import NewAction, PlanConflictError
from app.storage.sealing.errors import ForbiddenError, TamperedError, VersionChangedError
from app.storage.sealing.roles import CONTRIBUTOR, VIEWER
from tests.maturity.plan.build import an_action, steps
from tests.storage.plan.stored_plan import PlanOf
from tests.storage.stored_assessment import NOW, Store

TODAY = NOW.date()


def names(store: Store) -> set[str]:
    """Return the names of the documents of plans."""
    return {name for (name,) in store.rows(select(DocumentRow.name)) if name.startswith("plan-")}


def test_a_new_assessment_has_no_plan_and_no_document_of_one(store: Store, plan: PlanOf) -> None:
    assert plan.plan == ()
    assert names(store) == set()


def test_ticked_recommendations_are_read_as_actions(plan: PlanOf) -> None:
    given = plan.ticks("G1", "E1").added

    assert plan.plan == given
    assert [each.practice for each in given] == ["G1", "E1"]
    assert [each.title for each in given] == [steps()[id].action.en for id in ("G1", "E1")]


def test_every_field_is_read_as_it_was_saved(plan: PlanOf) -> None:
    fields = ActionFields("Écrire la charte", "Zoé", date(2027, 2, 28), "done", "Signed\non Monday")

    [made] = plan.save(new=(NewAction(fields, "C1"),)).added

    [read] = plan.plan
    assert read == made
    assert (read.title, read.person, read.due, read.state, read.note) == (
        fields.title,
        fields.person,
        fields.due,
        fields.state,
        fields.note,
    )
    assert (read.lang, read.practice, read.done_on, read.revision) == ("en", "C1", TODAY, 0)


def test_actions_keep_the_order_in_which_they_were_made_over_domains(plan: PlanOf) -> None:
    plan.adds("One")
    plan.ticks("G1", "C1")
    plan.adds("Two")
    plan.edits(plan.plan[1], state="doing")

    assert [each.practice or each.title for each in plan.plan] == ["One", "G1", "C1", "Two"]


def test_an_order_is_kept_by_a_contributor_who_sees_a_part(plan: PlanOf) -> None:
    plan.adds("One")
    plan.ticks("E1", "G1")
    plan.adds("Two")
    contributor = PlanOf(plan.saved.shares(CONTRIBUTOR, "G"))

    contributor.edits(contributor.plan[0], state="doing", note="Begun")

    assert [each.practice or each.title for each in plan.plan] == ["One", "E1", "G1", "Two"]


def test_ids_are_random_and_differ(plan: PlanOf) -> None:
    plan.adds(*"abcdefgh")

    ids = {each.id for each in plan.plan}
    assert len(ids) == 8
    assert {len(id) for id in ids} == {12}


def test_a_second_tick_makes_none_while_the_action_is_open(plan: PlanOf) -> None:
    [made] = plan.ticks("G1").added

    assert plan.ticks("G1").added == ()
    plan.edits(made, state="done")
    assert len(plan.ticks("G1").added) == 1


def test_all_documents_of_a_plan_exist_once_there_is_an_action(store: Store, plan: PlanOf) -> None:
    plan.ticks("G1")

    parts = {"G", "C", "E", "free"}
    assert names(store) == {f"plan-{kind}-{part}" for kind in ("actions", "notes") for part in parts}


def test_several_changes_are_stored_together(plan: PlanOf) -> None:
    first, second = plan.ticks("G1", "E1").added

    saved = plan.edits(first, second, person="Ines")

    assert [each.person for each in plan.plan] == ["Ines", "Ines"]
    assert [each.revision for each in plan.plan] == [1, 1]
    assert saved.changed == plan.plan


def test_an_action_that_changed_meanwhile_is_not_overwritten(plan: PlanOf) -> None:
    first, second = plan.ticks("G1", "E1").added
    plan.edits(first, person="Ines")

    with pytest.raises(PlanConflictError) as raised:
        plan.edits(first, second, person="Paul")

    assert raised.value.ids == (first.id,)
    assert raised.value.stored == plan.load()
    assert [each.person for each in plan.plan] == ["Ines", ""]


def test_what_others_did_to_other_actions_is_no_conflict_and_stays(plan: PlanOf) -> None:
    first, second, third = plan.ticks("G1", "G2", "E1").added
    plan.edits(second, person="Ines")
    plan.adds("Another")

    plan.edits(first, third, state="doing")

    assert [(each.person, each.state) for each in plan.plan] == [
        ("", "doing"),
        ("Ines", "to_do"),
        ("", "doing"),
        ("", "to_do"),
    ]


def test_the_same_change_twice_is_no_conflict(plan: PlanOf) -> None:
    [seen] = plan.ticks("G1").added
    plan.edits(seen, person="Ines")

    assert plan.edits(seen, person="Ines").changed == ()
    assert plan.plan[0].revision == 1


def test_a_withdrawn_link_makes_no_conflict(plan: PlanOf) -> None:
    [seen] = plan.ticks("G1").added
    plan.saved.withdraws(plan.saved.shares(VIEWER))

    plan.edits(seen, person="Ines")

    assert plan.plan[0].person == "Ines"


def test_a_field_that_breaks_a_rule_stores_nothing(plan: PlanOf) -> None:
    first, second = plan.ticks("G1", "E1").added

    with pytest.raises(RefusedActionError):
        plan.edits(first, second, state="dropped")
    with pytest.raises(UnknownActionError):
        plan.edits(replace(first, id="x"), state="doing")
    assert plan.plan == (first, second)


def test_a_full_plan_takes_no_more(plan: PlanOf) -> None:
    plan.adds(*(str(number) for number in range(ACTION_LIMIT)))

    with pytest.raises(FullPlanError):
        plan.adds("One more")
    with pytest.raises(FullPlanError):
        plan.ticks("G1")
    assert len(plan.plan) == ACTION_LIMIT


def test_additions_and_changes_are_in_the_history_without_a_text(plan: PlanOf) -> None:
    plan.adds("Brief the guards")
    first, _ = plan.ticks("G1", "E1").added
    plan.edits(first, person="Ines")

    (link,) = plan.saved.links()
    assert [(each.document, each.questions) for each in link.history.changes] == [
        ("plan-added", ("free",)),
        ("plan-added", ("E1", "G1")),
        ("plan-changed", ("G1",)),
    ]


def test_results_stay_complete_and_their_versions_do_not_change(plan: PlanOf) -> None:
    before = plan.saved.load()

    plan.ticks("G1")

    assert plan.saved.load() == before


def test_a_save_counts_as_a_change_of_the_assessment(store: Store, plan: PlanOf) -> None:
    store.run(update(AssessmentRow).values(changed_on=date(2026, 1, 1)))

    plan.ticks("G1")

    assert store.rows(select(AssessmentRow.changed_on)) == [(TODAY,)]


def test_a_deletion_takes_the_plan_with_it(store: Store, plan: PlanOf) -> None:
    plan.ticks("G1")

    with store.writing.begin() as connection:
        deletion.delete_assessment(connection, plan.saved.id, TODAY)

    assert names(store) == set()


def test_an_upgrade_meanwhile_is_refused(store: Store, plan: PlanOf) -> None:
    with store.writing.begin() as connection:
        key = plan.saved.key(connection)
    store.run(update(AssessmentRow).values(version="1.1"))

    with store.writing.begin() as connection, pytest.raises(VersionChangedError):
        plans.save_plan(connection, key, plans.PlanChanges("en", new=(NewAction(ActionFields("A")),)))


def test_a_document_that_is_missing_beside_its_pair_is_an_error(store: Store, plan: PlanOf) -> None:
    plan.ticks("G1")
    store.run(delete(DocumentRow).where(DocumentRow.name == "plan-notes-C"))

    with pytest.raises(TamperedError):
        plan.load()


def test_an_imported_plan_keeps_its_ids_and_all_fields(plan: PlanOf) -> None:
    given = (
        an_action("aldebaran", state="dropped", practice="Q9"),
        an_action("b", state="done", practice="E1", revision=7, lang="fr"),
    )

    with plan.saved.store.writing.begin() as connection:
        plans.add_plan(connection, plan.saved.key(connection), given)

    assert plan.plan == given
    with plan.saved.store.writing.begin() as connection, pytest.raises(ForbiddenError):
        plans.add_plan(connection, plan.saved.key(connection), given)
