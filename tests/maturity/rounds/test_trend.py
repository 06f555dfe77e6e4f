from fractions import Fraction

from app.maturity.rounds.comparison import compare_rounds
from app.maturity.rounds.round import Round
from app.maturity.rounds.trend import Trend, TrendHeadline, TrendPoint, build_trend, find_headline
from tests.build import a_questionnaire, answers
from tests.maturity.rounds.build import NEW, OLD, a_round, compared, every, some


def a_trend(*rounds: Round, variant: str = "full") -> Trend:
    trend = build_trend(rounds, variant, NEW if rounds[-1].version == NEW.version else OLD)
    assert trend is not None
    return trend


def shown(points: tuple[TrendPoint, ...]) -> list[int | None]:
    return [point.score.rounded if point.score else None for point in points]


def test_a_trend_holds_the_scores_as_each_round_printed_them() -> None:
    # G3 is not asked by the newer version: like for like nothing changed, as printed 100/3 became 25.
    first = a_round(1, {**every(1), **answers(G3=2)})
    second = a_round(2, every(1, NEW), NEW)

    trend = a_trend(first, second)

    assert shown(trend.overall) == [28, 25]
    assert shown(trend.domains[0].points) == [33, 25]
    assert (trend.first, trend.last, trend.variant) == (first, second, "full")


def test_rounds_of_the_other_variant_are_left_out() -> None:
    quick = [a_round(number, every(number, variant="quick"), variant="quick") for number in (2, 4)]
    full = [a_round(number, every(number)) for number in (1, 3)]

    assert [point.round.number for point in a_trend(*quick, *full).overall] == [1, 3]
    assert [point.round.number for point in a_trend(*full, *quick, variant="quick").overall] == [2, 4]


def test_a_trend_needs_two_rounds_of_the_variant() -> None:
    full, quick = a_round(1, every(1)), a_round(2, every(2, variant="quick"), variant="quick")

    assert build_trend([full, quick], "full", OLD) is None
    assert build_trend([], "full", OLD) is None
    assert build_trend([full, quick, a_round(3, every(2))], "full", OLD) is not None


def test_rounds_are_in_the_order_of_their_numbers_whatever_the_order_given() -> None:
    trend = a_trend(a_round(7, every(3)), a_round(2, every(1)), a_round(4, every(2)))

    assert shown(trend.overall) == [25, 50, 75]


def test_rounds_of_another_version_than_the_newest_are_marked() -> None:
    trend = a_trend(a_round(1, every(1)), a_round(2, every(1)), a_round(3, every(1, NEW), NEW))

    assert [point.other_version for point in trend.overall] == [True, True, False]
    assert [point.other_version for point in trend.domains[0].points] == [True, True, False]
    assert trend.versions_differ
    assert not a_trend(a_round(1, every(1)), a_round(2, every(1))).versions_differ


def test_the_domains_are_those_of_the_newest_round_and_scores_may_be_missing() -> None:
    not_in_use = {**every(2), **answers(C1="not_applicable", C2="not_applicable")}
    trend = a_trend(a_round(1, not_in_use), a_round(2, every(3, NEW), NEW))

    assert {each.domain.letter: shown(each.points) for each in trend.domains} == {
        "G": [50, 75],
        "C": [None, 75],
        "E": [50, 75],
        "K": [None, 75],
    }


def test_a_domain_that_the_variant_does_not_ask_about_has_no_trend() -> None:
    without_content = a_questionnaire(quick=("G1", "E1"))
    quick = every(1, without_content, "quick")
    rounds = [a_round(number, quick, without_content, variant="quick") for number in (1, 2)]

    trend = build_trend(rounds, "quick", without_content)

    assert trend is not None
    assert [each.domain.letter for each in trend.domains] == ["G", "E"]


def test_the_headline_is_the_like_for_like_change_since_the_earliest_round() -> None:
    # Printed, G fell from 33 to 25, because G3 is no longer asked. Like for like E1 alone rose: one of two
    # shared questions of E, in four domains.
    before = {**every(1), **answers(G3=2)}
    after = {**every(1, NEW), **answers(E1=2)}
    first, last = a_round(1, before), a_round(3, after, NEW)
    trend = a_trend(first, a_round(2, every(4)), last)

    headline = find_headline(trend, compare_rounds(some(before), some(after, NEW)))

    assert isinstance(headline, TrendHeadline)
    assert headline.since == first
    assert headline.change.exact == Fraction(25, 8)
    assert [domain.letter for domain in headline.gained_most] == ["E"]
    assert headline.lost_most == ()
    assert headline.versions_differ


def test_a_fall_names_the_domain_that_lost_most() -> None:
    before, after = every(2), {**every(2), **answers(C1=0, E1=1)}
    trend = a_trend(a_round(1, before), a_round(2, after))

    headline = find_headline(trend, compared(before, after))

    assert headline is not None
    assert headline.change.exact < 0
    assert (headline.gained_most, [domain.letter for domain in headline.lost_most]) == ((), ["C"])
    assert not headline.versions_differ


def test_without_a_shared_question_there_is_no_headline() -> None:
    trend = a_trend(a_round(1, every(1)), a_round(2, every(1)))

    assert find_headline(trend, compared(answers(G1=1), answers(G2=1))) is None
