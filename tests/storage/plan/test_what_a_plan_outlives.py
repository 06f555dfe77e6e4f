"""A plan after what happens to a database: another pepper, a backup that is restored, a purge, an upgrade."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.storage import migrations
from app.storage.assessments import deletion, sign_in, upgrade
from app.storage.database.engine import make_engine
from app.storage.database.tables import DocumentKeyRow, DocumentRow
from app.storage.operator import backup, restore
from app.storage.sealing.roles import CONTRIBUTOR
from app.storage.sealing.vault import Vault
from tests import build
from tests.storage.conftest import PEPPER
from tests.storage.plan.stored_plan import PlanOf
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

NEWER = b"a newer pepper, also thirty-two b"


@pytest.fixture
def plan(saved: SavedAssessment) -> PlanOf:
    plan = PlanOf(saved)
    plan.ticks("G1", "E1")
    plan.edits(*plan.plan, person="Ines", note="A note")
    return plan


def test_a_plan_is_read_and_changed_after_the_pepper_was_replaced(store: Store, plan: PlanOf) -> None:
    contributor = plan.saved.shares(CONTRIBUTOR, "G")
    before = plan.plan
    both, now = Vault([NEWER, PEPPER]), Store(store.engine, Vault([NEWER]), store.questionnaire)
    for each in (plan.saved, contributor):
        with store.writing.begin() as connection:
            assert sign_in.sign_in(connection, both, each.code, NOW)
    rotated = PlanOf(SavedAssessment(now, plan.saved.id, plan.saved.code))
    rotated_contributor = PlanOf(SavedAssessment(now, plan.saved.id, contributor.code))

    assert rotated.plan == before
    rotated_contributor.edits(before[0], state="done")
    assert [each.state for each in rotated.plan] == ["done", "to_do"]


def test_a_plan_is_in_a_backup(
    store: Store, plan: PlanOf, new_database: Callable[[], str], tmp_path: Path
) -> None:
    file = tmp_path / "plan.backup"
    with store.reading.connect() as connection:
        backup.write(connection, migrations.current(connection), file, lambda rows: None)
    engine = make_engine(new_database())

    restore.restore(engine, file, lambda rows: None)

    restored = Store(engine, store.vault, store.questionnaire)
    assert PlanOf(SavedAssessment(restored, plan.saved.id, plan.saved.code)).plan == plan.plan
    engine.dispose()


def test_a_purge_takes_the_plan_with_it(store: Store, plan: PlanOf) -> None:
    with store.writing.begin() as connection:
        assert deletion.purge(connection, NOW.date() + timedelta(days=400), 365) == 1

    assert store.rows(select(DocumentRow.name)) == store.rows(select(DocumentKeyRow.name)) == []


def test_an_upgrade_keeps_every_action_also_of_a_dropped_domain(store: Store, plan: PlanOf) -> None:
    before, stored = plan.plan, plan.saved.load()
    newer = build.a_questionnaire(build.a_domain("G"), build.a_domain("S"), version="1.1")
    answers = {id: each for id, each in stored.assessment.answers.items() if id in newer.ids}
    with store.writing.begin() as connection:
        key = plan.saved.key(connection)
        assessment = build.an_assessment(answers, version="1.1")
        upgrade.upgrade_assessment(connection, key, newer, assessment, stored)

    assert plan.plan == before
    plan.adds("For the new domain", practice="S1")
    names = {name for (name,) in store.rows(select(DocumentRow.name))}
    assert {"plan-actions-S", "plan-notes-S", "plan-actions-E"} <= names
    assert [each.practice for each in plan.plan] == ["G1", "E1", "S1"]
