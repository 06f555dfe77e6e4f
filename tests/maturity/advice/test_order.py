"""The order of recommendations and their days, by hand (docs/method.md section 4)."""

from fractions import Fraction

import pytest

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.recommendation import Recommendation, Tier
from tests.build import a_domain, a_question, a_questionnaire, a_scorecard, an_assessment, answers

QUESTIONNAIRE = a_questionnaire()
NOTHING = answers(G1=0, G2=0, G3=0, C1=0, C2=0, E1=0, E2=0, E3=0)


def advice(assessment: Assessment, questionnaire: Questionnaire = QUESTIONNAIRE) -> dict[str, Recommendation]:
    card = a_scorecard(questionnaire, assessment)
    return {each.question.id: each for each in card.recommendations}


def ranking(*questions: Question, **choices: int | str) -> list[str]:
    """Return the order of the practices of one domain with the answers, all at level 0 by default."""
    given = answers(**{question.id: 0 for question in questions} | choices)
    return list(advice(an_assessment(given), a_questionnaire(a_domain("G", *questions))))


def test_priority_is_steps_times_importance_by_effort() -> None:
    priorities = {id: each.priority for id, each in advice(an_assessment(NOTHING)).items()}

    assert priorities == {
        "E3": Fraction("1.995"),  # 3 × 1.33 / 2
        "C1": Fraction("5.04"),  # 3 × 1.68 / 1
        "G2": Fraction("4.86"),  # 3 × 1.62 / 1
        "E1": Fraction("3.99"),  # 3 × 1.33 / 1
        "G1": Fraction("2.43"),  # 3 × 1.62 / 2
        "C2": Fraction("2.34"),  # 3 × 1.56 / 2
        "E2": Fraction("0.9975"),  # 3 × 1.33 / 4
        "G3": Fraction("0.75"),  # 3 × 1 / 4
    }


def test_failing_gates_come_first_and_then_the_highest_priority() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(NOTHING))

    order = [(each.rank, each.question.id) for each in card.recommendations]

    assert order == list(enumerate(["E3", "C1", "G2", "E1", "G1", "C2", "E2", "G3"], start=1))


def test_a_small_domain_gives_no_practice_a_better_rank() -> None:
    # G2 gains 100 × 3 / (4 × 3 × 2) = 12.5 points and C1, alone in its domain, 100 × 2 / (4 × 1 × 2) = 25.
    found = advice(an_assessment(answers(G1=3, G2=0, G3=3, C1=1, C2="not_applicable")))

    # G2: 3 × 1.62 / 1 = 4.86; C1: 2 × 1.68 / 1 = 3.36.
    assert [(id, each.gain) for id, each in found.items()] == [("G2", Fraction("12.5")), ("C1", 25)]


def test_a_passing_gate_is_ranked_by_its_priority() -> None:
    found = advice(an_assessment(NOTHING | answers(E3=2)))

    assert not found["E3"].gate
    # E3: 1 × 1.33 / 2 = 0.665, less than the 0.75 of G3.
    assert list(found)[-1] == "E3"


def test_several_failing_gates_are_ranked_by_priority() -> None:
    gates = [a_question("G1", gate=True, effort=4), a_question("G2", gate=True, effort=1), a_question("G3")]
    questionnaire = a_questionnaire(a_domain("G", *gates))

    assert list(advice(an_assessment(answers(G1=0, G2=0, G3=0)), questionnaire)) == ["G2", "G1", "G3"]


def test_equal_priorities_keep_questionnaire_order() -> None:
    questionnaire = a_questionnaire(a_domain("P"), a_domain("C"), a_domain("L"))
    equal = answers(L1=1, C2=1, P3=1, P1=1, L3=1, C1=1, L2=1, P2=1, C3=1)

    order = list(advice(an_assessment(equal), questionnaire))

    assert order == ["P1", "P2", "P3", "C1", "C2", "C3", "L1", "L2", "L3"]


FOUNDATION = a_question("G2", foundation=True, effort=4)


def test_a_foundation_comes_after_failing_gates_and_before_everything_else() -> None:
    # G1: 3 / 1 = 3; G2: 3 / 4; G3: 3 / 2.
    order = ranking(a_question("G1", effort=1), FOUNDATION, a_question("G3", gate=True))

    assert order == ["G3", "G2", "G1"]


@pytest.mark.parametrize(
    ("choice", "tier", "order"),
    [
        (0, Tier.FOUNDATION, ["G2", "G1"]),
        (1, Tier.FOUNDATION, ["G2", "G1"]),
        ("unknown", Tier.FOUNDATION, ["G2", "G1"]),
        (2, Tier.OTHER, ["G1", "G2"]),  # G1: 3 / 1; G2: 1 / 4
    ],
)
def test_a_foundation_ranks_as_one_at_0_1_and_unknown(
    choice: int | str, tier: Tier, order: list[str]
) -> None:
    questionnaire = a_questionnaire(a_domain("G", a_question("G1", effort=1), FOUNDATION))

    found = advice(an_assessment(answers(G1=0, G2=choice)), questionnaire)

    assert list(found) == order
    assert (found["G2"].tier, found["G2"].foundation) == (tier, tier is Tier.FOUNDATION)


def test_foundations_are_ranked_among_themselves_by_priority() -> None:
    # G1: 3 / 4; G2: 2 / 2 = 1; G3: 3 / 4, behind G1 in the questionnaire.
    plain = [a_question(f"G{n}", foundation=True, effort=effort) for n, effort in ((1, 4), (2, 2), (3, 4))]

    assert ranking(*plain, G2=1) == ["G2", "G1", "G3"]


def test_a_gate_that_is_a_foundation_ranks_as_a_gate_and_without_failing_by_its_priority() -> None:
    both = a_question("G2", gate=True, foundation=True, effort=4)

    assert ranking(a_question("G1", effort=1), both, G2=1) == ["G2", "G1"]
    assert ranking(a_question("G1", effort=1), both, G2=2) == ["G1", "G2"]


QUICK_WIN = a_question("G1", effort=1, builds_on=("G3",))  # 3 / 1 = 3
MIDDLE = a_question("G2", effort=2)  # 3 / 2 = 1.5
SLOW = a_question("G3", effort=4)  # 3 / 4 = 0.75


def test_a_practice_stands_right_behind_the_one_that_it_builds_on() -> None:
    assert ranking(QUICK_WIN, MIDDLE, SLOW, a_question("G4", effort=4)) == ["G2", "G3", "G1", "G4"]


@pytest.mark.parametrize("choice", [0, 1, "unknown"])
def test_it_waits_for_a_requirement_at_0_1_and_unknown(choice: int | str) -> None:
    assert ranking(QUICK_WIN, MIDDLE, SLOW, G3=choice).index("G1") == 2


@pytest.mark.parametrize("choice", [2, 3, "not_applicable", None])
def test_a_requirement_that_is_defined_not_recommended_or_does_not_count_is_met(
    choice: int | str | None,
) -> None:
    given = answers(G1=0, G2=0) | ({} if choice is None else answers(G3=choice))
    questionnaire = a_questionnaire(a_domain("G", QUICK_WIN, MIDDLE, SLOW))

    found = advice(an_assessment(given), questionnaire)

    assert next(iter(found)) == "G1"
    assert found["G1"].requirements == ()


def test_a_requirement_that_the_variant_does_not_ask_is_met() -> None:
    questionnaire = a_questionnaire(a_domain("G", QUICK_WIN, MIDDLE, SLOW), quick=("G1", "G2"))
    given = answers(G1=0, G2=0, G3=0)

    assert list(advice(an_assessment(given, variant="quick"), questionnaire)) == ["G1", "G2"]


def test_a_practice_waits_for_all_that_it_builds_on() -> None:
    # G1: 3; G2: 1.5; G3: 0.75; G4 as G3, later in the questionnaire.
    both = a_question("G1", effort=1, builds_on=("G2", "G4"))

    order = ranking(both, MIDDLE, SLOW, a_question("G4", effort=4))

    assert order == ["G2", "G3", "G4", "G1"]


def test_a_chain_is_walked_from_its_beginning_and_the_first_that_waited_goes_first() -> None:
    # By priority: G1 3, G5 2 (two steps), G2 1.5, G3 0.75. G1 waits for G2, G2 and G5 for G3.
    chain = [
        a_question("G1", effort=1, builds_on=("G2",)),
        a_question("G2", effort=2, builds_on=("G3",)),
        a_question("G3", effort=4),
        a_question("G5", effort=1, builds_on=("G3",)),
    ]

    assert ranking(*chain, G5=1) == ["G3", "G5", "G2", "G1"]


def test_tiers_outrank_what_a_practice_builds_on() -> None:
    gate = a_question("G1", gate=True, builds_on=("G3",))
    foundation = a_question("G2", foundation=True, builds_on=("G3",))

    assert ranking(gate, foundation, a_question("G3", effort=1)) == ["G1", "G2", "G3"]


def test_a_requirement_in_an_earlier_tier_is_named_and_holds_nothing_up() -> None:
    questionnaire = a_questionnaire(
        a_domain("G", a_question("G1", effort=1, builds_on=("G2",)), FOUNDATION, a_question("G3", effort=1))
    )

    found = advice(an_assessment(answers(G1=0, G2=1, G3=0)), questionnaire)

    assert list(found) == ["G2", "G1", "G3"]
    assert [each.id for each in found["G1"].requirements] == ["G2"]


def test_the_roadmap_puts_failing_gates_and_days_of_effort_first() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(NOTHING))

    roadmap = {days: [each.question.id for each in part] for days, part in card.roadmap.items()}

    assert roadmap == {30: ["E3", "C1", "G2", "E1"], 90: ["G1", "C2"], 180: ["E2", "G3"]}


def test_a_failing_gate_is_due_within_30_days_whatever_its_effort() -> None:
    gate = a_question("G1", gate=True, effort=4)

    found = advice(an_assessment(answers(G1=1)), a_questionnaire(a_domain("G", gate)))

    assert found["G1"].horizon_days == 30


@pytest.mark.parametrize(("choice", "days"), [(0, 180), ("unknown", 180), (2, 30)])
def test_no_practice_is_due_before_one_at_0_1_or_unknown_that_it_builds_on(
    choice: int | str, days: int
) -> None:
    questionnaire = a_questionnaire(a_domain("G", QUICK_WIN, MIDDLE, SLOW))

    card = a_scorecard(questionnaire, an_assessment(answers(G1=0, G2=0, G3=choice)))

    found = {each.question.id: each.horizon_days for each in card.recommendations}
    assert found == {"G1": days, "G2": 90, "G3": 180}
    assert [each.question.id for each in card.roadmap[30]] == (["G1"] if days == 30 else [])


def test_days_are_handed_on_along_a_chain() -> None:
    chain = [
        a_question("G1", effort=1, builds_on=("G2",)),
        a_question("G2", effort=1, builds_on=("G3",)),
        a_question("G3", effort=2),
    ]

    found = advice(an_assessment(answers(G1=1, G2=1, G3=1)), a_questionnaire(a_domain("G", *chain)))

    assert {each.horizon_days for each in found.values()} == {90}
