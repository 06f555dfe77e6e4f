"""The words of a recommendation for people who have to act on it: its day, its cost and today's answer."""

from app.maturity.outlook.next_step import due_day
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.dates import format_day
from app.translations.wording import Wording


def day_words(each: Recommendation, card: Scorecard, wording: Wording) -> str:
    """Return the day by which a recommendation is due, or in how many days if no day of completion is known.

    A document of an interim result names no day: it would be another one with every day of printing.
    """
    if card.completed_on is None:
        return wording._("within %(days)s days") % {"days": each.horizon_days}
    return format_day(due_day(each, card, card.completed_on), wording.language)


def due_words(each: Recommendation, card: Scorecard, wording: Wording) -> str:
    """Return the same for a sentence: “by 1 December 2026”, or “within 30 days”."""
    day = day_words(each, card, wording)
    return wording._("by %(day)s") % {"day": day} if card.completed_on else day


def effort_words(each: Recommendation, wording: Wording) -> str:
    """Return what a recommendation costs in effort, for example “effort: a few days”."""
    return wording._("effort: %(effort)s") % {"effort": wording.effort_name(each.effort)}


def today_words(each: Recommendation, wording: Wording) -> str:
    """Return today's level, or “We don’t know”, which is no level."""
    if each.answer.is_unknown:
        return wording._("We don’t know")
    return wording.level_name(each.level)
