"""The rules by which answers become scores, in words (docs/method.md section 2)."""

from app.maturity.level import THRESHOLDS, Level
from app.translations.numerals import format_decimal
from app.translations.wording import Wording


def scoring_rules(wording: Wording) -> tuple[str, ...]:
    """Return the rules, a paragraph each."""
    _ = wording._
    gates = [each.id for domain in wording.questionnaire.domains for each in domain.questions if each.gate]
    return (
        _("Domain score: 100 × the sum of the levels ÷ (%(highest)s × the applicable answered practices).")
        % {"highest": max(Level)},
        _("Overall readiness: the mean of the domain scores that exist; all domains weigh the same."),
        level_rule(wording),
        _(
            "While one of the must-haves %(gates)s is below %(level)s, the overall level cannot rise above"
            " %(level)s."
        )
        % {"gates": ", ".join(gates), "level": wording.level_name(Level.DEFINED)},
        _("“We don’t know” counts as level 0. “Not applicable” answers are not counted."),
        _("All sums are exact fractions. A number is rounded once, when it is shown; a half is rounded up."),
    )


def level_rule(wording: Wording) -> str:
    """Return which scores have which level."""
    sentence = wording._("Level of a score: %(bands)s, else %(highest)s; tested on the exact value.")
    return sentence % {"bands": _bands(wording), "highest": wording.level_name(max(Level))}


def _bands(wording: Wording) -> str:
    """Return the levels below the highest, each with its upper bound."""
    return ", ".join(
        wording._("below %(threshold)s %(level)s")
        % {"threshold": format_decimal(threshold, 1, wording.language), "level": wording.level_name(level)}
        for level, threshold in enumerate(THRESHOLDS)
    )
