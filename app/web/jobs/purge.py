"""The hourly purge of assessments that nobody has changed for RETENTION_DAYS."""

import logging
from functools import partial

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.maturity.clock import utc_day
from app.storage.assessments import deletion
from app.web.jobs.hourly import run_hourly
from app.web.request.services import Services

_log = logging.getLogger(__name__)


def start_purging(app: Flask) -> None:
    """Start to purge now and every hour; do nothing if RETENTION_DAYS is not set."""
    services: Services = app.extensions["muster"]
    if services.config.retention_days:
        run_hourly("purge", partial(_purge, services))


def _purge(services: Services) -> None:
    try:
        with services.writing.begin() as connection:
            today = utc_day(services.clock())
            count = deletion.purge(connection, today, services.config.retention_days)
    except SQLAlchemyError:
        _log.exception("The purge failed. The server tries again in an hour.")
        return
    if count:
        _log.warning("Assessments purged: %s.", count)
