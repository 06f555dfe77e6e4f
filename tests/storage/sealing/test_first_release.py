"""A database of the first release, kept as it was: it migrates, opens, and can be shared."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import MetaData, delete, insert, select

from app.maturity.answers import Answer
from app.storage import migrations
from app.storage.assessments import assessments, sign_in
from app.storage.database.engine import for_writing, make_engine
from app.storage.database.tables import Base, DocumentRow
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from app.storage.sealing.vault import Vault
from tests import build
from tests.storage.conftest import PEPPER
from tests.storage.stored_assessment import SavedAssessment, Store

GOLDEN = Path(__file__).parent / "golden" / "schema-0001.json"
TABLES = ("assessments", "links", "documents", "document_keys")


@pytest.fixture
def old(new_database: Callable[[], str]) -> Iterator[SavedAssessment]:
    kept: dict[str, Any] = json.loads(GOLDEN.read_text())
    engine = make_engine(new_database())
    with for_writing(engine).begin() as connection:
        command.upgrade(migrations.configuration(connection), "0001")
        tables = MetaData()
        tables.reflect(connection)
        for name in TABLES:
            connection.execute(insert(tables.tables[name]), [_row(name, row) for row in kept[name]])
    migrations.upgrade(engine)
    desk = Store(engine, Vault([PEPPER]), build.a_questionnaire())
    yield SavedAssessment(desk, kept["assessments"][0]["id"], kept["code"])
    engine.dispose()


def _row(table: str, row: dict[str, Any]) -> dict[str, Any]:
    def value(name: str, stored: Any) -> Any:  # noqa: ANN401  whatever the column holds
        if stored is not None and name in ("look_up", "public_key", "sealed", "wrapped"):
            return bytes.fromhex(stored)
        return date.fromisoformat(stored) if name == "changed_on" else stored

    return {name: value(name, stored) for name, stored in row.items()}


def _share(filed: SavedAssessment) -> None:
    filed.shares(VIEWER)


def _save(filed: SavedAssessment) -> None:
    filed.save("G", {"G1": Answer("0")}, 2)


def _save_opened(filed: SavedAssessment) -> None:
    with filed.desk.reading.connect() as connection:
        key = filed.key(connection)
        page = assessments.open_domain(connection, key, "G")
    with filed.desk.writing.begin() as connection:
        assert assessments.save_domain(connection, key, page, {"G1": Answer("0")}, expected_version=2) == 3


def _enter(filed: SavedAssessment) -> None:
    with filed.desk.writing.begin() as connection:
        assert sign_in.sign_in(connection, filed.desk.vault, filed.code)


def _rename(filed: SavedAssessment) -> None:
    with filed.desk.writing.begin() as connection:
        profile = build.a_profile(organisation="Renamed", variant="quick")
        assessments.save_profile(connection, filed.key(connection), profile, expected_version=1)


def test_it_opens_with_everything_that_was_in_it(old: SavedAssessment) -> None:
    stored = old.load()

    assert stored.assessment.profile == build.a_profile()
    assert stored.assessment.answers["G1"] == Answer(
        "4", "Seit Frühjahr belegt", "Minutes of the review", date(2026, 3, 2)
    )
    assert len(stored.assessment.answers) == 8
    assert stored.assessment.completed_on == date(2026, 11, 2)
    assert old.page("G").versions == {"profile": 1, "G": 2}


def test_before_anything_is_changed_its_owner_is_its_only_link(old: SavedAssessment) -> None:
    [only] = old.links()

    assert (only.link.role, only.link.name, only.history.changes) == (OWNER, "", ())


@pytest.mark.parametrize("first", [_share, _save, _save_opened, _enter, _rename])
def test_whatever_its_owner_does_first_it_can_be_shared_from_then_on(
    old: SavedAssessment, first: Callable[[SavedAssessment], None]
) -> None:
    before = old.load()
    first(old)
    contributor = old.shares(CONTRIBUTOR, "CE")

    assert contributor.save("C", {"C1": Answer("4")}, 1) == 2
    assert contributor.load().assessment.profile.variant == old.load().assessment.profile.variant
    old.withdraws(contributor)
    assert not contributor.opens()
    assert old.load().assessment.opinions == before.assessment.opinions
    assert old.links()[-1].history.changes[0].questions == ("C1",)


def test_sharing_it_meets_no_page_that_is_open_with_a_conflict(old: SavedAssessment) -> None:
    before = old.load()
    _share(old)

    assert old.load() == before


@pytest.mark.parametrize("name", ["links", "history-%"])
def test_what_sharing_added_cannot_be_taken_away_again_unnoticed(old: SavedAssessment, name: str) -> None:
    _share(old)
    old.desk.run(delete(DocumentRow).where(DocumentRow.name.like(name)))

    with pytest.raises(TamperedError):
        old.links()
    with pytest.raises(TamperedError):
        _share(old)
    if name != "links":
        with pytest.raises(TamperedError):
            _save(old)


def test_every_row_is_still_there(old: SavedAssessment) -> None:
    kept = json.loads(GOLDEN.read_text())

    counts = {name: len(old.desk.rows(select(Base.metadata.tables[name]))) for name in TABLES}

    assert counts == {name: len(kept[name]) for name in TABLES}
