"""What changed since the last round of the same variant: for the present results, and for a closed round."""

from typing import Any

from flask import Blueprint

from app.maturity.rounds.comparison import compare_rounds
from app.maturity.rounds.round import Round, RoundAnswers, round_answers
from app.maturity.rounds.trend import build_trend
from app.storage.rounds import rounds as stored_rounds
from app.storage.rounds.documents import ComparedRound
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.request import database, language
from app.web.results.results import load_view, render_results
from app.web.results.results_view import ResultsView
from app.web.rounds.change_words import ChangeWords, describe_change, describe_trend
from app.web.rounds.open_round import find_closed, open_round
from app.web.rounds.round_results import LEFT_OUT, round_values, round_view

bp = Blueprint("trend", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/results/trend")
def trend(id: str) -> str:
    """Show what changed since the last round."""
    opened = access.opened(id, VIEWER)
    view = load_view(opened)
    connection, assessment = database.reading(), view.card.assessment
    listed, closed = stored_rounds.list_rounds(connection, opened.key), find_closed(opened, assessment)
    # An assessment that is a round already is compared with the one before.
    variant = assessment.profile.variant
    compared = (
        closed.compared if closed else stored_rounds.load_compared(connection, opened.key, listed, variant)
    )
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
    questionnaire = opened.versions.for_assessment(compared.assessment)
    before = RoundAnswers(questionnaire, compared.assessment, compared.summary.scores)
    comparison = compare_rounds(before, round_answers(view.card))
    return describe_change(comparison, compared.summary, view.wording)
