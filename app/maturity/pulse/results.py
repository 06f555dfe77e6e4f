"""A closed pulse beside the 2012 survey: shares, intervals and verdicts (docs/method.md section 3.2)."""

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

    ``survey`` is the survey’s own interval. Of a figure that was published only in words, ``survey`` and
    ``difference`` reach over all that it may stand for, and ``difference`` excludes zero only if each of
    these does. Intervals are in parts of one.
    """

    figure: Figure
    survey: Interval
    difference: Interval

    @property
    def verdict(self) -> Verdict:
        """Say whether the pulse is higher or lower than the survey, as far as both samples can tell."""
        if self.difference.excludes_zero:
            return "higher" if self.difference.lower > 0 else "lower"
        return "unclear"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those who answered gave an answer, or one of several."""

    count: int
    n: int

    @property
    def exact(self) -> Fraction:
        """Give the share in parts of one."""
        return Fraction(self.count, self.n)

    @property
    def interval(self) -> Interval:
        """Give the share’s own interval."""
        return wilson(self.count, self.n)


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One answer, or several taken together: its share, beside the survey’s figure if there is one.

    ``groups`` holds the shares of the groups that are shown.
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
    """A question of a closed pulse; without answers while too few have come, and ``n`` is then unknown."""

    question: OpinionQuestion
    n: int | None
    options: tuple[OptionResult, ...]
    groups: Mapping[str, int]
    groups_are_earlier: bool

    @property
    def compared_options(self) -> tuple[OptionResult, ...]:
        """List the answers that the survey has a figure for."""
        return tuple(each for each in self.options if each.comparison)


@dataclass(frozen=True, slots=True)
class PulseResult:
    """All questions of a pulse that was closed; ``grouping`` is empty, seniority or function."""

    grouping: str
    questions: tuple[QuestionResult, ...]

    @property
    def shown_questions(self) -> tuple[QuestionResult, ...]:
        """List the questions that enough have answered."""
        return tuple(each for each in self.questions if each.n is not None)


def build_results(
    questions: Sequence[OpinionQuestion],
    published: Mapping[str, PublishedQuestion],
    grouping: str,
    survey_n: int,
) -> PulseResult:
    """Set what was published of a pulse beside the survey, which asked ``survey_n`` people at least."""
    found = tuple(
        _question(question, _ordered(published.get(question.id, PublishedQuestion()), grouping), survey_n)
        for question in questions
    )
    return PulseResult(grouping, found)


def compare_with_figure(
    share: Share, figure: Figure, drawn_as: tuple[int, int] | None, survey_n: int
) -> SurveyComparison | None:
    """Compare a share with a figure; one that was published only in words with both ends of its band."""
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
    """Put the groups into the order in which they are offered."""
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
