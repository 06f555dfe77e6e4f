"""The facts of a recommendation: owner, day, effort and gain, each after its label."""

from app.figures.palette import WARNING
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.task_words import day_words
from app.translations.wording import Wording
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.text.style import FACTS


def recommendation_facts(each: Recommendation, scorecard: Scorecard, wording: Wording) -> Paragraph:
    """Return the facts in one line: a missing must-have, owner, day and effort, and gain."""
    _ = wording._
    labelled = (
        (_("Owner"), wording.owner_name(each.question.owner)),
        (_("By when"), day_words(each, scorecard, wording)),
        (_("Effort"), wording.effort_name(each.effort)),
        (_("Gain"), gain_words(each, wording)),
    )
    missing = _("Must-have still missing")
    spans = [Span(f"{missing} · ", strong=True, colour=WARNING)] if each.gate else []
    for number, (label, value) in enumerate(labelled):
        start, _value, end = wording.label_value(label, "\0").partition("\0")
        # A line is broken between two facts only.
        start, value = _unbroken(start), _unbroken(f"{value}{end}")
        spans += [Span(f"{' · ' if number else ''}{start}", strong=True), Span(value)]
    return Paragraph(spans, FACTS)


def _unbroken(words: str) -> str:
    return words.replace(" ", "\u00a0")


def gain_words(each: Recommendation, wording: Wording) -> str:
    """Return the points of overall readiness that a recommendation gains."""
    return f"+{wording.format_points(each.gain)}"
