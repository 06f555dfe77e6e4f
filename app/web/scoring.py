"""The scorecard of a stored assessment, and the published figures of its peers."""

from app.maturity import scorecard
from app.maturity.answers import Assessment
from app.maturity.peers.cohort import Cell
from app.maturity.peers.snapshot import Snapshot
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import Scorecard
from app.storage.peers import snapshots
from app.storage.peers.edition import Edition
from app.storage.sealing.documents import StoredAssessment
from app.web.request import database


def build_scorecard(questionnaire: Questionnaire, stored: StoredAssessment) -> Scorecard:
    """Return the scorecard of a stored assessment; it is interim until the assessment is complete."""
    return scorecard.build(questionnaire, stored.assessment, completed=stored.complete)


def load_peer_snapshot(assessment: Assessment, *, complete: bool) -> Snapshot | None:
    """Return what is published of an assessment’s peers; an interim assessment has none."""
    profile = assessment.profile
    if not complete:
        return None
    cell = Cell(profile.organisation_type, profile.size_band)
    return snapshots.read_snapshot_for_cell(
        database.reading(), Edition(assessment.version, profile.variant), cell
    )
