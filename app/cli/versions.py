"""The versions of the questionnaire that the commands work with."""

from functools import cache

from app.catalogue.faults import FaultyQuestionnaireError
from app.catalogue.versions import load_all
from app.cli.errors import InputError
from app.config import ROOT
from app.maturity.versions.versions import QuestionnaireVersions

FOLDER = ROOT / "questionnaires"


@cache
def load_versions() -> QuestionnaireVersions:
    """Return the versions that files are scored by, read once; raise InputError with their faults."""
    try:
        return load_all(FOLDER)
    except FaultyQuestionnaireError as error:
        raise InputError(str(error)) from None
