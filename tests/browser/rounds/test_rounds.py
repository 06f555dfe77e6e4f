"""Three rounds over an upgrade of the questionnaire, without JavaScript, in each language."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.exchange import assessment_json
from app.maturity.text import Language
from tests import build
from tests.browser.conftest import BOTH, Reads
from tests.browser.older_version import load_older_version
from tests.browser.rounds.pages import ImportPage, Rounds
from tests.browser.site import Site


@pytest.mark.parametrize("language", BOTH)
def test_three_rounds_over_an_upgrade_leave_the_earlier_ones_as_they_were(
    reads: Reads, site: Site, tmp_path: Path, language: Language
) -> None:
    older, newest = load_older_version(site.house / "questionnaires"), site.questionnaire
    given = replace(build.bellatrix(older), version=older.version)
    file = tmp_path / "assessment.json"
    file.write_bytes(assessment_json.write(given, older))
    reader = reads(language, javascript=False)
    reader.tab.goto(f"/{language}/import")
    page = ImportPage(reader)

    rounds = Rounds(page, page.imports(file)).closes("Première")
    first = rounds.files(1)
    rounds.begins("full", newest.version).confirms(newest, "full").closes("Deuxième")
    second = rounds.files(2)
    rounds.begins("quick").confirms(newest, "quick").closes("Troisième")

    assert rounds.files(1) == first
    assert rounds.files(2) == second
    assert first["scorecard.pdf"] != second["scorecard.pdf"] != rounds.files(3)["scorecard.pdf"]
    rows = rounds.listed()
    kinds = [reader.t(newest.variants[name].name) for name in ("quick", "full", "full")]
    assert [kind in row for kind, row in zip(kinds, rows, strict=True)] == [True] * 3
    assert [label in row for label, row in zip(("Troi", "Deux", "Prem"), rows, strict=True)] == [True] * 3
    versions = (newest.version, newest.version, older.version)
    assert [version in row for version, row in zip(versions, rows, strict=True)] == [True] * 3
