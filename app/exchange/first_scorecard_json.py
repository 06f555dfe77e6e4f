"""scorecard.json as 1.0.0 wrote it, to check the PDFs of that release.

1.0.0 ranked recommendations by gain × importance / effort, and knew neither foundations nor requirements.
"""

from fractions import Fraction

from app.exchange import canonical_json, scorecard_json
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard

_LATER_KEYS = ("foundation", "steps", "builds_on")
_HORIZON_OF_EFFORT = {1: 30, 2: 90, 4: 180}


def write(scorecard: Scorecard) -> bytes:
    """Write a scorecard in the form and with the order of recommendations of 1.0.0."""
    file = scorecard_json.as_dict(scorecard)
    file["recommendations"] = [_recommendation(each) for each in _ranked(scorecard)]
    return canonical_json.write_line(file)


def _ranked(scorecard: Scorecard) -> list[Recommendation]:
    recommended = {each.question.id: each for each in scorecard.recommendations}
    asked = scorecard.questionnaire.questions_in(scorecard.assessment.profile.variant)
    in_order = [recommended[question.id] for question in asked if question.id in recommended]
    return sorted(in_order, key=lambda each: (not each.gate, -_priority(each)))


def _priority(each: Recommendation) -> Fraction:
    return each.gain * each.importance / each.effort


def _recommendation(each: Recommendation) -> dict[str, object]:
    entry = scorecard_json.recommendation_entry(each)
    kept = {key: value for key, value in entry.items() if key not in _LATER_KEYS}
    days = 30 if each.gate else _HORIZON_OF_EFFORT[each.effort]
    return kept | {"priority": str(_priority(each)), "horizon_days": days}
