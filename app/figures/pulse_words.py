"""A pulse in words: shares, intervals, verdicts and groups as page and PDF write them."""

from collections.abc import Callable
from fractions import Fraction

from app.maturity.pulse.counting import FUNCTION, NO_GROUP, SENIORITY
from app.maturity.pulse.intervals import Interval
from app.maturity.pulse.results import OptionResult, QuestionResult, Share, SurveyComparison, Verdict
from app.maturity.score import half_up
from app.maturity.text import Language
from app.translations.numerals import format_fixed


def grouping_names(_: Callable[[str], str]) -> dict[str, str]:
    """Name what a pulse may be grouped by."""
    return {
        "": _("No groups: everybody together"),
        SENIORITY: _("By seniority"),
        FUNCTION: _("By function"),
    }


def group_names(_: Callable[[str], str]) -> dict[str, str]:
    """Name the groups as colleagues choose them."""
    return {
        "leadership": _("Top management or command"),
        "management": _("Middle management"),
        "team_lead": _("Team lead or first-line supervisor"),
        "staff": _("Nobody reports to me"),
        "communications": _("Communications, marketing or public affairs"),
        "operations": _("Operations, engineering or production"),
        "sales": _("Sales or business development"),
        "security_legal": _("Security, legal or compliance"),
        "support": _("Human resources, finance, IT or other support"),
        "other": _("Another function"),
        NO_GROUP: _("I prefer not to say"),
    }


def _verdicts(_: Callable[[str], str]) -> dict[Verdict, str]:
    return {
        "higher": _("higher than in 2012"),
        "lower": _("lower than in 2012"),
        "unclear": _("no clear difference from 2012"),
    }


def format_percent(part: Fraction | float, language: Language) -> str:
    """Write a part of one as a whole percentage, rounded half up."""
    number = int(half_up(100 * Fraction(part)))
    return f"{number}\u00a0%" if language == "fr" else f"{number}%"


def share_text(of: Share, language: Language, _: Callable[[str], str]) -> str:
    """Write a share with its count and its interval."""
    return _("%(share)s (%(count)s of %(n)s), interval %(interval)s") % {
        "share": format_percent(of.exact, language),
        "count": of.count,
        "n": of.n,
        "interval": interval_text(of.interval, language, _),
    }


def interval_text(of: Interval, language: Language, _: Callable[[str], str]) -> str:
    """Write an interval of a share."""
    return _("%(lower)s to %(upper)s") % {
        "lower": format_percent(of.lower, language),
        "upper": format_percent(of.upper, language),
    }


def survey_text(of: SurveyComparison, language: Language, _: Callable[[str], str]) -> str:
    """Write what the survey published, with the interval around it."""
    values = {"shown": of.figure.shown.in_(language), "interval": interval_text(of.survey, language, _)}
    return _("%(shown)s, interval %(interval)s") % values


def difference_text(of: SurveyComparison, language: Language, _: Callable[[str], str]) -> str:
    """Write the interval of the difference in points, to a tenth."""
    bounds = {
        "lower": _points(of.difference.lower, language),
        "upper": _points(of.difference.upper, language),
    }
    return _("%(lower)s to %(upper)s points") % bounds


def no_figure_note(_: Callable[[str], str]) -> str:
    """Say that the survey says nothing of an answer."""
    return _("no figure published in 2012")


def finding(result: QuestionResult, language: Language, _: Callable[[str], str]) -> str:
    """Say what a question found: its first answer that the survey has a figure for."""
    first = next((each for each in result.options if each.comparison), None)
    if first is None or first.comparison is None:
        return result.question.name.in_(language)
    return _("%(label)s: %(share)s, beside %(shown)s in 2012: %(verdict)s") % {
        "label": first.label.in_(language),
        "share": format_percent(first.share.exact, language),
        "shown": first.comparison.figure.shown.in_(language),
        "verdict": _verdicts(_)[first.comparison.verdict],
    }


def verdict_text(of: OptionResult, _: Callable[[str], str]) -> str:
    """Give the verdict on an answer, or say that there is nothing to hold it against."""
    return _verdicts(_)[of.comparison.verdict] if of.comparison else no_figure_note(_)


def group_name(of: str, _: Callable[[str], str]) -> str:
    """Name a group; who named none is named as such."""
    return _("No group named") if of == NO_GROUP else group_names(_)[of]


def reading_notes(_: Callable[[str], str]) -> tuple[str, ...]:
    """Say how far the results can be trusted, for page and PDF alike."""
    return (
        _(
            "Each share stands with its 95% interval: the range within which the share of everybody like"
            " those who answered would lie, had they been drawn by lot. They were not: who answers a"
            " pulse chooses to."
        ),
        _(
            "A verdict says “higher” or “lower” only if the interval of the difference leaves out zero. At"
            " ten answers even nine of ten may be no clear difference, and one verdict in twenty can be"
            " chance."
        ),
        _(
            "For hostile comment only “about one third” was published: the verdict says “higher” or “lower”"
            " only if that holds beside 30% and beside 37%."
        ),
        _(
            "The survey’s answers that have no published figure are compared with nothing. “Don’t know”"
            " counts as an answer; a question left blank does not."
        ),
        _("Nothing hindered anybody from answering twice."),
    )


def earlier_groups_note(_: Callable[[str], str]) -> str:
    """Say why groups are of an earlier closing."""
    return _(
        "These are the groups of an earlier closing: with the answers that came since, fewer than five people"
        " could be singled out."
    )


def no_groups_note(_: Callable[[str], str]) -> str:
    """Say why no group is shown."""
    return _(
        "No group can be shown: each one shown needs ten answers, and those left out ten together, or none."
    )


def too_few_answers_note(_: Callable[[str], str]) -> str:
    """Say why a question is not shown."""
    return _("Fewer than ten answered this question, so nothing of it is shown.")


def _points(part: float, language: Language) -> str:
    points = half_up(100 * Fraction(part), 1)
    sign = "+" if points > 0 else "−" if points < 0 else ""
    # Always with its tenth: beside −11.4 a bare −47 looks like a figure that is less exact.
    return sign + format_fixed(abs(points), 1, language)
