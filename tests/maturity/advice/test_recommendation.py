from fractions import Fraction

import pytest

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.maturity.recommendation import Recommendation
from tests.build import a_domain, a_question, a_questionnaire, a_scorecard, an_assessment, answers

QUESTIONNAIRE = a_questionnaire()
NOTHING = answers(G1=0, G2=0, G3=0, C1=0, C2=0, E1=0, E2=0, E3=0)


def advice(assessment: Assessment, questionnaire: Questionnaire = QUESTIONNAIRE) -> dict[str, Recommendation]:
    card = a_scorecard(questionnaire, assessment)
    return {each.question.id: each for each in card.recommendations}


def test_steps_are_the_levels_missing_to_the_target_and_unknown_counts_as_0() -> None:
    found = advice(an_assessment(answers(G1=1, G2="unknown", C1=2), targets={"G": 4}))

    assert {id: each.steps for id, each in found.items()} == {"G1": 3, "G2": 4, "C1": 1}


def test_gain_is_the_points_of_overall_readiness_that_the_target_wins() -> None:
    found = advice(an_assessment(NOTHING))

    # 3 levels × 100 / (4 × questions × 3 domains): G and E have three questions, C two.
    assert found["G1"].gain == Fraction(300, 36)
    assert found["C1"].gain == Fraction(300, 24)


def test_gain_counts_only_the_levels_that_are_missing() -> None:
    found = advice(an_assessment(NOTHING | answers(G1=2)))

    assert found["G1"].gain == Fraction(100, 36)


def test_not_applicable_makes_the_other_questions_weigh_more() -> None:
    found = advice(an_assessment(answers(G1=0, G2=3, G3="not_applicable", E1=3)))

    assert found["G1"].gain == Fraction(300, 16)  # 4 × 2 questions × 2 domains with a score
    assert (found["G1"].applicable, found["G1"].scored_domains) == (2, 2)


@pytest.mark.parametrize(
    ("question", "importance", "finding"),
    [
        ("G1", "1.62", "importance"),
        ("G3", "1", None),
        ("C1", "1.68", "brand_awareness"),  # the larger of 58 and 68
        ("C2", "1.56", "thought_leadership"),
        ("E2", "1.33", "hostility"),
    ],
)
def test_importance_is_one_and_the_largest_linked_share(
    question: str, importance: str, finding: str | None
) -> None:
    found = advice(an_assessment(NOTHING))[question]

    assert found.importance == Fraction(importance)
    assert (found.finding.name if found.finding else None) == finding


@pytest.mark.parametrize("choice", [0, 1, "unknown"])
def test_a_gate_fails_at_0_1_and_unknown(choice: int | str) -> None:
    assert advice(an_assessment(answers(E3=choice)))["E3"].gate


@pytest.mark.parametrize(
    ("target", "asked"), [(2, ["G1", "G2"]), (3, ["G1", "G2", "G3"]), (4, ["G1", "G2", "G3", "G4"])]
)
def test_only_practices_below_their_domains_target_are_recommended(target: int, asked: list[str]) -> None:
    questions = [a_question(f"G{number}") for number in (1, 2, 3, 4, 5)]
    questionnaire = a_questionnaire(a_domain("G", *questions))
    levels = answers(G1=0, G2=1, G3=2, G4=3, G5=4)

    found = advice(an_assessment(levels, targets={"G": target}), questionnaire)

    assert sorted(found) == asked
    assert found["G1"].gain == Fraction(target * 100, 20)


def test_a_target_binds_its_own_domain_only() -> None:
    found = advice(an_assessment(answers(G1=3, C1=3), targets={"G": 4}))

    assert list(found) == ["G1"]


def test_unknown_is_recommended_as_level_0_and_unanswered_and_not_applicable_are_not() -> None:
    found = advice(an_assessment(answers(G1="unknown", G3="not_applicable")))

    assert list(found) == ["G1"]
    assert (found["G1"].level, found["G1"].answer.is_unknown) == (0, True)


def test_the_actions_lead_from_todays_level_to_the_target() -> None:
    found = advice(an_assessment(answers(G1=1, C1="unknown"), targets={"G": 4, "C": 2}))

    assert [step.en for step in found["G1"].actions] == [
        "Take G1 to level 2.",
        "Take G1 to level 3.",
        "Take G1 to level 4.",
    ]
    assert [step.en for step in found["C1"].actions] == ["Take C1 to level 1.", "Take C1 to level 2."]


def test_the_quick_check_recommends_only_what_it_asks() -> None:
    found = advice(an_assessment(NOTHING, variant="quick"))

    assert list(found) == ["C1", "E1", "G1"]
    assert found["G1"].gain == 25  # 300 / (4 × 1 × 3)
