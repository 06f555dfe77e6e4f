from dataclasses import replace

from app.figures import pulse_words
from app.figures.chart import Dot, Line, Polygon, Rectangle
from app.figures.palette import ACCENT, INK
from app.figures.pulse import group_table, pulse_shares, pulse_table
from app.maturity.pulse.intervals import Interval
from app.maturity.pulse.results import QuestionResult
from tests.figures.cast import pulse, wording_in

# The wide plot: 204 is none, 390 is all.
LEFT, ROOM = 204, 186


def result(id: str, n: int = 35, grouping: str = "") -> QuestionResult:
    return next(each for each in pulse(n, grouping).shown_questions if each.question.id == id)


def test_each_share_is_a_dot_at_its_place_on_its_interval() -> None:
    chart = pulse_shares(result("O1"), wording_in("en"))
    dots = [each for each in chart.primitives if isinstance(each, Dot)][1:]
    reaches = [each for each in chart.primitives if isinstance(each, Line) and each.colour == ACCENT][1:]

    shares = [answer.share for answer in result("O1").options]
    assert [round((dot.x - LEFT) / ROOM, 6) for dot in dots] == [round(float(s.exact), 6) for s in shares]
    ends = [(round((r.x1 - LEFT) / ROOM, 6), round((r.x2 - LEFT) / ROOM, 6)) for r in reaches]
    assert ends == [(round(s.interval.lower, 6), round(s.interval.upper, 6)) for s in shares]


def test_the_survey_differs_in_shape_and_not_only_in_colour() -> None:
    chart = pulse_shares(result("O1"), wording_in("en"))
    diamonds = [each for each in chart.primitives if isinstance(each, Polygon)][1:]

    middles = [round((each.points[0][0] - LEFT) / ROOM, 6) for each in diamonds]
    assert middles == [0.62, 0.4, 0.09]


def test_a_share_published_in_words_is_a_band_and_not_a_number() -> None:
    chart = pulse_shares(result("O3"), wording_in("en"))
    [band] = [each for each in chart.primitives if isinstance(each, Rectangle) and each.fill == INK]

    assert (round((band.x - LEFT) / ROOM, 6), round(band.width / ROOM, 6)) == (0.3, 0.07)
    assert "33" not in " ".join(label.text for label in chart.labels) + chart.description


def test_an_answer_without_a_figure_has_a_note() -> None:
    rows = {row[0]: row for row in pulse_table(result("O4"), wording_in("en")).rows}

    assert rows["No"][2:] == ("no figure published in 2012", "", "")
    assert rows["Yes"][4] == "higher than in the 2012 survey"


def test_a_table_has_count_share_interval_difference_and_verdict() -> None:
    first = pulse_table(result("O1"), wording_in("en")).rows[0]

    # 21 of 35: Wilson 0.4357 to 0.7445; Newcombe beside 62 of 100: -0.2068 to 0.1545.
    assert first == (
        "Very important or essential",
        "60% (21 of 35), interval 44% to 74%",
        "62%, interval 52% to 71%",
        "−20.7 to +15.5 points",
        "no clear difference from the 2012 survey",
    )


def test_groups_have_their_numbers_and_intervals() -> None:
    table = group_table(result("O1", 120, "seniority"), wording_in("en"))

    assert table.header[1] == "Top management or command (30)"
    # A narrow column breaks a cell only between the share and its interval.
    assert table.rows[0][1] == "60% (42%\u00a0to\u00a075%)"


def test_both_ends_of_a_difference_have_one_decimal() -> None:
    comparison = result("O1").options[0].comparison
    assert comparison is not None

    whole = replace(comparison, difference=Interval(-0.47, 0.2))

    assert pulse_words.difference_text(whole, wording_in("en")) == "−47.0 to +20.0 points"
    assert pulse_words.difference_text(whole, wording_in("fr")) == "−47,0 à +20,0 points"
