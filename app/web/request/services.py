"""What the pages work with: made once at the start, and kept by the running application."""

from dataclasses import dataclass, field

from flask import current_app
from sqlalchemy import Engine

from app.config import Config
from app.maturity.clock import Clock, utc_now
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.assessments.automatic_purge import PurgeMemory
from app.storage.sealing.vault import Vault
from app.web.request.pdf_cache import PdfCache


@dataclass(frozen=True)
class Services:
    """Settings, versions, database engines, the vault, the clock, and what the process remembers."""

    config: Config
    versions: QuestionnaireVersions
    engine: Engine
    reading: Engine
    writing: Engine
    vault: Vault
    clock: Clock = utc_now
    purge_memory: PurgeMemory = field(default_factory=PurgeMemory)
    pdf_cache: PdfCache = field(default_factory=PdfCache)


def services() -> Services:
    """Return the services of the running application."""
    running: Services = current_app.extensions["muster"]
    return running


def versions() -> QuestionnaireVersions:
    """Return every version of the questionnaire that this server has."""
    return services().versions


def newest_questionnaire() -> Questionnaire:
    """Return the version of the questionnaire with which new assessments begin."""
    return versions().newest
