from dataclasses import replace
from fractions import Fraction

from app.maturity.survey import SurveyResult
from app.maturity.text import Text
from tests.build import a_domain, a_question, a_questionnaire, a_scorecard, an_assessment, answers
from tests.build_survey import FIGURES, a_finding, a_survey

QUESTIONNAIRE = a_questionnaire()

# importance (62): G1 3, G2 1 = 4 of 8 = 50; intention (58) and brand awareness (68): C1 2 of 4 = 50;
# thought leadership (56): C2 4 of 4 = 100;
# hostility (33): E1 0, E2 1, E3 2 = 3 of 12 = 25; recruitment: none.
MIXED = answers(G1=3, G2=1, G3=4, C1=2, C2=4, E1=0, E2=1, E3=2)


def view_of(**choices: int | str) -> SurveyResult:
    return a_scorecard(QUESTIONNAIRE, an_assessment(answers(**choices))).survey


def mixed(variant: str = "full") -> SurveyResult:
    return a_scorecard(QUESTIONNAIRE, an_assessment(MIXED, variant=variant)).survey


def test_readiness_on_a_finding_is_the_points_of_its_practices() -> None:
    readiness = {result.finding.name: result.readiness.exact for result in mixed().findings}

    assert readiness == {
        "importance": 50,
        "intention": 50,
        "brand_awareness": 50,
        "thought_leadership": 100,
        "hostility": 25,
    }


def test_exposure_is_the_share_times_what_is_missing() -> None:
    exposure = {result.finding.name: result.exposure.exact for result in mixed().findings}

    assert exposure == {
        "importance": 31,  # 62 × 50 / 100
        "intention": 29,  # 58 × 50 / 100
        "brand_awareness": 34,  # 68 × 50 / 100
        "thought_leadership": 0,
        "hostility": Fraction(99, 4),  # 33 × 75 / 100
    }


def test_findings_are_sorted_by_exposure_largest_first() -> None:
    assert [result.finding.name for result in mixed().findings] == [
        "brand_awareness",
        "importance",
        "intention",
        "hostility",
        "thought_leadership",
    ]


def test_equal_exposures_keep_the_surveys_order() -> None:
    assert [result.finding.name for result in view_of(G1=4, G2=4, C1=4, C2=4, E1=4).findings] == [
        "importance",
        "intention",
        "brand_awareness",
        "thought_leadership",
        "hostility",
    ]


def test_a_practice_that_answers_two_findings_counts_in_both() -> None:
    practices = {result.finding.name: result.practices for result in view_of(C1=3).findings}

    assert practices == {"intention": ("C1",), "brand_awareness": ("C1",)}


def test_the_survey_weighs_readiness_by_share() -> None:
    weighted = mixed().weighted

    assert weighted is not None
    # (62 × 50 + 58 × 50 + 68 × 50 + 56 × 100 + 33 × 25) / (62 + 58 + 68 + 56 + 33)
    assert weighted.exact == Fraction(3100 + 2900 + 3400 + 5600 + 825, 277)


def test_a_finding_without_a_practice_has_no_weight_in_the_sum() -> None:
    weighted = view_of(C2=1, E1=3).weighted

    assert weighted is not None
    assert weighted.exact == Fraction(56 * 25 + 33 * 75, 56 + 33)  # 3875/89


def test_unknown_counts_as_0_and_not_applicable_is_not_counted() -> None:
    (unknown,) = view_of(E1=4, E2="unknown").findings
    (left_out,) = view_of(E1=4, E3="not_applicable").findings

    assert (unknown.readiness.exact, unknown.practices) == (Fraction(50), ("E1", "E2"))
    assert (left_out.readiness.exact, left_out.practices) == (Fraction(100), ("E1",))


def test_with_no_practice_there_is_no_weighted_readiness() -> None:
    assert view_of(G3=4) == SurveyResult(None, (), 6)


def test_the_quick_check_has_practices_on_some_of_the_findings() -> None:
    quick = mixed("quick")  # G1, C1, E1

    assert (len(quick.findings), quick.finding_count) == (4, 6)
    assert {result.finding.name: result.points for result in quick.findings} == {
        "importance": 3,
        "intention": 2,
        "brand_awareness": 2,
        "hostility": 0,
    }


def test_figures_on_subjects_without_practices_have_no_weight() -> None:
    survey = a_survey(a_finding("first", FIGURES["F10"]), a_finding("second", FIGURES["F11"]))
    questionnaire = a_questionnaire(a_domain("G", a_question("G1", findings=("second",))), survey=survey)

    view = a_scorecard(questionnaire, an_assessment(answers(G1=2))).survey

    assert view.weighted is not None
    assert (view.weighted.exact, view.finding_count) == (Fraction(50), 2)


def test_the_title_of_a_source_has_its_language_where_the_reader_s_is_another() -> None:
    source = Text("The Crier, “Fog at sea” (quotes)", "The Crier, «\u00a0Fog at sea\u00a0» (cite)")
    figure = replace(FIGURES["F6"], source=source, quote_language="en")

    assert figure.source_parts("en") == (("The Crier, ", None), ("“Fog at sea”", None), (" (quotes)", None))
    assert figure.source_parts("fr") == (
        ("The Crier, ", None),
        ("«\u00a0Fog at sea\u00a0»", "en"),
        (" (cite)", None),
    )
