"""The facts of a recommendation in one line, wherever it stands."""

from app.figures.roadmap import horizon
from app.maturity.recommendation import Recommendation
from app.translations.wording import Wording
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.text.style import FACTS, FACTS_OF_GATE


def recommendation_facts(each: Recommendation, wording: Wording, *others: str) -> Paragraph:
    """Say whether it is a failing gate, others, who, by when and what is won."""
    said = [
        *others,
        wording.owner_name(each.question.owner),
        due_words(each, wording),
        gain_words(each, wording),
    ]
    if each.gate:
        said.insert(0, wording._("Failing gate"))
    return Paragraph(" · ".join(said), FACTS_OF_GATE if each.gate else FACTS)


def due_words(each: Recommendation, wording: Wording) -> str:
    """Say the part of the roadmap and the effort of a recommendation."""
    return f"{horizon(each.horizon_days, wording)} ({wording.effort_name(each.effort)})"


def gain_words(each: Recommendation, wording: Wording) -> str:
    """Say how much overall readiness a recommendation wins."""
    return wording._("+%(gain)s points of readiness") % {"gain": wording.format_decimal(each.gain)}
