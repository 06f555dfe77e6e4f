"""The words for a staff pulse on pages and in PDFs: shares, intervals, verdicts and groups."""

from collections.abc import Iterator
from fractions import Fraction

from app.maturity.pulse.counting import FUNCTION, MINIMUM_SHOWN, NO_GROUP, SENIORITY
from app.maturity.pulse.disclosure import MINIMUM_PEOPLE
from app.maturity.pulse.intervals import Interval
from app.maturity.pulse.results import OptionResult, QuestionResult, Share, SurveyComparison, Verdict
from app.maturity.pulse.suggestion import Invited
from app.maturity.score import half_up
from app.translations.numerals import format_fixed
from app.translations.wording import Wording


def grouping_names(wording: Wording) -> dict[str, str]:
    """Return the groupings of a pulse with their names."""
    _ = wording._
    return {
        "": _("No groups: everybody together"),
        SENIORITY: _("By seniority"),
        FUNCTION: _("By function"),
    }


def invited_names(wording: Wording) -> dict[Invited, str]:
    """Return the answers to who was invited, in words."""
    _ = wording._
    return {
        "everyone": _("Everyone who works for us"),
        "most": _("Most of the people who work for us: more than half"),
        "fewer": _("Fewer people, or I do not know"),
    }


def group_names(wording: Wording) -> dict[str, str]:
    """Return the groups that colleagues can choose, with their names."""
    _ = wording._
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


def _verdicts(wording: Wording) -> dict[Verdict, str]:
    _ = wording._
    return {
        "higher": _("higher than in the 2012 survey"),
        "lower": _("lower than in the 2012 survey"),
        "unclear": _("no clear difference from the 2012 survey"),
    }


def format_percent(part: Fraction | float, wording: Wording) -> str:
    """Return a share from 0 to 1 as a whole percentage, rounded half up."""
    number = int(half_up(100 * Fraction(part)))
    return f"{number}\u00a0%" if wording.language == "fr" else f"{number}%"


def share_text(share: Share, wording: Wording) -> str:
    """Return a share with its count and its interval."""
    return wording._("%(share)s (%(count)s of %(n)s), interval %(interval)s") % {
        "share": format_percent(share.exact, wording),
        "count": share.count,
        "n": share.n,
        "interval": interval_text(share.interval, wording),
    }


def interval_text(interval: Interval, wording: Wording) -> str:
    """Return the interval of a share."""
    return wording._("%(lower)s to %(upper)s") % {
        "lower": format_percent(interval.lower, wording),
        "upper": format_percent(interval.upper, wording),
    }


def survey_text(comparison: SurveyComparison, wording: Wording) -> str:
    """Return the figure that the survey published, with its interval."""
    values = {
        "shown": wording.text(comparison.figure.shown),
        "interval": interval_text(comparison.survey, wording),
    }
    return wording._("%(shown)s, interval %(interval)s") % values


def difference_text(comparison: SurveyComparison, wording: Wording) -> str:
    """Return the interval of the difference in percentage points, to one decimal."""
    bounds = {
        "lower": _points(comparison.difference.lower, wording),
        "upper": _points(comparison.difference.upper, wording),
    }
    return wording._("%(lower)s to %(upper)s points") % bounds


def no_figure_note(wording: Wording) -> str:
    """Return the note on an answer for which the survey has no figure."""
    return wording._("no figure published in 2012")


def finding(result: QuestionResult, wording: Wording) -> str:
    """Return a sentence on the first answer for which the survey has a figure, else on the first answer."""
    first = next((each for each in result.options if each.comparison), None)
    if first is None or first.comparison is None:
        first = result.options[0]
        return wording._("%(label)s: %(share)s") % {
            "label": wording.text(first.label),
            "share": format_percent(first.share.exact, wording),
        }
    return wording._("%(label)s: %(share)s, beside %(shown)s in 2012: %(verdict)s") % {
        "label": wording.text(first.label),
        "share": format_percent(first.share.exact, wording),
        "shown": wording.text(first.comparison.figure.shown),
        "verdict": _verdicts(wording)[first.comparison.verdict],
    }


def verdict_text(option: OptionResult, wording: Wording) -> str:
    """Return the verdict on an answer, or the note that the survey has no figure for it."""
    return _verdicts(wording)[option.comparison.verdict] if option.comparison else no_figure_note(wording)


def group_name(group: str, wording: Wording) -> str:
    """Return the name of a group, also of those who named no group."""
    return wording._("No group named") if group == NO_GROUP else group_names(wording)[group]


def reading_notes(wording: Wording) -> tuple[str, ...]:
    """Return the notes on how far the results can be trusted, for pages and PDFs."""
    _ = wording._
    return (
        _(
            "Each share is shown with its 95% interval: the range in which the share of all your people would"
            " probably lie if those who answered had been chosen at random. This is not a random sample;"
            " people chose to answer."
        ),
        _(
            "A verdict says “higher” or “lower” only if the interval of the difference does not"
            " include zero. With %(minimum)s answers, even %(all_but_one)s of %(minimum)s may be"
            " no clear difference, and one verdict in twenty can be chance."
        )
        % {
            "minimum": wording.number_word(MINIMUM_SHOWN),
            "all_but_one": wording.number_word(MINIMUM_SHOWN - 1),
        },
        *_band_notes(wording),
        _(
            "The survey’s answers that have no published figure are compared with nothing. “Don’t know”"
            " counts as an answer; a question left blank does not."
        ),
        _("We cannot stop someone answering twice."),
    )


def _band_notes(wording: Wording) -> Iterator[str]:
    """Return the note on hostile comment: its share was published in words, which stand for a band."""
    for option in (option for question in wording.questionnaire.opinions for option in question.options):
        if option.figure and option.drawn_as:
            lowest, highest = (format_percent(Fraction(edge, 100), wording) for edge in option.drawn_as)
            yield wording._(
                "For hostile comment only “%(published)s” was published: the verdict says “higher” or “lower”"
                " only if that holds beside %(lowest)s and beside %(highest)s."
            ) % {"published": wording.text(option.figure.shown), "lowest": lowest, "highest": highest}


def earlier_groups_note(wording: Wording) -> str:
    """Return the reason why the groups shown are those of an earlier closing."""
    return wording._(
        "These results of groups are from an earlier closing. Adding the answers that have come since then"
        " could single out fewer than %(minimum)s people."
    ) % {"minimum": wording.number_word(MINIMUM_PEOPLE)}


def no_groups_note(wording: Wording) -> str:
    """Return the reason why no group is shown."""
    return wording._(
        "No group’s results can be shown: each group shown needs at least %(minimum)s answers, and the"
        " others together at least %(minimum)s, or none."
    ) % {"minimum": wording.number_word(MINIMUM_SHOWN)}


def too_few_answers_note(wording: Wording) -> str:
    """Return the reason why a question is not shown."""
    sentence = wording._("Fewer than %(minimum)s answered this question, so nothing of it is shown.")
    return sentence % {"minimum": wording.number_word(MINIMUM_SHOWN)}


def _points(part: float, wording: Wording) -> str:
    points = half_up(100 * Fraction(part), 1)
    sign = "+" if points > 0 else "−" if points < 0 else ""
    # Always with one decimal: beside −11.4 a bare −47 looks less exact.
    return sign + format_fixed(abs(points), 1, wording.language)
