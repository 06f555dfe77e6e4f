"""The hourly publication of peers by the server itself, so that nobody chooses its moment."""

import logging
from functools import partial

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.maturity.clock import utc_day
from app.storage.peers import snapshots
from app.web.jobs.hourly import run_hourly
from app.web.request.services import Services

_log = logging.getLogger(__name__)


def start_publishing(app: Flask) -> None:
    """Start to publish the peers now and every hour."""
    run_hourly("publish", partial(publish, app.extensions["muster"]))


def publish(services: Services) -> None:
    """Publish what the rules allow; log a failure, after which the next hour tries again."""
    try:
        today, minimum = utc_day(services.clock()), services.config.minimum_cohort
        for (version, variant), is_published in snapshots.publish_all(services.engine, today, minimum):
            if is_published:
                _log.warning("Peers published: %s %s.", version, variant)
    except SQLAlchemyError:
        _log.exception("The peers were not published. The server tries again in an hour.")
