"""What an assessment asks of each role that owns practices."""

from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard


def asked_of(card: Scorecard, owner: str) -> tuple[Recommendation, ...]:
    """Return the recommendations of the practices that a role owns, in the order of rank."""
    return tuple(each for each in card.recommendations if each.question.owner == owner)


def count_asked(card: Scorecard) -> dict[str, int]:
    """Return how many recommendations each role has, in the order of the questionnaire’s roles."""
    return {owner: len(asked_of(card, owner)) for owner in card.questionnaire.owners}
