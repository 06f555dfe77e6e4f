"""What the pages work with: made once at start, found from the running application."""

from dataclasses import dataclass, field

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from app.config import Config
from app.maturity.questionnaire import Questionnaire
from app.storage.vault import Vault
from app.web.built import Built


@dataclass(frozen=True)
class Services:
    """The settings, the questionnaire, the database to read or to write, the vault, and PDFs made before."""

    config: Config
    questionnaire: Questionnaire
    engine: Engine
    reading: sessionmaker[Session]
    writing: sessionmaker[Session]
    vault: Vault
    built: Built = field(default_factory=Built)


def services() -> Services:
    """Give the services of the running application."""
    found: Services = current_app.extensions["muster"]
    return found


def questionnaire() -> Questionnaire:
    """Give the questionnaire that is served."""
    return services().questionnaire
