"""The rounds before a result: what changed since, and the trend of its variant."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.maturity.plan.plan import Plan
from app.maturity.plan.progress import done_after
from app.maturity.rounds.comparison import RoundComparison, compare_rounds
from app.maturity.rounds.round import Round, RoundAnswers, round_answers
from app.maturity.rounds.trend import Trend, TrendHeadline, build_trend, find_headline
from app.maturity.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class PastRound:
    """A closed round with its answers."""

    summary: Round
    answers: RoundAnswers


@dataclass(frozen=True)
class RoundHistory:
    """The rounds closed before a result, and what changed since the latest of its variant.

    ``own`` is the round that the result closed. ``compared`` is the latest earlier round of its variant,
    ``first`` the earliest if that is another. ``trend`` holds the closed rounds of the variant, ``own``
    included. Its ``headline`` is None if the first and the last share no question. ``done`` holds the actions
    that were done after the day of ``compared``, in the order of their days.
    """

    earlier: tuple[Round, ...] = ()
    own: Round | None = None
    compared: PastRound | None = None
    first: PastRound | None = None
    comparison: RoundComparison | None = None
    trend: Trend | None = None
    headline: TrendHeadline | None = None
    done: Plan = ()

    @property
    def closed(self) -> tuple[Round, ...]:
        """Return the rounds of every variant, that of the result included if it is closed."""
        return (*self.earlier, self.own) if self.own else self.earlier

    @property
    def since(self) -> Round | None:
        """Return the latest earlier round of the variant."""
        return self.compared.summary if self.compared else None

    @property
    def has_changes(self) -> bool:
        """Return whether there is anything to tell: an earlier round of the variant."""
        return self.comparison is not None


NO_HISTORY = RoundHistory()


def build_history(
    card: Scorecard,
    earlier: Iterable[Round],
    *,
    compared: PastRound | None,
    first: PastRound | None = None,
    own: Round | None = None,
    plan: Plan = (),
) -> RoundHistory:
    """Return the history of a result.

    ``compared`` is the latest earlier round of its variant, ``first`` the earliest if that is another.
    ``own`` is the round that the result closed, ``plan`` the plan of its day.
    """
    before = tuple(earlier)
    if compared is None:
        return RoundHistory(before, own)
    now = round_answers(card)
    comparison = compare_rounds(compared.answers, now)
    rounds = (*before, own) if own else before
    newest = card.questionnaire if own else compared.answers.questionnaire
    trend = build_trend(rounds, card.assessment.profile.variant, newest)
    headline = None
    if trend:
        whole = comparison
        if first or not own:
            whole = compare_rounds((first or compared).answers, now if own else compared.answers)
        headline = find_headline(trend, whole)
    done = done_after(plan, compared.summary.completed_on)
    return RoundHistory(before, own, compared, first, comparison, trend, headline, done)
