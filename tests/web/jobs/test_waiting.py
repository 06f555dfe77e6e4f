"""The hourly jobs wait, and log it once, when the clock jumped."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import text

from app import create_app
from app.config import Config
from app.storage.peers import snapshots
from app.web.jobs.hourly import WaitingNotice
from app.web.jobs.publish_peers import publish
from app.web.jobs.purge import purge
from app.web.request.services import Services
from tests.storage.peers.stored_contributions import EDITION, contribute_all
from tests.storage.stored_assessment import Store
from tests.web.respondent import Respondent

LOG = logging.getLogger("muster.test")


@pytest.fixture
def moved() -> list[timedelta]:
    """Return how far the clock is ahead, for a test to change."""
    return [timedelta()]


@pytest.fixture
def alone(config: Config, moved: list[timedelta]) -> Iterator[Flask]:
    """Serve one assessment that is purged after a year."""
    app = create_app(
        replace(config, retention_days=365), lambda: datetime(2026, 11, 30, 12, tzinfo=UTC) + moved[0]
    )
    Respondent(app.test_client()).starts("quick")
    yield app
    app.extensions["muster"].engine.dispose()


def services(app: Flask) -> Services:
    found: Services = app.extensions["muster"]
    return found


def assessments(app: Flask) -> int:
    with services(app).reading.connect() as connection:
        count: int = connection.scalar(text("SELECT count(*) FROM assessments"))
        return count


def test_a_purge_after_a_jump_is_logged_once_and_readiness_says_that_it_waits(
    alone: Flask, moved: list[timedelta], caplog: pytest.LogCaptureFixture
) -> None:
    run = partial(purge, services(alone), WaitingNotice(LOG))
    run()
    assert alone.test_client().get("/readyz").get_json()["purge"] == "ok"
    moved[0] = timedelta(days=730)

    run()
    run()

    ready = alone.test_client().get("/readyz")
    assert (ready.status_code, ready.get_json()["purge"]) == (200, "waiting")
    assert assessments(alone) == 1
    [record] = caplog.records
    assert record.message.startswith("The purge of 1 of 1 assessments waits, because today is 2028-11-29")


def test_a_new_assessment_under_a_wrong_clock_does_not_end_the_wait(
    alone: Flask, moved: list[timedelta]
) -> None:
    run = partial(purge, services(alone), WaitingNotice(LOG))
    moved[0] = timedelta(days=730)
    run()

    Respondent(alone.test_client()).starts("quick")
    run()

    assert assessments(alone) == 2
    assert alone.test_client().get("/readyz").get_json()["purge"] == "waiting"

    moved[0] = timedelta()
    run()

    assert alone.test_client().get("/readyz").get_json()["purge"] == "ok"
    assert assessments(alone) == 2


def test_after_the_clock_is_corrected_the_next_wait_is_logged_again(
    alone: Flask, moved: list[timedelta], caplog: pytest.LogCaptureFixture
) -> None:
    run = partial(purge, services(alone), WaitingNotice(LOG))

    for days in (730, 0, 730):
        moved[0] = timedelta(days=days)
        run()

    assert len(caplog.records) == 2
    assert assessments(alone) == 1


def test_peers_are_not_published_under_the_month_of_a_clock_that_jumped(
    alone: Flask, moved: list[timedelta], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    run = partial(publish, services(alone), WaitingNotice(LOG))
    given = services(alone)
    store = Store(given.engine, given.vault, given.versions.newest)
    contribute_all(store, [50] * 10)
    moved[0] = timedelta(days=31)

    run()
    run()

    assert snapshot_month(alone) is None
    [record] = caplog.records
    assert record.message.startswith("The publication of peers waits, because today is 2026-12-31")

    moved[0] = timedelta(days=30)
    run()

    assert snapshot_month(alone) == "2026-12"


def snapshot_month(app: Flask) -> str | None:
    """Return the month of the published snapshot, or None."""
    with services(app).reading.connect() as connection:
        found = snapshots.read_snapshot(connection, EDITION)
    return found.month if found else None
