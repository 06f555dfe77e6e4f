from itertools import combinations

from app.figures.chart import Label, Line, Rectangle
from app.figures.labels import avoid_overlaps, bounds, fit_between, overlaps, shift
from app.figures.palette import ACCENT, INK
from tests.figures.all_charts import all_charts


def a_label(x: float, y: float, text: str = "Defined") -> Label:
    return Label(x, y, text, 10, INK)


def test_no_two_labels_of_any_chart_touch() -> None:
    collisions = [
        (one.text, other.text, chart.title)
        for chart in all_charts()
        for one, other in combinations(chart.labels, 2)
        if overlaps(one.box, other.box)
    ]

    assert collisions == []


def test_every_label_lies_within_its_chart() -> None:
    outside = [
        (label.text, chart.title)
        for chart in all_charts()
        for label in chart.labels
        if min(label.box) < 0 or label.box[2] > chart.width or label.box[3] > chart.height
    ]

    assert outside == []


def test_no_label_lies_on_a_bar() -> None:
    on_bars = [
        (label.text, chart.title)
        for chart in all_charts()
        for bar in chart.primitives
        if isinstance(bar, Rectangle) and bar.fill == ACCENT
        for label in chart.labels
        if overlaps(label.box, (bar.x, bar.y, bar.x + bar.width, bar.y + bar.height))
    ]

    assert on_bars == []


def test_no_label_lies_on_a_target_tick() -> None:
    on_ticks = [
        (label.text, chart.title)
        for chart in all_charts()
        for tick in chart.primitives
        if isinstance(tick, Line) and tick.colour == INK and tick.x1 == tick.x2
        for label in chart.labels
        if overlaps(label.box, (tick.x1 - 1, tick.y1, tick.x1 + 1, tick.y2))
    ]

    assert on_ticks == []


def test_a_label_that_would_touch_an_earlier_one_moves_below_it() -> None:
    first, second = avoid_overlaps([(a_label(0, 10),), (a_label(5, 12),)])

    assert (first.y, second.box[1]) == (10, first.box[3])


def test_labels_that_do_not_touch_are_not_moved() -> None:
    given = [(a_label(0, 10),), (a_label(100, 10),)]

    assert avoid_overlaps(given) == (a_label(0, 10), a_label(100, 10))


def test_a_group_of_labels_moves_together() -> None:
    _, first, second = avoid_overlaps([(a_label(0, 10),), (a_label(0, 10), a_label(0, 20))])

    assert second.y - first.y == 10


def test_a_label_beyond_an_edge_is_moved_inside() -> None:
    left = fit_between((a_label(-8, 10),), 0, 200)
    right = fit_between((a_label(190, 10),), 0, 200)

    assert (bounds(left)[0], round(bounds(right)[2], 6)) == (0, 200)


def test_a_label_moved_below_another_is_free_of_it_at_every_size() -> None:
    # The edge that it is moved to is a sum of decimals, which binary numbers round up or down.
    blocked = []
    for tenths in range(70, 150):
        upper, lower = (
            Label(50, 59, "Inexistant", tenths / 10, INK),
            Label(52, 59, "Ponctuel", tenths / 10, INK),
        )
        moved = shift((lower,), 0.0, upper.box[3] - lower.box[1])
        if overlaps(bounds(moved), upper.box):
            blocked.append(tenths)

    assert blocked == []
