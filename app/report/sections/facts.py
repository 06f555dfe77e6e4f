"""The facts of a recommendation: owner, day, effort and gain."""

from app.figures.roadmap import horizon
from app.maturity.recommendation import Recommendation
from app.translations.wording import Wording
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.text.style import FACTS, FACTS_OF_GATE


def recommendation_facts(each: Recommendation, wording: Wording, *others: str) -> Paragraph:
    """Return the facts in one line: failing gate, ``others``, owner, day, effort and gain."""
    facts = [
        *others,
        wording.owner_name(each.question.owner),
        due_words(each, wording),
        gain_words(each, wording),
    ]
    if each.gate:
        facts.insert(0, wording._("Failing gate"))
    return Paragraph(" · ".join(facts), FACTS_OF_GATE if each.gate else FACTS)


def due_words(each: Recommendation, wording: Wording) -> str:
    """Return the horizon and the effort of a recommendation."""
    return f"{horizon(each.horizon_days, wording)} ({wording.effort_name(each.effort)})"


def gain_words(each: Recommendation, wording: Wording) -> str:
    """Return the points of overall readiness that a recommendation gains."""
    return wording._("+%(gain)s points of readiness") % {"gain": wording.format_decimal(each.gain)}
