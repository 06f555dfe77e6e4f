"""The files of the newest questionnaire, which everybody may download."""

from collections.abc import Mapping

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.exchange.question_bank import bank_files
from app.exchange.question_bank.bank_files import BankFile
from app.translations.wording_cache import wording_cache
from app.web.request.files import file_response
from app.web.request.services import newest_questionnaire, versions

bp = Blueprint("bank_files", __name__, url_prefix="/files")

# The name of each, with its media type.
_FILES: Mapping[str, tuple[BankFile, str]] = {
    "oscal-catalog.json": ("oscal-catalog", "application/json"),
    "ciso-assistant.yaml": ("ciso-yaml", "application/yaml"),
    "readiness.skos.ttl": ("skos", "text/turtle"),
}


@bp.get('/<any("oscal-catalog.json", "ciso-assistant.yaml", "readiness.skos.ttl"):name>')
def bank_file(name: str) -> ResponseReturnValue:
    """Send the questionnaire for another program."""
    kind, media_type = _FILES[name]
    return file_response(_written(newest_questionnaire().version, kind), media_type, name)


@wording_cache
def _written(version: str, kind: BankFile) -> bytes:
    return bank_files.write(versions().find(newest_questionnaire().id, version), kind)
