from pathlib import Path

import pytest

from tests.cli.installation import Installation
from tests.storage.programme.stored_programme import StoredProgramme, creates


@pytest.fixture
def programme(copy: Installation) -> StoredProgramme:
    return creates(copy.store)


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """Write a list with accents, a comma, a blank line, a name that is repeated, and a formula."""
    path = tmp_path / "labels.csv"
    path.write_text('Organisation\nÆgir AS\n"Bellatrix, Ltd"\n\nægir as\n=SUM(A1)\n', "utf-8")
    return path
