"""Every released schema has a database in golden/, as a backup: it restores, opens and upgrades.

A new migration adds one: back up a database with shared answers at the new schema, and note its codes.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from app.maturity.answers import Answer
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.snapshot import CohortFigures
from app.maturity.pulse.counting import Tally
from app.storage import migrations
from app.storage.database.engine import make_engine
from app.storage.operator import restore
from app.storage.programme import programme_key
from app.storage.sealing import access_key
from app.storage.sealing.vault import Vault
from tests import build
from tests.maturity.peers.build import MEDIA, a_contribution
from tests.storage.conftest import PEPPER
from tests.storage.peers.stored_contributions import (
    contribute,
    contribute_all,
    contributed,
    publish,
    published,
)
from tests.storage.programme.stored_programme import StoredProgramme, leaves, opens_texts, submits
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import SavedAssessment, Store

GOLDEN = Path(__file__).parent / "golden"
COORDINATOR = "coordinator"
CODES: dict[str, dict[str, str]] = json.loads((GOLDEN / "codes.json").read_text())


@pytest.fixture
def engine(new_database: Callable[[], str]) -> Iterator[Engine]:
    engine = make_engine(new_database())
    yield engine
    engine.dispose()


def restored(engine: Engine, schema: str) -> dict[str, SavedAssessment]:
    """Restore the backup of a schema, and return the assessment by the role of each link."""
    restore.restore(engine, GOLDEN / f"schema-{schema}.backup", lambda rows: None)
    store = Store(engine, Vault([PEPPER]), build.a_questionnaire())
    by_role = {}
    for role, code in CODES[schema].items():
        with store.reading.connect() as connection:
            key = access_key.unlock(connection, store.vault, code, store.now)
            if role != COORDINATOR:
                assert key is not None
                by_role[role] = SavedAssessment(store, key.assessment_id, code)
    return by_role


def test_every_schema_that_was_released_is_kept(store: Store) -> None:
    with store.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(migrations.configuration(connection))
        schemas = {script.revision for script in scripts.walk_revisions()}

    assert schemas == set(CODES) == {path.stem.removeprefix("schema-") for path in GOLDEN.glob("*.backup")}


@pytest.mark.parametrize("schema", CODES)
def test_it_restores_opens_and_can_be_changed(engine: Engine, schema: str) -> None:
    owner = restored(engine, schema)["owner"]
    before = owner.load()

    assert before.assessment.profile == build.a_profile()
    assert before.assessment.answers["G1"].comment == "Seit Frühjahr belegt"
    with engine.connect() as connection:
        assert migrations.current(connection) == migrations.newest()
    owner.save("G", {"G1": Answer("0", "later")}, before.versions["G"])
    assert owner.load().assessment.answers["G1"] == Answer("0", "later")


@pytest.mark.parametrize("schema", CODES)
def test_it_can_contribute_to_peers(engine: Engine, schema: str) -> None:
    owner = restored(engine, schema)["owner"]

    contribute(owner, a_contribution(61, G=40))

    assert contributed(owner) == a_contribution(61, G=40)


def test_every_link_opens_what_it_may(engine: Engine) -> None:
    shared = restored(engine, "first_release")

    assert set(shared["viewer"].load().assessment.answers) == set(shared["owner"].load().assessment.answers)
    assert set(shared["contributor"].load().assessment.answers) == {"C1", "C2", "E1", "E2", "E3"}


def test_an_open_pulse_continues_where_it_stood(engine: Engine) -> None:
    shared = restored(engine, "first_release")
    pulse = StoredPulse(shared["owner"])

    pulse.answers(*["dont_know"] * 2)

    total = pulse.closes().published().questions["O1"].total
    assert total == Tally(26, {"essential": 10, "very_important": 11, "dont_know": 5})
    assert StoredPulse(shared["viewer"]).published() == pulse.published()


def test_the_published_figures_and_the_pending_changes_are_kept(engine: Engine) -> None:
    owner = restored(engine, "first_release")["owner"]

    snapshot = published(owner.store)
    assert snapshot is not None
    assert snapshot.figures[MEDIA] == {OVERALL: CohortFigures(10, 70)}
    assert contributed(owner) == a_contribution(33, G=50, C=0)
    # Two are pending. Seven more are needed; one that changes back to the snapshot does not count.
    contribute_all(owner.store, [90] * 6, first=5)
    assert not publish(owner.store)
    contribute_all(owner.store, [90], first=11)
    assert publish(owner.store)


def test_a_programme_continues_where_it_stood(engine: Engine) -> None:
    shared = restored(engine, "programmes")
    store = shared["owner"].store
    code = CODES["programmes"][COORDINATOR]
    with store.reading.connect() as connection:
        key = programme_key.unlock(connection, store.vault, code, store.now)
    assert key is not None
    programme = StoredProgramme(store, key.programme_id, (code,), code)

    states = {label: state for label, (state, _) in programme.states().items()}
    assert states == {"Aldebaran Werke": "submitted", "Bellatrix": "begun", "Capella": "not_begun"}
    assert programme.contents() == {("Aldebaran Werke", 1): b"golden levels"}
    assert opens_texts(programme, programme.lists()[0]) == b"golden texts"
    submits(shared["submitting"], 1, b"replaced")
    leaves(shared["owner"])
    assert programme.contents() == {("Aldebaran Werke", 1): b"replaced"}
    assert programme.states()["Bellatrix"][0] == "left"
