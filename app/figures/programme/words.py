"""The words for organisations side by side: what stands in the cells of tables, and what is found."""

from app.figures.domains import name_or_count
from app.maturity.level import Level
from app.maturity.programme.distribution import Distribution
from app.maturity.programme.programme import STATES
from app.maturity.programme.progress import ProgrammeProgress
from app.maturity.programme.side_by_side import Comparison
from app.maturity.questionnaire import Question
from app.maturity.rounds.change import Change
from app.maturity.score import Score
from app.translations.programme_words import STATE_NAMES
from app.translations.wording import Wording

_REACHED, _OPEN = "●", "○"
_MINUS = "\u2212"


def level_mark(level: Level) -> str:
    """Return a level as four circles, of which as many are filled: told apart without any colour."""
    return _REACHED * level + _OPEN * (max(Level) - level)


def score_words(score: Score | None, level: Level | None, wording: Wording) -> str:
    """Return a score with its level: “54 Defined”; or that there is none."""
    if score is None or level is None:
        return wording._("No score")
    return f"{score.rounded} {wording.level_name(level)}"


def change_words(change: Change | None) -> str:
    """Return a change in whole points with its sign, “+3” or “−2”; a dash if there is none to show."""
    if change is None:
        return "–"
    sign = {1: "+", -1: _MINUS}.get((change.rounded > 0) - (change.rounded < 0), "")
    return f"{sign}{abs(change.rounded)}"


def measure_words(distribution: Distribution, wording: Wording) -> str:
    """Return the name of what a distribution measures."""
    if distribution.domain is None:
        return wording._("Overall readiness")
    return f"{distribution.domain.letter} {wording.text(distribution.domain.name)}"


def practice_words(question: Question, wording: Wording) -> str:
    """Return the id and the name of a practice."""
    return f"{question.id} {wording.text(question.name)}"


def distribution_finding(comparison: Comparison, wording: Wording) -> str:
    """Return a sentence on the median of overall readiness, and on the domains at both ends."""
    _, overall = wording._, comparison.overall
    if not overall.scores:
        return _("No organisation has submitted a score yet")
    if overall.median is None:
        sentence = _("One organisation has submitted: its overall readiness is %(score)s of 100 points")
        return sentence % {"score": overall.scores[0].rounded}
    values = {"count": len(overall.scores), "median": overall.median.rounded}
    sentence = _("The median overall readiness of %(count)s organisations is %(median)s of 100 points")
    return sentence % values


def ends_words(comparison: Comparison, wording: Wording) -> str:
    """Return which domains have the highest and the lowest median, empty if all are equal or none has one."""
    medians = {
        each.domain: each.median.rounded for each in comparison.distributions if each.domain and each.median
    }
    if len(set(medians.values())) < len(_ENDS):
        return ""
    high, low = max(medians.values()), min(medians.values())
    names = {
        end: name_or_count(
            [wording.text(each.name) for each, value in medians.items() if value == end], wording
        )
        for end in (high, low)
    }
    sentence = wording._(
        "The highest median of a domain is %(high)s (%(highest)s), the lowest is %(low)s (%(lowest)s)."
    )
    return sentence % {"high": high, "highest": names[high], "low": low, "lowest": names[low]}


_ENDS = ("highest", "lowest")


def progress_words(progress: ProgrammeProgress, wording: Wording) -> str:
    """Return how many organisations are invited, and how many are in each state."""
    _ = wording._
    counts = wording.join_items(
        wording.label_value(_(STATE_NAMES[state]), str(progress.counts[state])) for state in STATES
    )
    invited = _("One organisation is invited")
    if progress.invited != 1:
        invited = _("%(count)s organisations are invited") % {"count": progress.invited}
    return f"{invited}. {counts}."


def below_words(below: int, of: int, wording: Wording) -> str:
    """Return how many of the organisations that a practice applies to are below target: “12 of 20”."""
    return wording._("%(count)s of %(asked)s") % {"count": below, "asked": of}
