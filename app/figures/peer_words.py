"""The words for peers on pages and in PDFs: cohorts, counts, values and positions."""

from app.maturity.peers.cohort import Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.position import CohortStanding, MeasureStanding, Position
from app.maturity.peers.rules import (
    HIGHEST_PUBLISHED,
    LOWEST_PUBLISHED,
    MINIMUM_COHORT,
    MINIMUM_NEARBY,
    NEARBY_POINTS,
    QUARTILES_FROM,
)
from app.maturity.peers.snapshot import CohortFigures
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import N_
from app.translations.organisations import SIZE_NAMES, TYPE_NAMES
from app.translations.wording import Wording

POSITIONS = {
    Position.BELOW_MEDIAN: N_("below the median"),
    Position.AT_MEDIAN: N_("at the median"),
    Position.ABOVE_MEDIAN: N_("above the median"),
    Position.LOWEST_QUARTER: N_("in the lowest quarter"),
    Position.SECOND_QUARTER: N_("in the second-lowest quarter, below the median"),
    Position.MIDDLE_HALF: N_("in the middle half"),
    Position.THIRD_QUARTER: N_("in the second-highest quarter, above the median"),
    Position.HIGHEST_QUARTER: N_("in the highest quarter"),
}


def cohort_name(cohort: Cohort, wording: Wording) -> str:
    """Return the name of a cohort, which is its definition."""
    _ = wording._
    if not cohort.organisation_type:
        return _("All organisations")
    kind = {"type": _(TYPE_NAMES[cohort.organisation_type])}
    if not cohort.size_band:
        return _("Organisations of type “%(type)s”") % kind
    return _("Organisations of type “%(type)s”, %(size)s") % {**kind, "size": _(SIZE_NAMES[cohort.size_band])}


def cohort_size(n: int, wording: Wording) -> str:
    """Return how many organisations contributed; ``n`` is already rounded down."""
    return wording._("at least %(n)s organisations") % {"n": n}


def cohort_size_and_month(n: int, month: str, wording: Wording) -> str:
    """Return how many organisations contributed, and the month of publication."""
    counted = cohort_size(n, wording)
    words = {"count": counted[0].upper() + counted[1:], "month": month}
    return wording._("%(count)s, as published in %(month)s") % words


def withheld_measures(cohort: CohortStanding, wording: Wording) -> tuple[str, ...]:
    """Return the names of the measures for which a published cohort is still too small."""
    shown = {each.measure for each in cohort.standings}
    missing = (each for each in measures_in_order(wording.questionnaire) if each not in shown)
    return tuple(measure_name(each, wording) for each in missing)


def measure_name(measure: str, wording: Wording) -> str:
    """Return the name of overall readiness or of a domain, by its letter."""
    if measure == OVERALL:
        return wording._("Overall readiness")
    return f"{measure} {wording.text(wording.questionnaire.domain(measure).name)}"


def measures_in_order(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return overall readiness and the letters of the domains, in the questionnaire’s order."""
    return (OVERALL, *(domain.letter for domain in questionnaire.domains))


def median_text(figures: CohortFigures, wording: Wording) -> str:
    """Return the median, or the reason why there is none."""
    return _value(figures.median, wording)


def quartile_text(figures: CohortFigures, value: int | None, wording: Wording) -> str:
    """Return a quartile of a cohort, or the reason why there is none."""
    if figures.n < QUARTILES_FROM:
        return wording._("too few peers")
    return _value(value, wording)


def position_text(standing: MeasureStanding, wording: Wording) -> str:
    """Return the position, or the reason why there is none."""
    _ = wording._
    if standing.own is None:
        return _("you have no score")
    return _(POSITIONS[standing.position]) if standing.position else _("no value published")


def finding(cohorts: tuple[CohortStanding, ...], wording: Wording) -> str:
    """Return a sentence on the position of overall readiness in the smallest published cohort."""
    _ = wording._
    if not cohorts:
        return _("Not enough peers to compare with")
    smallest = cohorts[-1]
    overall = smallest.standings[0]
    sentence = _("%(cohort)s: no position for overall readiness")
    if overall.position:
        sentence = _("%(cohort)s: your overall readiness is %(position)s")
    return sentence % {
        "cohort": cohort_name(smallest.cohort, wording),
        "position": position_text(overall, wording),
    }


def reading_notes(wording: Wording) -> tuple[str, ...]:
    """Return the notes on how to read the figures of peers, for pages and PDFs."""
    _ = wording._
    numbers = {"minimum": MINIMUM_COHORT, "quartiles": QUARTILES_FROM}
    values = {
        "nearby": wording.number_word(MINIMUM_NEARBY),
        "points": wording.number_word(NEARBY_POINTS),
        "lowest": LOWEST_PUBLISHED,
        "highest": HIGHEST_PUBLISHED,
    }
    return (
        _(
            "Peers are organisations that completed the same assessment (full or quick, same"
            " version) on this installation and chose to share their rounded scores. All figures come from"
            " scores that organisations really shared; each set of scores is called a contribution."
        ),
        _(
            "A cohort is a group of organisations, for example all suppliers. The median is the score in "
            "the middle of a cohort; the median and the two quartiles divide it into four equal parts. A "
            "cohort is published once it has %(minimum)s contributions, its quartiles once it has "
            "%(quartiles)s, and never where the scores of fewer than %(minimum)s organisations could be "
            "worked out by comparing it with another cohort or an earlier month."
        )
        % numbers,
        _(
            "Values are published in steps of five, and only if at least %(nearby)s contributions"
            " are within %(points)s points of the value; otherwise the table says “no value”."
            " %(lowest)s means %(lowest)s or less, %(highest)s means %(highest)s or more."
        )
        % values,
        _(
            "A position says between which published values your own rounded score lies. As these"
            " values are rounded, each quarter holds about a quarter of the peers."
        ),
    )


def _value(points: int | None, wording: Wording) -> str:
    _ = wording._
    if points is None:
        return _("no value")
    if points <= LOWEST_PUBLISHED:
        return _("%(points)s or less") % {"points": points}
    return _("%(points)s or more") % {"points": points} if points >= HIGHEST_PUBLISHED else str(points)
