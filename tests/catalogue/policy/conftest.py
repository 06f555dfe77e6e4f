"""The sound questionnaire with sound clauses and cues, for tests to change."""

import shutil
from pathlib import Path

import pytest

from tests.catalogue.mutations import QUESTIONNAIRES


@pytest.fixture
def with_policy(sound: Path) -> Path:
    """Return a copy of the sound questionnaire that has clauses and cues."""
    return Path(shutil.copytree(QUESTIONNAIRES / "policy", sound, dirs_exist_ok=True))
