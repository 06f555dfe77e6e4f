"""A questionnaire without faults, for tests to change."""

import shutil
from pathlib import Path

import pytest

from tests.catalogue.mutations import QUESTIONNAIRES


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Return a copy of the sound questionnaire."""
    return Path(shutil.copytree(QUESTIONNAIRES / "sound", tmp_path / "sound"))
