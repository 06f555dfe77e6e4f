from collections.abc import Callable, Iterator

import pytest

from app.storage.database.engine import make_engine
from app.storage.sealing.vault import Vault
from tests import build
from tests.storage.plan.stored_plan import PlanOf
from tests.storage.stored_assessment import SavedAssessment, Store

PEPPER = b"a pepper of thirty-two bytes ..."


@pytest.fixture
def url(new_migrated_database: Callable[[], str]) -> str:
    return new_migrated_database()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    engine = make_engine(url)
    yield Store(engine, Vault([PEPPER]), build.a_questionnaire())
    engine.dispose()


@pytest.fixture
def saved(store: Store) -> SavedAssessment:
    return store.create(build.bellatrix(store.questionnaire))


@pytest.fixture
def plan(saved: SavedAssessment) -> PlanOf:
    return PlanOf(saved)
