import re
from dataclasses import replace

import pytest

from app.figures import domains, exposure, opinions, radar, roadmap
from app.figures.chart import Chart, Dot, Line, Polygon, Rectangle
from app.figures.palette import ACCENT, INK
from app.figures.typography import PHONE_WIDTH
from app.maturity.scorecard import build
from tests import build as builders
from tests.figures.all_charts import all_charts
from tests.figures.cast import LANGUAGES, card, charts, questionnaire, wording_in

# The wide plot of the domains: 172 is 0 points, 386 is 100.
LEFT, WIDTH = 172, 214


def bars(chart: Chart) -> list[Rectangle]:
    return [each for each in chart.primitives if isinstance(each, Rectangle) and each.fill == ACCENT]


def texts(chart: Chart) -> list[str]:
    return [label.text for label in chart.labels]


def test_a_domain_s_bar_is_as_long_as_its_exact_score() -> None:
    scorecard = card("bellatrix")

    drawn = bars(domains.domain_bars(scorecard, wording_in("en")))

    expected = [float(each.score.exact) for each in scorecard.domains if each.score]
    assert [round(bar.width / WIDTH * 100, 6) for bar in drawn] == [round(each, 6) for each in expected]


def test_a_target_of_applied_is_ticked_at_75_points() -> None:
    chart = domains.domain_bars(card("bellatrix"), wording_in("en"))

    ticks = {each.x1 for each in chart.primitives if isinstance(each, Line) and each.colour == INK}

    assert ticks == {LEFT + WIDTH * 0.75}


def test_a_domain_without_a_score_has_a_note_instead_of_a_bar() -> None:
    chart = domains.domain_bars(card("capella"), wording_in("en"))

    assert (len(bars(chart)), texts(chart).count("No score")) == (1, 8)


def test_a_score_based_on_few_answers_has_a_note_with_their_number() -> None:
    english = domains.domain_bars(card("capella"), wording_in("en"))
    french = domains.domain_bars(card("capella"), wording_in("fr"))

    assert "based on 1 of 6 questions" in texts(english)
    assert "fondé sur 1 des 6 questions" in texts(french)


def test_every_domain_is_marked_by_the_word_of_its_level() -> None:
    chart = domains.domain_bars(card("aldebaran"), wording_in("fr"))

    assert texts(chart).count("Éprouvé") == 1 + 9


def test_the_drawings_of_the_domains_are_named_apart_and_not_after_the_finding() -> None:
    wording, aldebaran = wording_in("fr"), card("aldebaran")

    titles = {domains.domain_bars(aldebaran, wording).title, radar.radar(aldebaran, wording).title}

    assert len({*titles, domains.domain_finding(aldebaran, wording)}) == 3


def test_the_finding_of_the_domains_names_the_highest_and_the_lowest() -> None:
    given = builders.answers(G1=4, I1=1)
    scorecard = build(questionnaire(), builders.an_assessment(given), completed=False)

    finding = domains.domain_finding(scorecard, wording_in("en"))

    assert (
        finding
        == "The highest domain score is 100 (Mandate and governance), the lowest is 25 (Information release)"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"G1": 4, "I1": 4, "A1": 1},
            "The highest domain score is 100 (“Mandate and governance” and “Information release”), the lowest"
            " is 25 (Account and platform security)",
        ),
        (
            {"G1": 4, "I1": 4, "S1": 4, "A1": 1},
            "The highest domain score is 100 (three domains), the lowest is 25 (Account and platform"
            " security)",
        ),
        ({"G1": 2, "I1": 2}, "Every domain with a score is at 50"),
        ({"G1": 1}, "Only one domain has a score: Mandate and governance, 25"),
    ],
)
def test_domains_that_show_the_same_score_are_named_together(given: dict[str, int], expected: str) -> None:
    scorecard = build(questionnaire(), builders.an_assessment(builders.answers(**given)), completed=False)

    assert domains.domain_finding(scorecard, wording_in("en")) == expected


def test_the_table_gives_each_score_rounded_and_exact() -> None:
    given = builders.answers(G1=2, G2=2, G3=1)
    scorecard = build(questionnaire(), builders.an_assessment(given), completed=False)

    row = domains.domain_table(scorecard, wording_in("en")).rows[0]

    # 100 × (2 + 2 + 1) / (4 × 3) = 125/3, which is shown as 42.
    assert row == ("G Mandate and governance", "42", "125/3", "Defined", "Applied", "3 of 6", "3 of 6")


def test_the_radar_joins_only_the_domains_that_have_a_score() -> None:
    chart = radar.radar(card("capella"), wording_in("en"))

    shapes = [each for each in chart.primitives if isinstance(each, Polygon) and each.stroke == ACCENT]
    assert (shapes, len([each for each in chart.primitives if isinstance(each, Dot)])) == ([], 1)


def test_the_findings_are_ordered_by_exposure_largest_first() -> None:
    lengths = [bar.width for bar in bars(exposure.exposure_bars(card("bellatrix"), wording_in("en")))]

    assert lengths == sorted(lengths, reverse=True)


def test_neither_share_nor_readiness_is_drawn_beside_an_exposure() -> None:
    chart = exposure.exposure_bars(card("bellatrix"), wording_in("en"))

    assert len(bars(chart)) == len(card("bellatrix").survey.findings)
    assert [each for each in chart.primitives if isinstance(each, Dot | Polygon)] == []


def test_the_working_share_of_hostility_is_shown_in_words_only() -> None:
    rows = exposure.exposure_table(card("bellatrix"), wording_in("en")).rows

    assert [row[1] for row in rows if row[0].startswith("Fear")] == ["about one third"]


def test_a_practice_score_never_enters_an_opinion_s_chart() -> None:
    best, result = card("aldebaran"), card("bellatrix").opinions[0]
    alike = next(each for each in best.opinions if each.question.id == result.question.id)

    assert opinions.opinion_shares(replace(alike, chosen=result.chosen), wording_in("en")) == (
        opinions.opinion_shares(result, wording_in("en"))
    )


def test_a_published_share_is_a_dot_at_its_place() -> None:
    chart = opinions.opinion_shares(card("bellatrix").opinions[0], wording_in("en"))

    # O1 has 62% (combined), 40% and 9%, on a scale from 204 to 380.
    dots = [each.x for each in chart.primitives if isinstance(each, Dot)]
    assert dots == [204 + 176 * share / 100 for share in (62, 40, 9)]


def test_a_share_published_in_words_is_a_band() -> None:
    chart = opinions.opinion_shares(card("bellatrix").opinions[1], wording_in("en"))

    assert [(band.x, round(band.width, 6)) for band in bars(chart)] == [(204 + 176 * 0.3, 176 * 0.07)]


def test_the_answer_given_is_marked_by_word_and_shape() -> None:
    chart = opinions.opinion_shares(card("bellatrix").opinions[0], wording_in("en"))

    marks = [each for each in chart.primitives if isinstance(each, Polygon)]
    assert (len(marks), texts(chart).count("your answer"), texts(chart).count("includes your answer")) == (
        2,
        1,
        1,
    )


def test_an_answer_without_a_published_figure_has_a_note() -> None:
    chart = opinions.opinion_shares(card("bellatrix").opinions[0], wording_in("en"))

    assert texts(chart).count("no figure published in 2012") == 4


def test_every_recommendation_has_one_tag_on_the_roadmap() -> None:
    scorecard = card("bellatrix")

    drawn = [text for text in texts(roadmap.roadmap_overview(scorecard, wording_in("en"))) if len(text) == 2]

    assert sorted(drawn) == sorted(each.question.id for each in scorecard.recommendations)


def test_failing_gates_are_the_dark_tags_of_the_roadmap() -> None:
    scorecard = card("bellatrix")
    chart = roadmap.roadmap_overview(scorecard, wording_in("en"))

    dark = [each for each in chart.primitives if isinstance(each, Rectangle) and each.fill == INK]

    assert len(dark) == len([each for each in scorecard.recommendations if each.gate]) > 0


def test_every_chart_has_its_data_as_a_table_and_in_words() -> None:
    bare = [
        chart.title
        for chart in all_charts()
        if not (chart.title and chart.description and chart.table.header)
        or {len(row) for row in chart.table.rows} - {len(chart.table.header)}
    ]

    assert bare == []


def test_a_french_chart_contains_no_english_sentence() -> None:
    spoken: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for language in LANGUAGES:
        for scorecard in (card("bellatrix"), card("capella")):
            chart = domains.domain_bars(scorecard, wording_in(language))
            spoken[language] += [chart.title, chart.description, *chart.table.header]

    assert set(spoken["en"]) & set(spoken["fr"]) <= {"Score", "Exact"}


def test_the_roadmap_of_one_practice_uses_the_singular() -> None:
    given = {q.id: builders.an_answer(1 if q.id == "I2" else 4) for q in questionnaire().questions_in("full")}
    scorecard = build(questionnaire(), builders.an_assessment(given), completed=True)

    spoken = [roadmap.roadmap_finding(scorecard, wording_in(language)) for language in LANGUAGES]

    assert spoken == [
        "First 30 days: 1 of 1 practice, must-haves first",
        "30 premiers jours\u00a0: 1 pratique sur 1, les verrous d’abord",
    ]


def test_letters_of_a_chart_for_a_phone_are_eleven_pixels_high_at_320() -> None:
    # 15 pixels of air on either side leave 290.
    sizes = [
        label.size * 290 / PHONE_WIDTH
        for scorecard in (card("bellatrix"), card("nothing"))
        for chart in charts(scorecard, "fr")
        if chart.width == PHONE_WIDTH
        for label in chart.labels
    ]

    assert min(sizes) >= 11


def test_a_french_description_has_french_punctuation() -> None:
    spoken = [chart.description for chart in charts(card("bellatrix"), "fr")]

    assert any("\u202f; " in each for each in spoken)
    assert [each for each in spoken if re.search("(?<!\u202f);|(?<!\u00a0):", each)] == []
