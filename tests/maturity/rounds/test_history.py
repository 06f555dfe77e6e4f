from datetime import date
from fractions import Fraction

from app.maturity.plan.action import Action
from app.maturity.rounds.history import NO_HISTORY, PastRound, RoundHistory, build_history
from app.maturity.scorecard import Scorecard
from tests.build import answers
from tests.maturity.rounds.build import NEW, OLD, a_card, a_past_round, a_round, every

# Nine questions of the older version, all at level 1, then C1 at 3, then E1 at 4 as well.
FIRST, SECOND, THIRD = ({**every(1), **changed} for changed in ({}, answers(C1=3), answers(C1=3, E1=4)))
ONE, TWO = a_past_round(1, FIRST), a_past_round(2, SECOND)


def moved(history: RoundHistory) -> list[str]:
    return [each.question.id for each in history.comparison.moved] if history.comparison else []


def drawn(history: RoundHistory) -> list[int]:
    return [each.round.number for each in history.trend.overall] if history.trend else []


def closed(card: Scorecard, *, first: PastRound | None) -> RoundHistory:
    earlier = [ONE.summary, TWO.summary]
    return build_history(card, earlier, compared=TWO, first=first, own=a_round(3, THIRD))


def test_a_first_result_has_no_history() -> None:
    assert build_history(a_card(FIRST), (), compared=None) == NO_HISTORY
    assert not NO_HISTORY.has_changes


def test_a_round_of_another_variant_alone_is_listed_and_not_compared() -> None:
    quick = a_round(1, every(2, variant="quick"), variant="quick")

    history = build_history(a_card(FIRST), [quick], compared=None)

    assert history.earlier == (quick,)
    assert (history.comparison, history.trend) == (None, None)


def test_what_changed_is_since_the_last_round_and_the_headline_since_the_first() -> None:
    history = closed(a_card(THIRD), first=ONE)

    assert history.since == TWO.summary
    assert moved(history) == ["E1"]
    assert drawn(history) == [1, 2, 3]
    assert history.headline is not None
    assert history.headline.since == ONE.summary
    # C1: 2 of 8 levels of one of three domains, E1: 3 of 12 of another.
    assert history.headline.change.exact == Fraction(100, 3) * (Fraction(2, 8) + Fraction(3, 12))


def test_an_open_result_is_not_in_the_trend_but_compared_with_its_last_round() -> None:
    earlier = [ONE.summary, TWO.summary]

    history = build_history(a_card(THIRD, on=None), earlier, compared=TWO, first=ONE)

    assert moved(history) == ["E1"]
    assert drawn(history) == [1, 2]
    assert history.headline is not None
    assert history.headline.change.exact == Fraction(100, 3) * Fraction(2, 8)


def test_with_one_round_before_an_open_result_there_is_no_trend_yet() -> None:
    history = build_history(a_card(SECOND, on=None), [a_round(1, FIRST)], compared=ONE)

    assert history.has_changes
    assert (history.trend, history.headline) == (None, None)


def test_the_second_round_is_compared_with_the_first_for_both() -> None:
    history = build_history(a_card(SECOND), [a_round(1, FIRST)], compared=ONE, own=a_round(2, SECOND))

    assert history.headline is not None
    assert history.comparison is not None
    assert history.headline.change == history.comparison.change


def test_the_trend_of_an_open_result_of_a_newer_version_is_that_of_its_last_round() -> None:
    earlier = [ONE.summary, TWO.summary]

    history = build_history(
        a_card(every(1, NEW), NEW, on=None),
        earlier,
        compared=TWO,
        first=ONE,
    )

    assert history.trend is not None
    assert [each.domain.letter for each in history.trend.domains] == [each.letter for each in OLD.domains]
    assert not history.trend.versions_differ


def test_actions_done_after_the_day_of_the_earlier_round_are_named_in_order() -> None:
    def action(id: str, done_on: date | None) -> Action:
        return Action(id, "Do it", "en", state="done" if done_on else "doing", done_on=done_on)

    # Round 1 was completed on 1 January.
    plan = (
        action("late", date(2026, 3, 1)),
        action("before", date(2025, 12, 31)),
        action("same-day", date(2026, 1, 1)),
        action("early", date(2026, 1, 2)),
        action("open", None),
    )

    history = build_history(a_card(SECOND), [ONE.summary], compared=ONE, plan=plan)

    assert [each.id for each in history.done] == ["early", "late"]
