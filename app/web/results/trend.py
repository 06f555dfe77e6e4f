"""What changed since the last round of the same variant, and the scores of all rounds, in words."""

from typing import Any

from app.maturity.rounds.comparison import compare_rounds
from app.maturity.rounds.round import RoundAnswers, round_answers
from app.maturity.rounds.trend import build_trend
from app.report.rounds.change_words import ChangeWords, describe_change, describe_trend
from app.web.request.services import versions
from app.web.results.results_view import ResultsView
from app.web.results.shown_results import EarlierRounds, ShownResults


def trend_values(shown: ShownResults, view: ResultsView) -> dict[str, Any]:
    """Return what the page on changes shows besides the results."""
    rounds, card = shown.rounds, view.card
    trend = build_trend(rounds.closed, card.assessment.profile.variant, card.questionnaire)
    return {"change": _change(rounds, view), "trend_table": describe_trend(trend, view.wording)}


def _change(rounds: EarlierRounds, view: ResultsView) -> ChangeWords | None:
    compared = rounds.compared
    if compared is None:
        return None
    questionnaire = versions().for_assessment(compared.assessment)
    before = RoundAnswers(questionnaire, compared.assessment, compared.summary.scores)
    comparison = compare_rounds(before, round_answers(view.card))
    return describe_change(comparison, compared.summary, view.wording)
