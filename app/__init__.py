"""Muster: check your social media policy readiness."""

import logging

import click
from flask import Flask

from app import cli, web
from app.catalogue import versions
from app.catalogue.faults import FaultyQuestionnaireError
from app.config import Config, WrongSettingError, from_environment, store_missing_secrets
from app.maturity.clock import Clock, utc_now
from app.storage.database import engine as storage
from app.storage.database.integrity import UNREADABLE
from app.storage.operator import statistics
from app.storage.sealing import peppers
from app.storage.sealing.vault import Vault
from app.storage.startup import describe_failure, open_database
from app.web.request import json_log
from app.web.request.services import Services


def create_app(config: Config | None = None, clock: Clock = utc_now) -> Flask:
    """Build the application, with the environment's settings unless others are passed.

    A wrong setting of the environment or a faulty questionnaire raises SystemExit. Under the command line
    nothing is prepared: its commands need neither database nor secrets.
    """
    app = Flask(__name__, static_folder="web/static", template_folder="web/templates")
    cli.install(app)
    if config is None and not _is_serving():
        return app
    if config is None and not logging.getLogger().handlers:
        json_log.configure_logging()
    try:
        services = _services(config or from_environment(), clock)
        sentences = _missing_versions(services)
        web.install(app, services)
    except (WrongSettingError, FaultyQuestionnaireError) as error:
        if config is not None:
            raise
        raise SystemExit(str(error)) from None
    for sentence in sentences:
        app.logger.error(sentence)
    # The server forks after this, and processes must not share a connection.
    services.engine.dispose()
    return app


def _is_serving() -> bool:
    context = click.get_current_context(silent=True)
    return context is None or context.info_name == "run"


def _missing_versions(services: Services) -> list[str]:
    """Return a sentence on each version of the questionnaire that is followed and has no folder."""
    known = {(each.id, each.version) for each in services.versions.known}
    try:
        with services.reading.connect() as connection:
            followed = statistics.count_by_version(connection)
    except UNREADABLE as error:
        raise WrongSettingError(describe_failure(error)) from None
    return [
        f"Assessments that cannot be opened while the folder of {id} {version} is missing: {number}."
        for (id, version), number in followed.items()
        if (id, version) not in known
    ]


def _services(config: Config, clock: Clock) -> Services:
    engine = open_database(config.database_url, peppers.accepted_names(config))
    config = store_missing_secrets(config)
    return Services(
        config=config,
        versions=versions.load_all(config.questionnaires),
        engine=engine,
        reading=storage.for_reading(engine),
        writing=storage.for_writing(engine),
        vault=Vault(config.peppers),
        clock=clock,
    )
