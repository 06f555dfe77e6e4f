"""What the pages work with: made once at start, found from the running application."""

from dataclasses import dataclass, field

from flask import current_app, g
from sqlalchemy import Engine

from app.config import Config
from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.sealing.vault import Vault
from app.web.request.pdf_cache import PdfCache


@dataclass(frozen=True)
class Services:
    """Settings, questionnaires, the database to read or to write, the vault, and PDFs made before."""

    config: Config
    versions: QuestionnaireVersions
    engine: Engine
    reading: Engine
    writing: Engine
    vault: Vault
    pdf_cache: PdfCache = field(default_factory=PdfCache)


def services() -> Services:
    """Give the services of the running application."""
    found: Services = current_app.extensions["muster"]
    return found


def versions() -> QuestionnaireVersions:
    """Give every version of the questionnaire that is here."""
    return services().versions


def questionnaire() -> Questionnaire:
    """Give the version that the page's assessment follows, or raise UnknownVersionError; else the newest."""
    named: tuple[str, str] | None = g.get("asked")
    return versions().find(*named) if named else versions().newest


def newer() -> Questionnaire | None:
    """Give the newest version if the page's assessment follows an older one."""
    newest, asked = versions().newest, g.get("asked")
    return None if asked in (None, (newest.id, newest.version)) else newest


def nearest_questionnaire() -> Questionnaire:
    """Give the version that the page's assessment follows, or the newest if that one is not here."""
    try:
        return questionnaire()
    except UnknownVersionError:
        return versions().newest
