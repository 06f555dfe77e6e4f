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
        yield _("It is a foundation that other practices rest on, so it comes early, whatever its effort.")
    if each.requirements:
        names = [f"{question.id} {wording.text(question.name)}" for question in each.requirements]
        sentence = _("It builds on %(practice)s, which comes first.")
        if len(names) > 1:
            sentence = _("It builds on %(practice)s, which come first.")
        yield sentence % {"practice": _(" and ").join(names)}
