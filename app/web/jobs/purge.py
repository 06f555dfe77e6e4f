"""The end of assessments that nobody changes: purged by the server itself, while it runs."""

import logging
import threading

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.maturity.clock import utc_day
from app.storage.assessments import deletion
from app.web.request.services import Services

_SECONDS_BETWEEN = 3600

_log = logging.getLogger(__name__)


def start_purging(app: Flask) -> None:
    """Purge now and every hour, in a thread that ends with its process; without RETENTION_DAYS do nothing."""
    services: Services = app.extensions["muster"]
    if services.config.retention_days:
        threading.Thread(target=_purge_for_ever, args=(services,), name="purge", daemon=True).start()


def _purge_for_ever(services: Services) -> None:
    never = threading.Event()
    while True:
        _purge(services)
        never.wait(_SECONDS_BETWEEN)


def _purge(services: Services) -> None:
    try:
        with services.writing.begin() as connection:
            count = deletion.purge(connection, utc_day(services.clock()), services.config.retention_days)
    except SQLAlchemyError:
        _log.exception("The purge failed and is tried again in an hour.")
        return
    if count:
        _log.warning("Assessments purged: %s.", count)
