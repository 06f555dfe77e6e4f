"""The words of a trend: its finding, like for like, and the rounds and days that its chart names."""

from collections.abc import Iterable

from app.figures.chart import Chart
from app.figures.domains import name_or_count
from app.figures.rounds.trend import TrendWords, overall_line
from app.maturity.questionnaire import Domain
from app.maturity.rounds.change import Change
from app.maturity.rounds.history import RoundHistory
from app.maturity.rounds.round import Round
from app.maturity.rounds.trend import TrendPoint
from app.translations.dates import format_day, format_month
from app.translations.wording import Wording


def describe_trend(history: RoundHistory, wording: Wording) -> TrendWords | None:
    """Return the words of a trend, or None if there is none."""
    trend = history.trend
    if trend is None:
        return None
    days = [format_day(each.completed_on, wording.language) for each in (trend.first, trend.last)]
    rounds = tuple(_round_name(point, wording) for point in trend.overall)
    return TrendWords(trend_finding(history, wording), rounds, *days)


def trend_finding(history: RoundHistory, wording: Wording) -> str:
    """Return the change from the first round to the last, like for like, and what gained or lost most."""
    _, trend, headline = wording._, history.trend, history.headline
    if trend is None:
        return ""
    if headline is None:
        return _("The first and the last round have no practice in common, so no change is shown")
    since = _since(trend.first, trend.last, wording)
    if headline.versions_differ:
        since = _("%(since)s, on the practices that both rounds share") % {"since": since}
    sentence = change_since(headline.change, since, wording)
    furthest = headline.gained_most if headline.change.exact >= 0 else headline.lost_most
    return with_furthest(sentence, headline.change, furthest, wording)


def draw_overall(history: RoundHistory, wording: Wording, width: float) -> Chart | None:
    """Return the line of overall readiness over all rounds, or None without a trend."""
    words = describe_trend(history, wording)
    return overall_line(history.trend, words, wording, width=width) if history.trend and words else None


def trend_reading(wording: Wording) -> str:
    """Return how the chart is read, and how its finding is not."""
    return wording._(
        "Scores of every round of the same assessment (full or quick), as shown at the time: overall"
        " readiness, and below it each domain, all from 0 to 100. The sentence above counts only the"
        " practices that the first and the last round share."
    )


def change_since(change: Change, since: str, wording: Wording) -> str:
    """Return a change in points, and since when."""
    _ = wording._
    words = {"points": wording.format_points(abs(change.rounded)), "since": since}
    if change.rounded > 0:
        return _("Up %(points)s %(since)s") % words
    if change.rounded < 0:
        return _("Down %(points)s %(since)s") % words
    if not change.exact:
        return _("No change %(since)s") % words
    sentence = (
        _("Up less than half a point %(since)s")
        if change.exact > 0
        else _("Down less than half a point %(since)s")
    )
    return sentence % words


def with_furthest(sentence: str, change: Change, domains: Iterable[Domain], wording: Wording) -> str:
    """Return a sentence on a change with the domain that gained or lost most; several may be equal."""
    _, names = wording._, [wording.text(each.name) for each in domains]
    if not names:
        return sentence
    if change.exact >= 0:
        one, several = _("%(change)s; %(domain)s gained most"), _("%(change)s; largest rises: %(domains)s")
    else:
        one, several = _("%(change)s; %(domain)s lost most"), _("%(change)s; largest falls: %(domains)s")
    words = {"change": sentence, "domain": names[0], "domains": name_or_count(names, wording)}
    return (one if len(names) == 1 else several) % words


def _since(first: Round, last: Round, wording: Wording) -> str:
    """Return the month of the first round, or its day if the last was completed in the same month."""
    _, day, month = wording._, first.completed_on, f"{first.completed_on:%Y-%m}"
    if month == f"{last.completed_on:%Y-%m}":
        return _("since %(day)s") % {"day": format_day(day, wording.language)}
    return _("since %(month)s") % {"month": format_month(month, wording.language)}


def _round_name(point: TrendPoint, wording: Wording) -> str:
    _, summary = wording._, point.round
    day = format_day(summary.completed_on, wording.language)
    name = _("Round %(number)s, %(day)s") % {"number": summary.number, "day": day}
    if point.other_version:
        return _("%(round)s (version %(version)s)") % {"round": name, "version": summary.version}
    return name
