from dataclasses import replace

import pytest

from tests import build
from tests.storage.rounds.stored_rounds import DAY, closes
from tests.storage.stored_assessment import SavedAssessment, Store


@pytest.fixture
def saved(store: Store) -> SavedAssessment:
    """Store Bellatrix’s answers, one of them with texts."""
    whole = build.bellatrix(store.questionnaire)
    noted = replace(whole.answers["G1"], comment="Said aloud", evidence="Minutes", evidence_date=DAY)
    return store.create(replace(whole, answers={**whole.answers, "G1": noted}))


@pytest.fixture
def closed(saved: SavedAssessment) -> SavedAssessment:
    """Close its first round."""
    closes(saved)
    return saved
