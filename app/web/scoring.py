"""The scorecard of a stored assessment, and the snapshot of peers beside it."""

from app.maturity import scorecard
from app.maturity.answers import Assessment
from app.maturity.peers.cohort import Cell
from app.maturity.peers.snapshot import Snapshot
from app.maturity.scorecard import Scorecard
from app.storage.peers import snapshots
from app.storage.sealing.documents import StoredAssessment
from app.web.request import database
from app.web.request.services import questionnaire


def build_scorecard(stored: StoredAssessment) -> Scorecard:
    """Score what is stored; interim until Complete is pressed."""
    return scorecard.build(questionnaire(), stored.assessment, completed=stored.complete)


def load_peer_snapshot(assessment: Assessment, *, complete: bool) -> Snapshot | None:
    """Read what is published of an assessment’s peers; of an interim one nothing is asked."""
    profile = assessment.profile
    if not complete:
        return None
    cell = Cell(profile.organisation_type, profile.size_band)
    return snapshots.read_snapshot_for_cell(database.reading(), assessment.version, profile.variant, cell)
