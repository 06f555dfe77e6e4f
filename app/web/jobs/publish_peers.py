"""The hourly publication of peers by the server itself, so that nobody chooses its moment."""

import logging
from datetime import date
from functools import partial

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.maturity.clock import utc_day
from app.storage.assessments import automatic_purge
from app.storage.peers import snapshots
from app.web.jobs.hourly import WaitingNotice, run_hourly
from app.web.request.services import Services

_log = logging.getLogger(__name__)


def start_publishing(app: Flask) -> None:
    """Start to publish the peers now and every hour."""
    run_hourly("publish", partial(publish, app.extensions["muster"], WaitingNotice(_log)))


def publish(services: Services, notice: WaitingNotice) -> None:
    """Publish what the rules allow; log a failure, after which the next hour tries again."""
    try:
        today, minimum = utc_day(services.clock()), services.config.minimum_cohort
        reason = _waiting_reason(services, today)
        notice.update(reason)
        if reason:
            return
        for (version, variant), is_published in snapshots.publish_all(services.engine, today, minimum):
            if is_published:
                _log.warning("Peers published: %s %s.", version, variant)
    except SQLAlchemyError:
        _log.exception("The peers were not published. The server tries again in an hour.")


def _waiting_reason(services: Services, today: date) -> str | None:
    """Return why peers are not published: their month, which stays known, may be that of a wrong clock."""
    with services.reading.connect() as connection:
        state = automatic_purge.find_due(connection, today, 0)
        if not (state.is_after_silence and snapshots.has_pending(connection)):
            return None
    return (
        f"The publication of peers waits, because {state.silence}: check the clock, then run peers publish."
    )
