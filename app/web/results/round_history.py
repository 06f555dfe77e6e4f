"""What changed since the rounds that are stored, compared with the questionnaires that are here."""

from app.maturity.plan.plan import Plan
from app.maturity.rounds.history import PastRound, RoundHistory, build_history
from app.maturity.rounds.round import RoundAnswers
from app.maturity.scorecard import Scorecard
from app.storage.rounds import rounds
from app.storage.rounds.documents import ClosedRound
from app.storage.rounds.summaries import ComparedRound
from app.storage.sealing.access_key import AccessKey
from app.web.request import database
from app.web.request.services import versions


def history_of_closed(card: Scorecard, closed: ClosedRound) -> RoundHistory:
    """Return what had changed when a round was closed; later rounds and deletions do not alter it."""
    return build_history(
        card,
        closed.earlier,
        compared=_past(closed.compared),
        first=_past(closed.first),
        own=closed.summary,
        plan=closed.plan,
    )


def history_of_open(card: Scorecard, key: AccessKey, plan: Plan) -> RoundHistory:
    """Return what changed since the closed rounds of an assessment that is not as its last round."""
    connection, variant = database.reading(), card.assessment.profile.variant
    listed = rounds.list_rounds(connection, key)
    return build_history(
        card,
        listed,
        compared=_past(rounds.load_compared(connection, key, listed, variant)),
        first=_past(rounds.load_first(connection, key, listed, variant)),
        plan=plan,
    )


def _past(stored: ComparedRound | None) -> PastRound | None:
    if stored is None:
        return None
    questionnaire = versions().for_assessment(stored.assessment)
    return PastRound(stored.summary, RoundAnswers(questionnaire, stored.assessment, stored.summary.scores))
