"""The hourly purge of assessments that nobody has changed for RETENTION_DAYS; an unusual one waits."""

import logging
from functools import partial

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.maturity.clock import utc_day
from app.storage.assessments import automatic_purge
from app.web.jobs.hourly import WaitingNotice, run_hourly
from app.web.request.services import Services

_log = logging.getLogger(__name__)


def start_purging(app: Flask) -> None:
    """Start to purge now and every hour; do nothing if RETENTION_DAYS is not set."""
    services: Services = app.extensions["muster"]
    if services.config.retention_days:
        run_hourly("purge", partial(purge, services, WaitingNotice(_log)))


def purge(services: Services, notice: WaitingNotice) -> None:
    """Purge what is due unless that is unusual; log a failure, after which the next hour tries again."""
    try:
        with services.writing.begin() as connection:
            today = utc_day(services.clock())
            days = services.config.retention_days
            memory = services.purge_memory
            count, due = automatic_purge.purge_unless_unusual(connection, today, days, memory)
    except SQLAlchemyError:
        _log.exception("The purge failed. The server tries again in an hour.")
        return
    notice.update(due.sentence if due.waits else None)
    if count:
        _log.warning("Assessments purged: %s.", count)
