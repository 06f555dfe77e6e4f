import pytest

from tests.storage.programme.stored_programme import StoredProgramme, accepts, creates
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store


@pytest.fixture
def programme(store: Store) -> StoredProgramme:
    return creates(store)


@pytest.fixture
def joined(programme: StoredProgramme, saved: SavedAssessment) -> SavedAssessment:
    """Accept an invitation, and close a round."""
    accepts(saved, programme.invites("Alpha")[0].token)
    closes(saved, NOW.date())
    return saved
