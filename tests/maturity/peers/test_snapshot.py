import random
from fractions import Fraction
from statistics import quantiles

import pytest

from app.maturity.peers.cohort import ALL, Cell, Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.snapshot import CohortFigures
from tests.maturity.peers.build import MEDIA, SUPPLIER, a_contribution, first_snapshot, next_snapshot, several

SUPPLIERS = Cohort("supplier")
TWENTY = [50] * 5 + [60] * 5 + [70] * 5 + [80] * 5


def independent(scores: list[int]) -> CohortFigures:
    """Return the figures of scores as the standard library computes them."""

    def published(value: Fraction) -> int | None:
        rounded = min(range(0, 101, 5), key=lambda step: (abs(step - value), -step))
        near = [score for score in scores if rounded - 5 <= score <= rounded + 5]
        return sorted((10, rounded, 90))[1] if len(near) >= 5 else None

    lower, median, upper = map(published, quantiles(map(Fraction, scores), n=4, method="inclusive"))
    n = len(scores) // 5 * 5
    return CohortFigures(n, median, lower, upper) if len(scores) >= 20 else CohortFigures(n, median)


def test_figures_equal_an_independent_computation_on_a_thousand_cohorts() -> None:
    random_values = random.Random(5)  # noqa: S311  no secret
    count = 0
    for _ in range(1000):
        centre, width = random_values.randint(0, 100), random_values.choice((5, 15, 50, 100))
        n = random_values.choice((10, 11, 19, 20, 21, 22, 23, random_values.randint(10, 200)))
        scores = [max(0, min(100, random_values.randint(centre - width, centre + width))) for _ in range(n)]

        figures = first_snapshot(several(scores)).figures[SUPPLIER][OVERALL]

        assert figures == independent(scores), scores
        count += sum(value is not None for value in (figures.lower, figures.median, figures.upper))
    assert count > 1000


def test_nine_contributions_have_no_figures() -> None:
    assert first_snapshot(several([50] * 9)).figures == {}


def test_ten_give_a_median_and_twenty_the_quartiles() -> None:
    assert first_snapshot(several([50] * 10)).figures[ALL] == {OVERALL: CohortFigures(10, 50)}
    # 4.75, 9.5 and 14.25 of 0 to 19: between 50 and 60 at three quarters of the way, and so on.
    assert first_snapshot(several(TWENTY)).figures[ALL] == {OVERALL: CohortFigures(20, 65, 60, 75)}


def test_a_domain_that_applies_to_nine_is_not_shown_where_the_cohort_is() -> None:
    nine = {number: a_contribution(50, G=40, C=40) for number in range(9)}

    figures = first_snapshot({**nine, 9: a_contribution(50, C=40)}).figures[SUPPLIER]

    assert figures == {OVERALL: CohortFigures(10, 50), "C": CohortFigures(10, 40)}


def test_the_complement_rule_holds_in_each_domain() -> None:
    suppliers = {f"s{number}": a_contribution(50, SUPPLIER, G=40) for number in range(10)}
    media = {f"m{number}": a_contribution(50, MEDIA, **({"G": 40} if number else {})) for number in range(10)}

    snapshot = first_snapshot({**suppliers, **media})

    # Of ten media nine have a score in G: with suppliers shown, all less suppliers would be those nine.
    assert snapshot.shown_cohorts(OVERALL) == {ALL, SUPPLIERS, SUPPLIER, Cohort("media"), MEDIA}
    assert snapshot.shown_cohorts("G") == {ALL}


def test_a_domain_is_shown_only_where_the_cohort_is() -> None:
    # Everybody but the suppliers has no score in G, so that G alone would leave nothing to hide.
    suppliers = {number: a_contribution(50, SUPPLIER, G=40) for number in range(15)}

    snapshot = first_snapshot({**suppliers, **several([50] * 3, MEDIA)})

    assert snapshot.shown_cohorts(OVERALL) == snapshot.shown_cohorts("G") == {ALL}


def test_the_first_snapshot_needs_nothing_before_it() -> None:
    everyone = several([50] * 10)

    assert next_snapshot(None, {}, everyone) == first_snapshot(everyone)


def test_nothing_is_published_while_there_is_nothing_to_show() -> None:
    assert next_snapshot(None, {}, several([50] * 9)) is None


@pytest.mark.parametrize(("changed", "replaced"), [(8, False), (9, True)])
def test_a_snapshot_is_replaced_when_nine_receipts_differ(changed: int, replaced: bool) -> None:
    before = several([50] * 20)
    after = before | several([60] * changed)

    assert (next_snapshot(first_snapshot(before), before, after) is not None) is replaced


def test_a_snapshot_stays_when_nothing_differs() -> None:
    before = several([50] * 20)

    assert next_snapshot(first_snapshot(before), before, dict(before)) is None


def test_a_snapshot_is_replaced_though_its_figures_are_the_same() -> None:
    before = several([50] * 20)
    after = before | several([51] * 9)

    assert next_snapshot(first_snapshot(before), before, after) == first_snapshot(before)


def test_one_cohort_with_too_few_changes_keeps_all_figures_as_they_are() -> None:
    before = {**several([50] * 20), **several([50] * 20, MEDIA)}
    enough, too_few = several([60] * 9), several([60] * 8, MEDIA)

    assert next_snapshot(first_snapshot(before), before, {**before, **enough}) is not None
    assert next_snapshot(first_snapshot(before), before, {**before, **enough, **too_few}) is None


def test_a_small_cohort_that_grew_stays_hidden_while_the_last_snapshot_would_disclose_it() -> None:
    before = {**several([50] * 18), **several([50], MEDIA)}
    grown = before | several([50] * 9, MEDIA, "more")

    # All were 19, of which 18 suppliers are as they were: beside them the one media would be disclosed.
    second = next_snapshot(first_snapshot(before), before, grown)
    assert first_snapshot(before).shown_cohorts(OVERALL) == {ALL}
    assert first_snapshot(grown).shown_cohorts(OVERALL) == {ALL, SUPPLIERS, SUPPLIER, Cohort("media"), MEDIA}
    assert second is not None
    assert second.shown_cohorts(OVERALL) == {ALL}


def test_it_is_shown_once_the_groups_around_it_have_changed_as_well() -> None:
    before = {**several([50] * 18), **several([50], MEDIA)}
    grown = before | several([50] * 9, MEDIA, "more") | several([60] * 9)

    second = next_snapshot(first_snapshot(before), before, grown)

    assert second is not None
    assert second.shown_cohorts(OVERALL) == {ALL, SUPPLIERS, SUPPLIER, Cohort("media"), MEDIA}


def test_a_cohort_that_shrank_keeps_its_figures_while_the_others_would_disclose_it() -> None:
    before = {**several([50] * 18), **several([50] * 12, MEDIA)}
    left = {receipt: each for receipt, each in before.items() if each.cell == SUPPLIER}
    shrunk = left | several([50], MEDIA)

    # All are 19 now, of which 18 suppliers are as they were published.
    assert next_snapshot(first_snapshot(before), before, shrunk) is None
    second = next_snapshot(first_snapshot(before), before, shrunk | several([60] * 9))
    assert second is not None
    assert second.shown_cohorts(OVERALL) == {ALL}


def test_nine_that_differ_are_published_though_their_scores_in_a_domain_are_equal_by_chance() -> None:
    before = {number: a_contribution(50, G=40) for number in range(20)}
    nine = {number: a_contribution(60, G=50 if number else 40) for number in range(9)}

    assert next_snapshot(first_snapshot(before), before, before | nine) is not None


def test_a_domain_in_which_eight_differ_keeps_all_figures_as_they_are() -> None:
    before = {number: a_contribution(50, G=40) if number < 12 else a_contribution(50) for number in range(30)}
    eight = {number: a_contribution(50, G=40) for number in range(12, 20)}
    one = {29: a_contribution(60)}

    # In all they are nine who differ, in the domain eight.
    assert next_snapshot(first_snapshot(before), before, before | eight | one) is None


def test_a_cohort_that_fell_below_ten_disappears_with_the_next_snapshot_only() -> None:
    before = several([50] * 12)
    eight_left = dict(list(before.items())[:4])

    assert next_snapshot(first_snapshot(before), before, eight_left) is None
    fewer = dict(list(before.items())[:3])
    assert next_snapshot(first_snapshot(before), before, fewer) == first_snapshot(fewer)
    assert first_snapshot(fewer).figures == {}


def test_a_larger_minimum_withdraws_figures_at_once() -> None:
    everyone = several([50] * 12)

    assert next_snapshot(first_snapshot(everyone), everyone, everyone, 15) == first_snapshot({}, 15)


def test_the_smallest_cell_is_shown_beside_siblings_that_are_all_shown() -> None:
    cells = (Cell("supplier", "1_49"), Cell("supplier", "50_249"), Cell("media", "1_49"))
    everyone = {key: each for cell in cells for key, each in several([50] * 10, cell, repr(cell)).items()}

    assert first_snapshot(everyone).shown_cohorts(OVERALL) == {ALL, SUPPLIERS, Cohort("media"), *cells}
