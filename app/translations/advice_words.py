"""The words for the place of a recommendation in the order of advice, on pages and in PDFs."""

from collections.abc import Iterator

from app.maturity.recommendation import Recommendation
from app.maturity.scoring import CAPPED_LEVEL
from app.translations.wording import Wording


def order_reasons(each: Recommendation, wording: Wording) -> Iterator[str]:
    """Yield the sentences that say why a recommendation comes early, or after another."""
    _ = wording._
    if each.gate:
        sentence = _(
            "It is a must-have that is still missing, and these come first: until it is at level %(level)s,"
            " the overall level cannot rise above %(level)s."
        )
        yield sentence % {"level": wording.level_name(CAPPED_LEVEL)}
    if each.foundation:
        yield _(
            "It is a foundation, on which other practices depend. Right after the must-haves come the"
            " foundations."
        )
    if each.requirements:
        names = [f"{question.id} {wording.text(question.name)}" for question in each.requirements]
        sentence = _("It builds on %(practice)s, which comes first.")
        if len(names) > 1:
            sentence = _("It builds on %(practice)s, which come first.")
        yield sentence % {"practice": _(" and ").join(names)}


def priority_reason(each: Recommendation, wording: Wording) -> str:
    """Return the sentence that says what the priority of a recommendation consists of.

    A practice in one of the first two parts of the order is ranked by it among those of its part only.
    """
    _ = wording._
    among = each.gate or each.foundation
    values = {"levels": each.steps, "effort": wording.effort_name(each.effort)}
    if each.finding is None:
        sentence = _("Its place depends on the levels to go (%(levels)s) and the effort (%(effort)s).")
        if among:
            sentence = _(
                "Among these, its place depends on the levels to go (%(levels)s) and the effort (%(effort)s)."
            )
        return sentence % values
    sentence = _(
        "Its place depends on the levels to go (%(levels)s), the effort (%(effort)s) and the 2012"
        " survey (“%(finding)s”, %(share)s)."
    )
    if among:
        sentence = _(
            "Among these, its place depends on the levels to go (%(levels)s), the effort"
            " (%(effort)s) and the 2012 survey (“%(finding)s”, %(share)s)."
        )
    return sentence % {
        **values,
        "finding": wording.text(each.finding.label),
        "share": wording.text(each.finding.figure.shown),
    }
