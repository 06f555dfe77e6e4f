"""A closed pulse beside the 2012 survey: shares, intervals and verdicts (docs/method.md section 3.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from app.maturity.opinions import CombinedFigure, OpinionOption, OpinionQuestion
from app.maturity.pulse.counting import GROUPS, NO_GROUP, PublishedQuestion, Tally
from app.maturity.pulse.intervals import Interval, newcombe, wilson
from app.maturity.score import half_up
from app.maturity.survey import Figure
from app.maturity.text import Text

Verdict = Literal["higher", "lower", "unclear"]


@dataclass(frozen=True, slots=True)
class SurveyComparison:
    """A share beside a figure of the survey.

    ``survey`` is the interval of the survey’s figure, ``difference`` that of the pulse minus the survey; both
    are proportions. For a figure that was published only in words they cover every share that the words can
    stand for, and ``difference`` excludes zero only if it does so for each of these shares.
    """

    figure: Figure
    survey: Interval
    difference: Interval

    @property
    def verdict(self) -> Verdict:
        """Return "higher" or "lower" if the difference excludes zero, else "unclear"."""
        if self.difference.excludes_zero:
            return "higher" if self.difference.lower > 0 else "lower"
        return "unclear"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the ``n`` people who answered chose an option, or one of several."""

    count: int
    n: int

    @property
    def exact(self) -> Fraction:
        """Return the share as a proportion, 0 to 1."""
        return Fraction(self.count, self.n)

    @property
    def interval(self) -> Interval:
        """Return Wilson’s interval of the share."""
        return wilson(self.count, self.n)


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One option, or several taken together: the share, and the survey’s figure if there is one.

    ``drawn_as`` is the band of percentages in which a figure published only in words is drawn. ``groups``
    holds the shares of the shown groups.
    """

    tokens: tuple[str, ...]
    label: Text
    share: Share
    comparison: SurveyComparison | None
    note: Text | None
    drawn_as: tuple[int, int] | None
    groups: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question of a closed pulse; ``n`` is None and there are no options while too few people answered."""

    question: OpinionQuestion
    n: int | None
    options: tuple[OptionResult, ...]
    groups: Mapping[str, int]
    groups_are_earlier: bool

    @property
    def compared_options(self) -> tuple[OptionResult, ...]:
        """Return the options that have a figure of the survey."""
        return tuple(each for each in self.options if each.comparison)


@dataclass(frozen=True, slots=True)
class PulseResult:
    """All questions of a closed pulse; ``grouping`` is empty, ``seniority`` or ``function``."""

    grouping: str
    questions: tuple[QuestionResult, ...]

    @property
    def shown_questions(self) -> tuple[QuestionResult, ...]:
        """Return the questions that enough people answered."""
        return tuple(each for each in self.questions if each.n is not None)


def build_results(
    questions: Sequence[OpinionQuestion],
    published: Mapping[str, PublishedQuestion],
    grouping: str,
    survey_n: int,
) -> PulseResult:
    """Compare the published counts of a pulse with the survey.

    ``published`` is held by opinion id. ``survey_n`` is the least number of people whom the survey asked.
    """
    results = tuple(
        _question(question, _ordered(published.get(question.id, PublishedQuestion()), grouping), survey_n)
        for question in questions
    )
    return PulseResult(grouping, results)


def compare_with_figure(
    share: Share, figure: Figure, drawn_as: tuple[int, int] | None, survey_n: int
) -> SurveyComparison | None:
    """Compare a share with a figure of the survey; return None if the figure has neither a share nor a band.

    ``drawn_as`` is the band, in percent, of a figure that was published only in words: both ends are
    compared.
    """
    band = drawn_as or (figure.share, figure.share)
    counts = [int(half_up(Fraction(p * survey_n, 100))) for p in band if p is not None]
    if not counts:
        return None
    low, *_, high = counts
    survey = wilson(low, survey_n).hull(wilson(high, survey_n))
    difference = newcombe(share.count, share.n, low, survey_n).hull(
        newcombe(share.count, share.n, high, survey_n)
    )
    return SurveyComparison(figure, survey, difference)


def _ordered(published: PublishedQuestion, grouping: str) -> PublishedQuestion:
    """Return the published counts with the groups in the order of the form."""
    shown = {
        group: published.groups[group] for group in (*GROUPS[grouping], NO_GROUP) if group in published.groups
    }
    return replace(published, groups=shown)


def _question(question: OpinionQuestion, published: PublishedQuestion, survey_n: int) -> QuestionResult:
    total = published.total
    if total is None:
        return QuestionResult(question, None, (), {}, groups_are_earlier=False)
    several = [_option(each, None, total, published.groups, survey_n) for each in question.combined]
    single = [_option(each, each.drawn_as, total, published.groups, survey_n) for each in question.options]
    groups = {group: tally.n for group, tally in published.groups.items()}
    return QuestionResult(question, total.n, (*several, *single), groups, published.groups_are_earlier)


def _option(
    option: OpinionOption | CombinedFigure,
    drawn_as: tuple[int, int] | None,
    total: Tally,
    groups: Mapping[str, Tally],
    survey_n: int,
) -> OptionResult:
    whole = _share(total, option.tokens)
    figure = option.figure
    return OptionResult(
        tokens=option.tokens,
        label=option.label,
        share=whole,
        comparison=compare_with_figure(whole, figure, drawn_as, survey_n) if figure else None,
        note=option.note,
        drawn_as=drawn_as,
        groups={group: _share(tally, option.tokens) for group, tally in groups.items()},
    )


def _share(tally: Tally, tokens: tuple[str, ...]) -> Share:
    return Share(tally.count(tokens), tally.n)
