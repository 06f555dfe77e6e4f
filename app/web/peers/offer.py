"""What an assessment may share with its peers: its complete result, or the last round while one is open."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.maturity import scorecard
from app.maturity.peers.contribution import Contribution, build_contribution
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import Round
from app.storage.assessments import assessments
from app.storage.rounds import rounds
from app.web.access import OpenAssessment
from app.web.scoring import build_scorecard


@dataclass(frozen=True, slots=True)
class Offer:
    """The scores that would be sent, None if there are none, and the version that they were answered in.

    ``round`` is the closed round that they are of while the present one is open, else None.
    """

    contribution: Contribution | None
    questionnaire: Questionnaire = field(repr=False)
    round: Round | None = None


def load_offer(opened: OpenAssessment, connection: Connection) -> Offer:
    """Return what can be shared now."""
    stored = assessments.load(connection, opened.key)
    if not stored.complete:
        listed = rounds.list_rounds(connection, opened.key)
        if listed:
            return _of_round(opened, connection, listed[-1])
    contribution = build_contribution(build_scorecard(opened.questionnaire, stored))
    return Offer(contribution, opened.questionnaire)


def _of_round(opened: OpenAssessment, connection: Connection, last: Round) -> Offer:
    closed = rounds.load_round(connection, opened.key, last.number)
    questionnaire = opened.versions.for_assessment(closed.assessment)
    card = scorecard.build(questionnaire, closed.assessment, completed=True)
    return Offer(build_contribution(card), questionnaire, last)
