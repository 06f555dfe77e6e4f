"""Every day and minute that storage records is that of the key, in UTC."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from sqlalchemy import select

from app.maturity.answers import Answer
from app.storage.assessments import sign_in
from app.storage.database.tables import AssessmentRow, LinkRow
from app.storage.sealing.roles import VIEWER
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

# Still New Year's Eve in UTC, but New Year's Day in Wellington.
EVE = datetime(2027, 1, 1, 12, 59, 30, tzinfo=timezone(timedelta(hours=13)))
DAY = date(2026, 12, 31)


def _at_new_year(store: Store) -> Store:
    return replace(store, now=EVE)


def test_a_new_assessment_has_the_day_in_utc(store: Store) -> None:
    saved = _at_new_year(store).create(build.bellatrix(store.questionnaire))

    assert store.rows(select(AssessmentRow.changed_on)) == [(DAY,)]
    assert [each.link.made_on for each in saved.links()] == [DAY]


def test_a_change_a_use_and_a_revocation_have_the_day_in_utc(store: Store, saved: SavedAssessment) -> None:
    eve = _at_new_year(store)
    owner = replace(saved, store=eve)
    viewer = owner.shares(VIEWER)

    owner.save("G", {"G1": Answer("3", "new")}, 1)
    with eve.writing.begin() as connection:
        sign_in.sign_in(connection, eve.vault, viewer.code, eve.now)
    owner.withdraws(viewer)

    own, others = owner.links()
    assert {each.at for each in own.history.changes} == {datetime(2026, 12, 31, 23, 59, tzinfo=UTC)}
    assert (others.history.used_on, others.link.revoked_on) == (DAY, DAY)
    assert store.rows(select(AssessmentRow.changed_on)) == [(DAY,)]
    assert store.rows(select(LinkRow.revoked_on).where(LinkRow.id == others.link.id)) == [(DAY,)]
