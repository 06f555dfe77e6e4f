"""An organisation of a programme, as tests of pages need one; its coordinator works without pages."""

from flask import Flask

from tests.storage.programme.stored_programme import StoredProgramme, accepts, creates
from tests.storage.stored_assessment import SavedAssessment, Store
from tests.web.respondent import Respondent


def saved_of(app: Flask, owner: Respondent) -> SavedAssessment:
    """Return the assessment of an owner as it is stored; the owner’s page shows its code."""
    services = app.extensions["muster"]
    store = Store(services.engine, services.vault, services.versions.newest, services.clock())
    return SavedAssessment(store, owner.id, owner.code)


def joins(saved: SavedAssessment, variant: str = "quick") -> StoredProgramme:
    """Create a programme, and accept its only invitation as the owner of an assessment."""
    programme = creates(saved.store, variant)
    accepts(saved, programme.invites("Alpha")[0].token)
    return programme
