from collections.abc import Callable

import pytest

from app.maturity.peers import rules
from tests.attack import coordinator, plots, sybils
from tests.attack.inference import LEAST_RANGE, Watcher
from tests.attack.plots import Draw, Plot
from tests.attack.stage import Act, Piecemeal, play

Patch = Callable[[pytest.MonkeyPatch], None]


def without_change_rule(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "may_change", lambda differing: True)


def without_return_rule(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "count_changed_people", lambda replaced, left, came: replaced + left + came)


def without_complement_rule(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "without_small_remainder", lambda sizes, shown, minimum: shown)


def without_quartile_rule(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "has_quartiles", lambda n: True)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(
    "draw", [plots.first_publication, plots.newcomer, plots.rejoiner, plots.small_sibling]
)
def test_every_honest_score_keeps_a_range_of_twenty(draw: Draw, seed: int) -> None:
    plot = plots.drawn(draw, seed)

    assert Watcher(plot.acts, plot.truth).exposed() == ()


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("draw", [plots.visitor, plots.many_days])
def test_every_honest_score_keeps_a_range_of_twenty_for_days(draw: Draw, seed: int) -> None:
    plot = plots.drawn(draw, seed)

    assert Watcher(plot.acts, plot.truth).exposed() == ()


@pytest.mark.parametrize(
    ("take_away", "draw", "seed", "secret"),
    [
        (without_change_rule, plots.newcomer, 20, "newcomer"),
        (without_return_rule, plots.rejoiner, 426, "newcomer"),
        (without_complement_rule, plots.small_sibling, 249, "sibling"),
        (without_quartile_rule, plots.first_publication, 24, "honest-0"),
    ],
)
def test_without_one_of_the_rules_a_secret_is_exposed(
    take_away: Patch, draw: Draw, seed: int, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot = plots.drawn(draw, seed)

    assert Watcher(plot.acts, plot.truth).hides((secret, 0))
    take_away(monkeypatch)
    assert not Watcher(plot.acts, plot.truth).hides((secret, 0))


def test_cohorts_that_are_published_by_themselves_disclose_one() -> None:
    plot = plots.drawn(plots.visitor, 567)

    assert Watcher(plot.acts, plot.truth).hides(("visitor", 0))
    assert not Watcher(plot.acts, plot.truth, Piecemeal).hides(("visitor", 0))


def test_nine_sybils_infer_the_only_other_score() -> None:
    assert len(sybils.possible(0, 1)) < 20


def test_a_coordinator_who_knows_nineteen_of_twenty_may_narrow_the_last_to_five_scores() -> None:
    assert len(coordinator.possible(14, known=19, others=1)) == 5


def test_a_coordinator_who_knows_half_of_twenty_narrows_none_of_the_others() -> None:
    assert min(len(coordinator.possible(seed, known=10, others=10)) for seed in range(4)) >= LEAST_RANGE


def test_four_colluders_do_not_infer_any_of_six_others_by_daily_queries() -> None:
    plot = Plot()
    for number in range(6):
        plot.honest(0, f"honest-{number}", plots.SUPPLIER, 48 + number)
    for day, point in enumerate(range(0, 101, 10)):
        plot.collude(day, plots.SUPPLIER, [point, point, 0, 100])

    seen = play(plot.acts, plot.truth)

    # Four receipts never suffice, so that every day but the first shows what the first did.
    assert seen[0] is not None
    assert set(map(id, seen)) == {id(seen[0])}


def test_a_search_without_a_result_does_not_count_as_a_hidden_score() -> None:
    # Nine of ten are known, and the median of all is published as 55: so the tenth is between 45 and 54.
    known = [40] * 4 + [60] * 5
    acts = [Act(0, f"known-{number}", plots.SUPPLIER, score) for number, score in enumerate(known)]
    watcher = Watcher([*acts, Act(0, "tenth", plots.SUPPLIER)], {("tenth", 0): 50})

    assert not watcher.hides(("tenth", 0))
    assert [score for score in range(101) if watcher.may_be(("tenth", 0), score)] == list(range(45, 55))


def test_of_six_beside_four_colluders_the_one_that_stays_while_five_go_down_is_narrowed() -> None:
    # The method's numbers allow it (docs/peers.md): the colluders make the lowest two the median, then the
    # highest two, and nine of ten changed in between.
    plot = Plot()
    for number in range(5):
        plot.honest(0, f"honest-{number}", plots.SUPPLIER, 50)
    plot.honest(0, "sixth", plots.SUPPLIER, 45)
    plot.collude(0, plots.SUPPLIER, [0] * 4)
    for number in range(5):
        plot.honest(1, f"honest-{number}", plots.SUPPLIER, 40)
    plot.collude(1, plots.SUPPLIER, [100] * 4)
    watcher = Watcher(plot.acts, plot.truth)

    assert [score for score in range(101) if watcher.may_be(("sixth", 0), score)] == list(range(40, 55))
