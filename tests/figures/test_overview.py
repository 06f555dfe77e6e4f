from dataclasses import replace

from app.figures.chart import Chart, Line, Rectangle
from app.figures.overview import overview_bars
from app.figures.palette import ACCENT, INK
from app.figures.text_metrics import text_width
from app.maturity.text import Text
from tests.figures.cast import card, wording_in

# The scale: 182 is 0 points, 410 is 100.
LEFT, WIDTH = 182, 228


def bars(chart: Chart, fill: str) -> list[float]:
    """Return the lengths of the bars of a colour, in points of the scale."""
    drawn = (each for each in chart.primitives if isinstance(each, Rectangle) and each.fill == fill)
    return [round(each.width / WIDTH * 100, 6) for each in drawn]


def texts(chart: Chart) -> list[str]:
    return [label.text for label in chart.labels]


def test_overall_readiness_and_every_domain_have_a_bar_as_long_as_the_exact_score() -> None:
    scorecard = card("bellatrix")
    chart = overview_bars(scorecard, wording_in("en"))

    assert scorecard.overall.score is not None
    assert bars(chart, INK) == [round(float(scorecard.overall.score.exact), 6)]
    assert bars(chart, ACCENT) == [
        round(float(each.score.exact), 6) for each in scorecard.domains if each.score
    ]


def test_each_target_is_ticked_at_its_place() -> None:
    scorecard = card("bellatrix")
    aiming = replace(scorecard, assessment=replace(scorecard.assessment, targets={"A": 4, "V": 2}))

    chart = overview_bars(aiming, wording_in("en"))

    ticks = [each.x1 for each in chart.primitives if isinstance(each, Line) and each.colour == INK]
    assert [(x - LEFT) / WIDTH * 100 for x in ticks] == [75, 75, 100, 75, 75, 75, 75, 75, 50]
    assert [label.x for label in chart.labels if label.text == "target"] == [ticks[-1]]


def test_every_score_has_its_level_as_a_word() -> None:
    chart = overview_bars(card("aldebaran"), wording_in("fr"))

    # Once above the scale, once for overall readiness, and once for each of nine domains.
    assert texts(chart).count("Éprouvé") == 1 + 1 + 9
    assert texts(chart).count("100") == 1 + 9


def test_a_bar_without_a_score_is_replaced_by_a_note() -> None:
    chart = overview_bars(card("nothing"), wording_in("en"))

    assert texts(chart).count("No score") == 1 + 9
    assert (bars(chart, INK), bars(chart, ACCENT)) == ([], [])


def test_a_name_that_is_too_long_is_cut_before_the_scale() -> None:
    scorecard = card("bellatrix")
    first, *others = scorecard.domains
    named = replace(first, domain=replace(first.domain, name=Text("Mandate " * 30, "Mandat " * 30)))

    chart = overview_bars(replace(scorecard, domains=(named, *others)), wording_in("en"))

    (name,) = [label for label in chart.labels if label.text.startswith("Mandate")]
    assert name.text.endswith("…")
    assert name.x + text_width(name.text, name.size) < LEFT


def test_the_description_contains_everything_that_is_drawn() -> None:
    description = overview_bars(card("capella"), wording_in("en")).description

    assert "Overall readiness 25, Ad hoc; G Mandate and governance 25, Ad hoc; I Information release: No" in (
        description
    )
