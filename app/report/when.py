"""By when something is due."""

from app.figures.roadmap import horizon
from app.maturity.recommendation import Recommendation
from app.report.voice import Voice


def due(each: Recommendation, voice: Voice) -> str:
    """Say the part of the roadmap and the effort of a recommendation."""
    return f"{horizon(each.horizon_days, voice._)} ({voice.effort(each.effort)})"
