"""What changed since the last round of the same variant: for the present results, and for a closed round."""

from typing import Any

from flask import Blueprint

from app.maturity.rounds.comparison import RoundComparison, compare_rounds
from app.maturity.rounds.round import Round, RoundAnswers, round_answers, rounds_of
from app.maturity.rounds.trend import build_trend
from app.maturity.scorecard import Scorecard
from app.storage.rounds import rounds as stored_rounds
from app.storage.rounds.documents import ComparedRound
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.request import database, language
from app.web.results.results import load_view, render_results
from app.web.results.results_view import ResultsView
from app.web.rounds.change_words import ChangeWords, describe_change, describe_trend
from app.web.rounds.open_round import open_round
from app.web.rounds.round_results import LEFT_OUT, round_values, round_view

bp = Blueprint("trend", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/results/trend")
def trend(id: str) -> str:
    """Show what changed since the last round."""
    opened = access.opened(id, VIEWER)
    view = load_view(opened)
    listed = stored_rounds.list_rounds(database.reading(), opened.key)
    variant = view.card.assessment.profile.variant
    compared = _compared(opened, view.card, rounds_of(listed, variant))
    return render_results(
        "rounds/trend.html", opened, view, "trend", **_values(opened, view, compared, listed)
    )


@bp.get("/rounds/<int:number>/results/trend")
def trend_of_round(id: str, number: int) -> str:
    """Show what had changed when a round was closed."""
    shown = open_round(id, number)
    view = round_view(shown)
    earlier = (*shown.closed.earlier, shown.closed.summary)
    values = round_values(shown) | _values(shown.opened, view, shown.closed.compared, earlier)
    return render_results("rounds/trend.html", shown, view, "trend", without=LEFT_OUT, **values)


def _compared(opened: OpenAssessment, card: Scorecard, same: tuple[Round, ...]) -> ComparedRound | None:
    """Return the round to compare the present answers with: not the one that they are the answers of."""
    if not same:
        return None
    last = stored_rounds.load_round(database.reading(), opened.key, same[-1].number)
    if last.assessment == card.assessment:
        return last.compared
    return ComparedRound(last.summary, last.assessment)


def _values(
    opened: OpenAssessment, view: ResultsView, compared: ComparedRound | None, listed: tuple[Round, ...]
) -> dict[str, Any]:
    questionnaire, variant = view.card.questionnaire, view.card.assessment.profile.variant
    return {
        "change": _words(opened, view, compared),
        "trend_table": describe_trend(build_trend(listed, variant, questionnaire), view.wording),
    }


def _words(opened: OpenAssessment, view: ResultsView, compared: ComparedRound | None) -> ChangeWords | None:
    if compared is None:
        return None
    return describe_change(_comparison(opened, view.card, compared), compared.summary, view.wording)


def _comparison(opened: OpenAssessment, card: Scorecard, compared: ComparedRound) -> RoundComparison:
    questionnaire = opened.versions.for_assessment(compared.assessment)
    before = RoundAnswers(questionnaire, compared.assessment, compared.summary.scores)
    return compare_rounds(before, round_answers(card))
