"""The chart of a trend: what is joined, what is marked, and what it says."""

from dataclasses import replace
from datetime import date, timedelta

from app.figures.chart import Chart, Dot, Polygon, Polyline
from app.figures.rounds.trend import TrendWords, overall_line, trend_chart
from app.maturity.rounds.history import RoundHistory
from app.maturity.rounds.trend import Trend, TrendPoint
from app.report.rounds.trend_words import describe_trend
from tests.figures.cast import wording_in
from tests.figures.cast_rounds import MOST, history

ENGLISH = wording_in("en")


def shown(rounds: RoundHistory) -> tuple[Trend, TrendWords]:
    words = describe_trend(rounds, ENGLISH)
    assert rounds.trend is not None
    assert words is not None
    return rounds.trend, words


def line(trend: Trend, words: TrendWords) -> Chart:
    return overall_line(trend, words, ENGLISH, width=120)


def lines(chart: Chart) -> list[Polyline]:
    return [each for each in chart.primitives if isinstance(each, Polyline)]


def marks(chart: Chart, kind: type[Dot | Polygon]) -> int:
    return len([each for each in chart.primitives if isinstance(each, kind)])


def with_points(trend: Trend, points: list[TrendPoint]) -> Trend:
    return replace(trend, overall=tuple(points))


def test_a_score_is_drawn_at_its_exact_height() -> None:
    trend, words = shown(history(5))

    (drawn,) = lines(line(trend, words))

    # The plot of the board’s line reaches from 13, which is 100 points, to 39.
    expected = [39 - 26 * float(each.score.exact) / 100 for each in trend.overall if each.score]
    assert [round(y, 6) for _x, y in drawn.points] == [round(y, 6) for y in expected]


def test_rounds_are_as_far_apart_as_their_days() -> None:
    trend, words = shown(history(3))
    begin = date(2026, 1, 1)
    points = [
        replace(point, round=replace(point.round, completed_on=begin + timedelta(days=days)))
        for point, days in zip(trend.overall, (0, 10, 40), strict=True)
    ]

    (drawn,) = lines(line(with_points(trend, points), words))

    # From 10 to 110, a quarter of the time is a quarter of the way.
    assert [x for x, _y in drawn.points] == [10, 35, 110]


def test_rounds_of_one_day_stand_beside_one_another() -> None:
    trend, words = shown(history(3))
    points = [
        replace(point, round=replace(point.round, completed_on=date(2026, 1, 1))) for point in trend.overall
    ]

    (drawn,) = lines(line(with_points(trend, points), words))

    assert [x for x, _y in drawn.points] == [10, 60, 110]


def test_a_round_without_a_score_is_not_bridged() -> None:
    trend, words = shown(history(5))
    points = [
        replace(point, score=None) if place == 2 else point for place, point in enumerate(trend.overall)
    ]

    drawn = lines(line(with_points(trend, points), words))

    assert [len(each.points) for each in drawn] == [2, 2]


def test_another_version_is_dashed_hollow_and_explained() -> None:
    trend, words = shown(history(5, upgraded=2))

    chart = line(trend, words)

    # Rounds 1 and 2 are of version 1.0: dashed from 1 to 3, then plain to 5; then the sample of the key.
    assert [(len(each.points), bool(each.dash)) for each in lines(chart)] == [
        (3, True),
        (3, False),
        (2, True),
    ]
    assert (marks(chart, Polygon), marks(chart, Dot)) == (2 + 1, 3)
    assert "another version of the questionnaire" in [each.text for each in chart.labels]


def test_rounds_of_one_version_need_no_key() -> None:
    chart = line(*shown(history(5)))

    assert marks(chart, Polygon) == 0
    assert "another version of the questionnaire" not in [each.text for each in chart.labels]


def test_there_is_a_line_for_each_domain_and_a_row_for_each_round() -> None:
    trend, words = shown(history(MOST))

    chart = trend_chart(trend, words, ENGLISH)

    assert len(lines(chart)) == 1 + 9
    assert len(chart.table.rows) == MOST
    assert chart.table.header == ("Round", "Overall", *"GIASPCELV")
    last = [trend.overall[-1], *(each.points[-1] for each in trend.domains)]
    assert chart.table.rows[-1][1:] == tuple(str(each.score.rounded) for each in last if each.score)


def test_the_drawing_is_named_after_what_it_is_and_its_finding_stands_apart() -> None:
    trend, words = shown(history(5))

    chart = trend_chart(trend, words, ENGLISH)

    assert chart.title == "Scores of 5 rounds, drawn as lines"
    assert (
        f"Overall readiness from {chart.table.rows[0][1]} to {chart.table.rows[-1][1]}" in chart.description
    )
    assert words.finding.startswith("Up ")


def test_the_line_alone_says_in_its_name_what_it_shows() -> None:
    trend, words = shown(history(5))
    rows = line(trend, words).table.rows

    said = f"Overall readiness over 5 rounds, from {rows[0][1]} to {rows[-1][1]}"
    assert line(trend, words).title == said


def test_a_domain_without_any_score_has_a_note() -> None:
    trend, words = shown(history(3))
    first, *others = trend.domains
    empty = replace(first, points=tuple(replace(point, score=None) for point in first.points))

    chart = trend_chart(replace(trend, domains=(empty, *others)), words, ENGLISH)

    assert [each.text for each in chart.labels].count("No score") == 1
    assert len(lines(chart)) == 1 + 8
