"""Peers published by the server itself while it runs, so that nobody chooses the moment."""

import logging
import threading

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.maturity.clock import utc_day
from app.storage.peers import snapshots
from app.web.request.services import Services

_SECONDS_BETWEEN = 3600

_log = logging.getLogger(__name__)


def start_publishing(app: Flask) -> None:
    """Try to publish what peers are told now and every hour, in a thread that ends with its process."""
    services: Services = app.extensions["muster"]
    threading.Thread(target=_publish_for_ever, args=(services,), name="publish", daemon=True).start()


def _publish_for_ever(services: Services) -> None:
    never = threading.Event()
    while True:
        publish(services)
        never.wait(_SECONDS_BETWEEN)


def publish(services: Services) -> None:
    """Publish what the rules allow; a failure is logged, and tried again in an hour."""
    try:
        today, minimum = utc_day(services.clock()), services.config.minimum_cohort
        for (version, variant), done in snapshots.publish_all(services.engine, today, minimum):
            if done:
                _log.warning("Peers published anew: %s %s.", version, variant)
    except SQLAlchemyError:
        _log.exception("Peers were not published, which is tried again in an hour.")
