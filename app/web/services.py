"""What the pages work with: made once at start, found from the running application."""

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from app.config import Config
from app.maturity.questionnaire import Questionnaire
from app.storage.vault import Vault


@dataclass(frozen=True)
class Services:
    """The settings, the questionnaire, the database with sessions that read or write, and the vault."""

    config: Config
    questionnaire: Questionnaire
    engine: Engine
    reading: sessionmaker[Session]
    writing: sessionmaker[Session]
    vault: Vault


def services() -> Services:
    """Give the services of the running application."""
    found: Services = current_app.extensions["muster"]
    return found


def questionnaire() -> Questionnaire:
    """Give the questionnaire that is served."""
    return services().questionnaire
