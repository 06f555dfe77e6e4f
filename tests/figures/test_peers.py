from dataclasses import replace

import pytest

from app.figures import peer_words
from app.figures.chart import Chart, Line, Polygon
from app.figures.labels import overlaps
from app.figures.palette import ACCENT, INK
from app.figures.peers import peer_bands, peer_table
from app.figures.typography import FULL_WIDTH, PHONE_WIDTH
from app.maturity.peers.cohort import ALL, Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.position import CohortStanding, MeasureStanding, Position
from app.maturity.peers.snapshot import CohortFigures
from app.maturity.text import Language
from app.translations import translator
from app.translations.dates import format_month
from tests.figures.cast import LANGUAGES, card, wording_in
from tests.figures.cast_peers import among_suppliers

# The wide scale: 160 is 0 points, 330 is 100.
LEFT, WIDTH = 160, 170


def a_cohort(
    figures: CohortFigures, own: int | None = 40, position: Position | None = None
) -> CohortStanding:
    """Return a cohort with one measure."""
    return CohortStanding(ALL, figures.n, (MeasureStanding(OVERALL, own, figures, position),))


def uprights(chart: Chart) -> list[float]:
    """Return the positions of the medians in points, without the one in the key."""
    drawn = (each for each in chart.primitives if isinstance(each, Line) and each.thickness == 2.4)
    return [round((each.x1 - LEFT) / WIDTH * 100, 6) for each in drawn][1:]


def triangles(chart: Chart) -> list[float]:
    """Return the positions of the own scores in points, without the one in the key."""
    drawn = (each for each in chart.primitives if isinstance(each, Polygon) and each.fill == INK)
    return [round((each.points[2][0] - LEFT) / WIDTH * 100, 6) for each in drawn][1:]


def boxes(chart: Chart) -> list[tuple[float, float]]:
    """Return the edges of the boxes in points, without the box in the key."""
    drawn = (each for each in chart.primitives if isinstance(each, Polygon) and each.stroke == ACCENT)
    edges = [(each.points[0][0], each.points[1][0]) for each in drawn]
    return [
        (round((left - LEFT) / WIDTH * 100, 6), round((right - LEFT) / WIDTH * 100, 6))
        for left, right in edges
    ][1:]


def chart_of(of: CohortStanding) -> Chart:
    return peer_bands(of, wording_in("en"))


def test_median_quartiles_and_own_score_are_at_their_positions() -> None:
    chart = chart_of(a_cohort(CohortFigures(20, 60, 45, 75), own=40))

    assert (uprights(chart), boxes(chart), triangles(chart)) == ([60], [(45, 75)], [40])


def test_without_quartiles_there_is_no_box_and_no_key_entry_for_it() -> None:
    chart = chart_of(a_cohort(CohortFigures(10, 60)))

    assert boxes(chart) == []
    assert "middle half of the peers" not in [label.text for label in chart.labels]


@pytest.mark.parametrize(
    ("upper", "explained"),
    [(60, ["middle half of the peers"]), (None, ["only one quartile has a value"])],
)
def test_the_key_explains_the_boxes_that_are_there(upper: int | None, explained: list[str]) -> None:
    words = [label.text for label in chart_of(a_cohort(CohortFigures(20, 50, 40, upper))).labels]

    assert [each for each in words if "half" in each or "quartile" in each] == explained


def test_with_one_quartile_half_of_the_box_is_drawn() -> None:
    assert boxes(chart_of(a_cohort(CohortFigures(20, 60, 45)))) == [(45, 60)]


@pytest.mark.parametrize("value", [10, 90])
def test_a_value_at_an_end_has_an_arrow_that_points_outwards(value: int) -> None:
    chart = chart_of(a_cohort(CohortFigures(10, value)))

    arrows = [each for each in chart.primitives if isinstance(each, Polygon) and each.fill == ACCENT]
    assert len(arrows) == 1
    outwards = arrows[0].points[1][0] - arrows[0].points[0][0]
    assert (outwards < 0) == (value == 10)


def test_a_value_that_is_not_at_an_end_has_no_arrow() -> None:
    chart = chart_of(a_cohort(CohortFigures(20, 50, 15, 85)))

    assert [each for each in chart.primitives if isinstance(each, Polygon) and each.fill == ACCENT] == []


def test_without_an_own_score_there_is_a_note_and_no_triangle() -> None:
    chart = chart_of(a_cohort(CohortFigures(10, 60), own=None))

    assert triangles(chart) == []
    assert "you have no score" in [label.text for label in chart.labels]


def test_the_measures_are_in_the_questionnaire_s_order() -> None:
    found = among_suppliers(card("bellatrix"), 20).cohorts[0]
    shuffled = replace(found, standings=tuple(reversed(found.standings)))

    names = [row[0][:1] for row in peer_table(shuffled, wording_in("en")).rows]

    assert "".join(names) == "OGIASPCELV"
    rows = [row[0] for row in peer_table(shuffled, wording_in("en")).rows]
    assert [label.text for label in chart_of(shuffled).labels if label.text in rows] == rows


def test_the_table_contains_the_values_of_the_chart() -> None:
    table = peer_table(among_suppliers(card("bellatrix"), 20).cohorts[0], wording_in("en"))

    # Twenty suppliers score 41 to 60. Type 7: median 50.5, quartiles 45.75 and 55.25, rounded to fives.
    assert table.rows[2][3:] == ("45", "50", "55")
    assert table.rows[1][3:] == ("10 or less", "10 or less", "10 or less")
    assert table.rows[-1][3:] == ("90 or more", "90 or more", "90 or more")


def test_below_twenty_peers_the_table_names_the_number_needed_for_quartiles() -> None:
    table = peer_table(a_cohort(CohortFigures(15, None)), wording_in("en"))

    assert table.rows[0][3:] == (
        "too few peers",
        "no value",
        "too few peers",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [10, 19, 35])
@pytest.mark.parametrize("width", [PHONE_WIDTH, FULL_WIDTH])
def test_no_label_touches_another_or_leaves_the_chart(language: Language, number: int, width: float) -> None:
    for each in among_suppliers(card("bellatrix"), number).cohorts:
        chart = peer_bands(each, wording_in(language), width=width)
        boxes = [label.box for label in chart.labels]

        assert all(box[0] >= 0 and box[2] <= width and box[3] <= chart.height for box in boxes)
        pairs = [(a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :]]
        assert [pair for pair in pairs if overlaps(*pair)] == []


def test_letters_of_the_narrow_chart_are_eleven_pixels_high_at_320() -> None:
    chart = peer_bands(
        among_suppliers(card("bellatrix"), 20).cohorts[0],
        wording_in("fr"),
        width=PHONE_WIDTH,
    )

    assert min(label.size * 290 / PHONE_WIDTH for label in chart.labels) >= 11


def test_the_description_contains_every_value() -> None:
    spoken = chart_of(among_suppliers(card("bellatrix"), 20).cohorts[0]).description

    assert "Overall readiness, Your score: 40, Your position: in the lowest quarter" in spoken


def test_every_position_has_a_name_in_both_languages() -> None:
    assert peer_words.POSITIONS.keys() == set(Position)
    assert len({translator("fr")(words) for words in peer_words.POSITIONS.values()}) == len(Position)


@pytest.mark.parametrize(
    ("cohort", "words"),
    [
        (ALL, "Toutes les organisations"),
        (Cohort("media"), "Organisations du type «\u00a0Média spécialisé dans la défense\u00a0»"),
        (
            Cohort("media", "1_49"),
            "Organisations du type «\u00a0Média spécialisé dans la défense\u00a0», 1 à 49\u00a0personnes",
        ),
    ],
)
def test_a_cohort_is_defined_in_words(cohort: Cohort, words: str) -> None:
    assert peer_words.cohort_name(cohort, wording_in("fr")) == words


def test_the_finding_is_about_the_smallest_cohort() -> None:
    found = among_suppliers(card("bellatrix"), 20).cohorts

    assert peer_words.finding(found, wording_in("en")) == (
        "Organisations of type “Supplier”, 50 to 249 people: your overall readiness is in the lowest quarter"
    )


def test_the_finding_says_if_there_are_no_peers_or_no_position() -> None:
    unknown = (a_cohort(CohortFigures(10, None)),)

    assert peer_words.finding((), wording_in("en")) == "Not enough peers to compare with"
    assert (
        peer_words.finding(unknown, wording_in("en"))
        == "All organisations: no position for overall readiness"
    )


def test_a_month_is_written_in_full() -> None:
    assert (format_month("2026-11", "en"), format_month("2026-08", "fr")) == ("November 2026", "août 2026")
