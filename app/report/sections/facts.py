"""The facts of a recommendation in one line, wherever it stands."""

from app.figures.roadmap import horizon
from app.maturity.recommendation import Recommendation
from app.translations.wording import Voice
from app.typesetting.layout.paragraph import Prose
from app.typesetting.text.style import FACTS, FACTS_OF_GATE


def facts(each: Recommendation, voice: Voice, *others: str) -> Prose:
    """Say whether it is a failing gate, others, who, by when and what is won."""
    said = [*others, voice.owner(each.question.owner), due(each, voice), gain(each, voice)]
    if each.gate:
        said.insert(0, voice._("Failing gate"))
    return Prose(" · ".join(said), FACTS_OF_GATE if each.gate else FACTS)


def due(each: Recommendation, voice: Voice) -> str:
    """Say the part of the roadmap and the effort of a recommendation."""
    return f"{horizon(each.horizon_days, voice._)} ({voice.effort(each.effort)})"


def gain(each: Recommendation, voice: Voice) -> str:
    """Say how much overall readiness a recommendation wins."""
    return voice._("+%(gain)s points of readiness") % {"gain": voice.decimal(each.gain)}
