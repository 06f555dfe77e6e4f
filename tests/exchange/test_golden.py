"""Every released version of assessment.json has a file in golden/, which still imports whole."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.catalogue.versions import load_all
from app.config import ROOT
from app.exchange import assessment_json
from app.maturity.answers import Answer
from tests.build import TODAY, a_profile

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = range(1, assessment_json.FORMAT_VERSION + 1)


def test_every_version_that_was_released_is_kept() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}

    assert kept == {f"assessment-{version}.json" for version in VERSIONS}


@pytest.mark.parametrize("version", VERSIONS)
def test_it_imports_whole(version: int) -> None:
    content = (GOLDEN / f"assessment-{version}.json").read_bytes()

    read = assessment_json.read(content, load_all(ROOT / "questionnaires"), TODAY)

    assert read.profile == a_profile(organisation="Aldebaran & Söhne")
    assert set(read.answers) == set(json.loads(content)["answers"])
    assert len(read.answers) == 46
    assert read.answers["G1"] == Answer(
        "3", "Line one\nÜber die Linie 〜", "Minutes of the review", date(2026, 3, 2)
    )
    assert read.answers["G6"] == Answer("not_applicable", "Nous n’avons pas de compte.")
    assert read.answers["I6"] == Answer("unknown")
    assert read.opinions == {
        "O1": ("essential",),
        "O2": ("brand_awareness", "recruitment"),
        "O3": ("hostility",),
        "O4": ("yes",),
    }
    assert (read.targets, read.completed_on) == ({"G": 4, "V": 2}, date(2026, 11, 1))
